//===- Rule.h - What a database library acquires and releases ---*- C++ -*-===//
//
// The rules as plain data: resources, and the functions that acquire, release,
// borrow from or ask about their handles. No YAML here (RuleReader.h) and no
// clang AST; the facts layer matches these against declarations. Everything
// refers to text and lists elsewhere (ParsedRules.h), so that the built-in
// rules are constants which cost nothing to load.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_MODEL_RULE_H
#define DBTIDY_MODEL_RULE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <optional>

namespace dbtidy {

/// What kind of thing a resource is; the first word of a diagnostic.
enum class ResourceKind {
  Session,
  Statement,
  Result,
  Cursor,
  Transaction,
  Pool,
  Environment
};

/// The word for \p Kind as rules and diagnostics spell it ("session", ...).
const char *spelling(ResourceKind Kind);

/// An integer, or the name of a macro or enumerator that stands for one.
struct Constant {
  llvm::StringRef Name; ///< Empty where the rule gives the integer itself.
  int64_t Value = 0;
};

/// How a declaration is named and called.
enum class CalleeForm {
  Function,    ///< `ns::f(...)`; also a static member function.
  Method,      ///< `Class::f`, called on an object.
  Constructor, ///< `Class`, constructed as variable, temporary or with `new`.
  Member,      ///< `Struct::field`, a pointer to a function, called.
  Macro,       ///< A function-like macro that assigns a variable.
  Delete       ///< The `delete` expression.
};

/// Where a handle stands in a call. As rules spell it: `out: N` and
/// `through: N` are Pointee, `argument: N` and `in-place: N` are Argument,
/// `object: true` is Object; in a reset and a swap an index is a Pointee.
struct Slot {
  enum Kind {
    Returned, ///< The value of the call.
    Argument, ///< The argument at Index, by value. Of an acquisition: it points
              ///< to a struct that is initialised in place and is the handle.
    Pointee,  ///< What the argument at Index points to or refers to.
    Object    ///< The object that a method is called on, or that a
              ///< constructor makes (`new` included).
  };
  Kind Where = Returned;
  unsigned Index = 0; ///< Counts from 0; for Argument and Pointee.

  bool operator==(const Slot &O) const {
    return Where == O.Where && Index == O.Index;
  }
};

/// When an acquisition hands out something that must be released, or when a
/// release takes it back.
struct Condition {
  enum Kind {
    Always,        ///< Even when the call reports failure.
    NonNull,       ///< When the handle is not null; always, for one that is no
                   ///< pointer.
    NonNegative,   ///< When the (integer) handle is not negative.
    Returns,       ///< When the call returns one of Values.
    ReturnsNot,    ///< When the call returns none of Values.
    ReturnsAtLeast ///< When the call returns Values[0] or more.
  };
  Kind When = Always;
  llvm::ArrayRef<Constant> Values;

  /// Whether the returned status tells.
  bool dependsOnStatus() const {
    return When == Returns || When == ReturnsNot || When == ReturnsAtLeast;
  }
};

/// The rule applies only to calls with this constant at an argument.
struct ArgumentCondition {
  unsigned Argument = 0;
  bool Negated = false; ///< `not-equals` instead of `equals`.
  llvm::ArrayRef<Constant> AnyOf;
};

/// Nothing was handed out where this field of what an argument points to is not
/// zero after the call.
struct FieldCondition {
  unsigned Argument = 0;
  llvm::StringRef Field;
};

/// What a call does to a handle.
enum class Effect {
  Acquire, ///< Hands out a handle that must be released.
  Release, ///< Takes the handle back.
  Reset,   ///< Releases the handle and puts a new one in its place.
  Swap,    ///< Exchanges what two arguments hold.
  Adopt,   ///< Takes ownership; somebody else releases from here on.
  Borrow,  ///< Returns data that lives as long as the handle.
  Query,   ///< Returns the same answer until the handle is used otherwise.
  Use      ///< Uses the handle and leaves its ownership alone.
};

/// One function, and what it does to the handle of one resource.
struct CallRule {
  Effect What = Effect::Use;
  CalleeForm Form = CalleeForm::Function;
  llvm::StringRef Callee; ///< Qualified name; empty for Delete.
  /// Number of parameters, where only that overload is meant.
  std::optional<unsigned> Parameters;
  Slot Handle;
  /// The second handle of a Swap.
  Slot Other;
  /// Acquire: when something is owed. Release: when it is taken back.
  Condition Holds;
  std::optional<ArgumentCondition> When;
  std::optional<FieldCondition> Unless; ///< Acquire.
  /// Acquire: where the parent (connection, pool) stands. Release: the parent
  /// all of whose handles are taken back (Handle is not used then).
  std::optional<Slot> Parent;
  /// Release: a null handle is accepted.
  bool NullSafe = false;
  /// Release: the handle variable is null afterwards (it is passed by address).
  bool Nulls = false;
  /// Index into RuleSet::resources().
  unsigned Resource = 0;
};

/// One thing that is acquired and released.
struct Resource {
  llvm::StringRef Id;
  ResourceKind Kind = ResourceKind::Session;
  /// Type spellings as written, e.g. "PGconn *", "soci::session", "int".
  llvm::ArrayRef<llvm::StringRef> Handles;
  /// Whoever receives a handle of this type from a function nothing is known
  /// of owns it.
  bool AlwaysOwned = false;
  /// Id of the parent resource; empty for none.
  llvm::StringRef Parent;
  /// Releasing the parent releases this too.
  bool ReleasedWithParent = false;
  /// Owner types a C++ fix may write, most preferred first.
  llvm::ArrayRef<llvm::StringRef> Owners;
  llvm::ArrayRef<CallRule> Calls;
  /// Index into RuleSet::libraries().
  unsigned Library = 0;
};

/// One rule file.
struct Library {
  llvm::StringRef Name;
  /// As given; "<built-in>/libpq.yaml" for built-in ones.
  llvm::StringRef File;
  llvm::StringRef Manual;
  /// Headers that declare the library: "libpq-fe.h" matches that path suffix,
  /// "mysql/" everything in a folder of that name.
  llvm::ArrayRef<llvm::StringRef> Headers;
};

} // namespace dbtidy

#endif // DBTIDY_MODEL_RULE_H
