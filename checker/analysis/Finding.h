//===- Finding.h - A leaked resource, as plain data -------------*- C++ -*-===//
//
// What the analysis found out, for diagnostics and fixes: one finding per
// acquisition, with every way out that skips the release and the decisions on
// the way there. No behaviour, no diagnostics engine.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_ANALYSIS_FINDING_H
#define DBTIDY_ANALYSIS_FINDING_H

#include "model/Rule.h"
#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"
#include <memory>
#include <string>
#include <vector>

namespace clang {
class Expr;
class FieldDecl;
class FunctionDecl;
class Stmt;
class VarDecl;
} // namespace clang

namespace dbtidy {

/// A decision on the way from the acquisition to the way out.
struct PathNote {
  clang::SourceLocation At;
  std::string Text;
};

/// How control, or the handle, gets away.
enum class ExitKind {
  Return,      ///< `return`, `co_return`
  FunctionEnd, ///< falling off the end
  Throw,       ///< `throw`
  Call,        ///< a call that may throw
  Jump,        ///< goto, break, continue out of the variable's scope
  ScopeEnd,    ///< the end of the variable's scope
  Overwrite,   ///< the variable that holds the handle gets another value
  Discard      ///< nobody holds the handle
};

/// The local variable, or field of a local struct, that holds a handle.
struct Holder {
  const clang::VarDecl *Variable = nullptr; ///< Null where there is none.
  llvm::SmallVector<const clang::FieldDecl *, 2> Fields;
  /// The variable is the handle: a struct initialised in place.
  bool InPlace = false;

  bool operator==(const Holder &O) const {
    return Variable == O.Variable && Fields == O.Fields && InPlace == O.InPlace;
  }
};

/// What a holder holds in the states that reach a way out.
struct HolderStates {
  bool Held = false;      ///< The handle, still owed.
  bool MaybeNull = false; ///< The same, and it may be null.
  bool Null = false;      ///< Null.
  bool Released = false;  ///< A handle that was released before.
  bool Unset = false;     ///< Nothing: the variable was only declared.
  bool Other = false;     ///< Something else.
  /// The handle is held, and what it was made from is released already.
  bool ParentGone = false;
  /// Nobody knows any more what the handle was made from.
  bool ParentUnknown = false;
};

/// What a function that was given the handle said, as far as the way tells.
enum class Answer { Unknown, Zero, NotZero };

struct WayOut {
  ExitKind Kind;
  clang::SourceLocation At;
  std::string Text;
  std::vector<PathNote> Path;
  /// The statement that leaves, the expression that overwrites, or the block
  /// that ends; null at the end of the function.
  const clang::Stmt *Leaving = nullptr;
  Holder Place;
  HolderStates States;
  /// The function not visible that was the last to be given the handle and was
  /// heard before this way was taken; null for none.
  const clang::FunctionDecl *Asked = nullptr;
  Answer Said = Answer::Unknown;
};

/// Something that happened to a handle while a local variable held it.
struct HandleEvent {
  enum Kind {
    Released,          ///< By a call that Rule names.
    ReleasedOtherwise, ///< By a helper, with its parent, by an owner.
    Returned,          ///< By the `return` At, under whatever name.
    Kept               ///< Somebody else owns it, or may.
  };
  Kind What = Kept;
  const clang::Stmt *At = nullptr;
  const CallRule *Rule = nullptr;

  bool operator==(const HandleEvent &O) const {
    return What == O.What && At == O.At && Rule == O.Rule;
  }
};

/// What became of the handles in one function, over all its paths; fixes must
/// not be made without it.
class OwnershipFacts {
public:
  llvm::ArrayRef<HandleEvent> eventsOf(const clang::VarDecl *V) const {
    auto It = Events.find(V);
    return It == Events.end() ? llvm::ArrayRef<HandleEvent>() : It->second;
  }
  /// Whether what the call \p E hands out is always the caller's to release.
  bool acquires(const clang::Expr *E) const { return Acquisitions.count(E); }
  /// The resource that \p E acquires, for which acquires() holds.
  unsigned resourceOf(const clang::Expr *E) const {
    return Acquisitions.lookup(E);
  }

  llvm::DenseMap<const clang::VarDecl *, llvm::SmallVector<HandleEvent, 4>>
      Events;
  llvm::DenseMap<const clang::Expr *, unsigned> Acquisitions;
  /// The calls that some path makes, and those of a library's functions: the
  /// rules tell what these do.
  llvm::DenseSet<const clang::Expr *> Calls;
  /// Whether every path was seen: no bound was hit.
  bool Complete = true;
};

enum class FindingKind {
  Leak,             ///< Some way out does not release it.
  RawHandle,        ///< Every way out does, by hand: it has no owner.
  DoubleRelease,    ///< It is released, and was before.
  UseAfterRelease,  ///< It, or what was borrowed from it, is used behind that.
  MismatchedRelease ///< What releases it is not meant for it.
};

struct Finding {
  FindingKind What = FindingKind::Leak;
  unsigned Resource = 0; ///< Index into RuleSet::resources().
  ResourceKind Kind = ResourceKind::Session;
  /// The acquisition, or the misuse where that is an expression.
  const clang::Expr *Acquisition = nullptr;
  const clang::FunctionDecl *Function = nullptr;
  clang::SourceLocation At;
  std::string Variable; ///< As written, `this->conn`; empty for none.
  std::string Callee;
  std::string Release;       ///< The function that should have been called.
  std::vector<WayOut> Exits; ///< Explicit ones first, each by location.
  /// Where a raw handle is released, by location; the earlier release of what
  /// is misused, or its acquisition.
  std::vector<clang::SourceLocation> Releases;
  /// From the acquisition to the release, and from there to the misuse.
  std::vector<PathNote> Before, Path;
  bool Borrowed = false; ///< What is misused is data borrowed from it.
  /// It is released by hand, and then by its owner, which Releases names.
  bool ByOwner = false;
  /// The rule of the acquisition; null where a helper or belief tells.
  const CallRule *Rule = nullptr;
  Holder HeldBy; ///< The first that held it.
  std::shared_ptr<const OwnershipFacts> Ownership;
};

} // namespace dbtidy

#endif // DBTIDY_ANALYSIS_FINDING_H
