//===- Contradictions.cpp - Rules that cannot all be true -------*- C++ -*-===//
//
// Compares the calls of one resource pairwise.
//
//===----------------------------------------------------------------------===//

#include "model/Contradictions.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"

namespace dbtidy {

static bool isSame(const Constant &A, const Constant &B) {
  return A.Name == B.Name && A.Value == B.Value;
}

static bool isSame(const std::optional<ArgumentCondition> &A,
                   const std::optional<ArgumentCondition> &B) {
  if (!A || !B)
    return A.has_value() == B.has_value();
  return A->Argument == B->Argument && A->Negated == B->Negated &&
         A->AnyOf.size() == B->AnyOf.size() &&
         llvm::all_of(llvm::zip(A->AnyOf, B->AnyOf), [](auto Pair) {
           return isSame(std::get<0>(Pair), std::get<1>(Pair));
         });
}

/// Whether one call in source could be both: `f(c, DROP)` is no `f(c, CLOSE)`.
static bool mayBeOneCall(const CallRule &A, const CallRule &B) {
  bool OtherOverload =
      A.Parameters && B.Parameters && *A.Parameters != *B.Parameters;
  bool OtherConstant = A.When && B.When && !isSame(A.When, B.When);
  return A.Form == B.Form && A.Callee == B.Callee && !OtherOverload &&
         !OtherConstant;
}

static bool isRepeated(const CallRule &A, const CallRule &B) {
  return A.What == B.What && A.Form == B.Form && A.Callee == B.Callee &&
         A.Parameters == B.Parameters && A.Handle == B.Handle &&
         isSame(A.When, B.When);
}

static bool isAcquireAndRelease(const CallRule &A, const CallRule &B) {
  bool IsPair = (A.What == Effect::Acquire && B.What == Effect::Release) ||
                (A.What == Effect::Release && B.What == Effect::Acquire);
  return IsPair && A.Handle == B.Handle && mayBeOneCall(A, B);
}

static std::string nameOf(const CallRule &Call) {
  return quoted(Call.Form == CalleeForm::Delete ? "delete" : Call.Callee);
}

/// Whether both can be true; otherwise the error stands \p At the second.
static bool agree(const CallRule &First, const CallRule &Second, Position At,
                  RuleErrors &Errors) {
  if (isRepeated(First, Second))
    Errors.add(At, "{} is listed twice under {}", nameOf(Second),
               quoted(keyOf(Second.What)));
  else if (isAcquireAndRelease(First, Second))
    Errors.add(At,
               "{} both acquires and releases the same handle; tell the calls "
               "apart by 'when', or list it under 'reset'",
               nameOf(Second));
  else
    return true;
  return false;
}

static void checkCalls(const DraftResource &Parsed, RuleErrors &Errors) {
  // By name, and without those that are wrong already, so that a long list
  // costs no quadratic time.
  llvm::StringMap<llvm::SmallVector<unsigned, 2>> ByName;
  for (unsigned Index = 0; Index < Parsed.Calls.size(); ++Index) {
    const CallRule &Call = Parsed.Calls[Index];
    llvm::SmallVector<unsigned, 2> &Earlier = ByName[Call.Callee];
    if (llvm::all_of(Earlier, [&](unsigned Other) {
          return agree(Parsed.Calls[Other], Call, Parsed.CallsAt[Index],
                       Errors);
        }))
      Earlier.push_back(Index);
  }
}

void checkContradictions(const MappingReader &Mapping,
                         const DraftResource &Parsed, RuleErrors &Errors) {
  const Resource &Data = Parsed.Data;
  if (Mapping.isSound() && !Mapping.has("acquire") && !Data.AlwaysOwned)
    Errors.add(Mapping.at(), "nothing acquires this resource: it needs "
                             "'acquire' or 'ownership: owned'");
  if (Mapping.isSound() && !Mapping.has("release") && !Data.ReleasedWithParent)
    Errors.add(Mapping.at(), "nothing releases this resource: it needs "
                             "'release' or 'released-with-parent: true'");
  if (Data.ReleasedWithParent && !Mapping.has("parent"))
    Errors.add(Mapping.keyAt("released-with-parent"),
               "'released-with-parent' needs a 'parent'");
  checkCalls(Parsed, Errors);
}

} // namespace dbtidy
