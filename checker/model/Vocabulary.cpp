//===- Vocabulary.cpp - The keys and words of rule files --------*- C++ -*-===//
//
// The tables, and nothing else.
//
//===----------------------------------------------------------------------===//

#include "model/Vocabulary.h"
#include <iterator>

namespace dbtidy {

using Words = llvm::ArrayRef<llvm::StringRef>;
using Word = llvm::StringRef;

static const Word FileKeys[] = {"library", "manual", "headers", "status-macros",
                                "resources"};
static const Word StatusMacroKeys[] = {"name", "values"};
static const Word ResourceKeys[] = {"id",
                                    "kind",
                                    "handle",
                                    "manual",
                                    "ownership",
                                    "parent",
                                    "released-with-parent",
                                    "owner",
                                    "acquire",
                                    "release",
                                    "reset",
                                    "swap",
                                    "adopt",
                                    "borrow",
                                    "query",
                                    "use"};
static const Word AcquireKeys[] = {
    "function",   "method", "constructor", "member",   "macro",
    "parameters", "manual", "out",         "in-place", "object",
    "holds",      "when",   "unless",      "parent"};
static const Word ReleaseKeys[] = {
    "function",   "method", "member",    "macro",   "delete",
    "parameters", "manual", "argument",  "through", "object",
    "holds",      "when",   "null-safe", "nulls",   "children-of"};
static const Word ResetKeys[] = {"function", "method",     "member",
                                 "macro",    "parameters", "manual",
                                 "argument", "object",     "when"};
static const Word SwapKeys[] = {"function",   "method", "member",    "macro",
                                "parameters", "manual", "arguments", "when"};
static const Word HandlingKeys[] = {
    "function", "method",   "constructor", "member", "macro", "parameters",
    "manual",   "argument", "through",     "object", "when"};
static const Word HoldsKeys[] = {"returns", "returns-not", "returns-at-least",
                                 "status"};
static const Word WhenKeys[] = {"argument", "equals", "not-equals"};
static const Word UnlessKeys[] = {"argument", "field"};

static const Word RequiredInFile[] = {"library", "resources"};
static const Word RequiredInResource[] = {"id", "kind", "handle"};
static const Word RequiredInSwap[] = {"arguments"};
static const Word RequiredInWhen[] = {"argument"};

static const Word CalleeKeys[] = {"function", "method", "constructor",
                                  "member",   "macro",  "delete"};
static const Word KindWords[] = {"session",    "statement",   "result",
                                 "cursor",     "transaction", "pool",
                                 "environment"};
static const Word HoldsWords[] = {"always", "non-null", "non-negative"};
static const Word OwnershipWords[] = {"owned", "shared"};

static const Effect Effects[] = {
    Effect::Acquire, Effect::Release, Effect::Reset, Effect::Swap,
    Effect::Adopt,   Effect::Borrow,  Effect::Query, Effect::Use};

static const Place Places[] = {
    Place::File,    Place::StatusMacro, Place::Resource, Place::Acquire,
    Place::Release, Place::Reset,       Place::Swap,     Place::Handling,
    Place::Holds,   Place::When,        Place::Unless};

namespace {
struct PlaceRow {
  Word Schema;
  Word Description;
  Words Keys;
  Words Required;
};
} // namespace

// In the order of the enumeration.
static const PlaceRow Rows[] = {
    {"file", "a rule file", FileKeys, RequiredInFile},
    {"status-macro", "a status macro", StatusMacroKeys, StatusMacroKeys},
    {"resource", "a resource", ResourceKeys, RequiredInResource},
    {"acquire", "an acquiring call", AcquireKeys, {}},
    {"release", "a releasing call", ReleaseKeys, {}},
    {"reset", "a resetting call", ResetKeys, {}},
    {"swap", "a swapping call", SwapKeys, RequiredInSwap},
    {"handling", "a call", HandlingKeys, {}},
    {"holds", "'holds'", HoldsKeys, {}},
    {"when", "'when'", WhenKeys, RequiredInWhen},
    {"unless", "'unless'", UnlessKeys, UnlessKeys},
};

static const PlaceRow &rowOf(Place Where) {
  return Rows[static_cast<unsigned>(Where)];
}

llvm::ArrayRef<Place> allPlaces() { return Places; }
Word schemaName(Place Where) { return rowOf(Where).Schema; }
Word describe(Place Where) { return rowOf(Where).Description; }
Words keysOf(Place Where) { return rowOf(Where).Keys; }
Words requiredKeysOf(Place Where) { return rowOf(Where).Required; }
Words calleeKeys() { return CalleeKeys; }
Words kindWords() { return KindWords; }
Words holdsWords() { return HoldsWords; }
Words ownershipWords() { return OwnershipWords; }
llvm::ArrayRef<Effect> allEffects() { return Effects; }

std::optional<ResourceKind> kindOf(Word Spelling) {
  for (unsigned Index = 0; Index < std::size(KindWords); ++Index)
    if (KindWords[Index] == Spelling)
      return static_cast<ResourceKind>(Index);
  return std::nullopt;
}

Word keyOf(Effect What) {
  // Have: the last keys of a resource are the effects, in their order.
  return Words(ResourceKeys)
      .take_back(std::size(Effects))[static_cast<unsigned>(What)];
}

Place placeOf(Effect What) {
  switch (What) {
  case Effect::Acquire:
    return Place::Acquire;
  case Effect::Release:
    return Place::Release;
  case Effect::Reset:
    return Place::Reset;
  case Effect::Swap:
    return Place::Swap;
  case Effect::Adopt:
  case Effect::Borrow:
  case Effect::Query:
  case Effect::Use:
    return Place::Handling;
  }
  return Place::Handling;
}

} // namespace dbtidy
