//===- MissingRelease.cpp - Which releases are missing ------------------===//
//
// The part of ReleaseInsertion that reads: which releases a finding needs, and
// whether each of them is safe. See ReleaseInsertion.h.
//
//===----------------------------------------------------------------------===//

#include "fixes/BorrowedData.h"
#include "fixes/FunctionNames.h"
#include "fixes/ReleaseInsertion.h"
#include "fixes/Risk.h"
#include "fixes/ThrowingExit.h"
#include "clang/AST/StmtCXX.h"
#include <fmt/format.h>

using namespace clang;

namespace dbtidy {

std::string MissingRelease::text(llvm::StringRef Indent,
                                 llvm::StringRef Step) const {
  std::string Statement = Call.of(Handle) + ";";
  if (!Guarded)
    return Statement;
  return fmt::format("if ({})\n{}{}{}", Handle, Indent.str(), Step.str(),
                     Statement);
}
std::string ReleaseInsertion::unusedName() const {
  FunctionNames Own = namesIn(Function);
  for (const char *Name : {"result", "returned", "answer"})
    if (!Own.Used.count(Name))
      return Name;
  return "";
}

/// Whether everything in \p Whole that is evaluated before \p Part is
/// reached by going left.
static bool isEvaluatedFirst(const Stmt *Part, const Stmt *Whole,
                             const ParentMap &Parents) {
  while (Part != Whole) {
    const Stmt *Parent = Parents.getParent(Part);
    if (!Parent)
      return false;
    if (const auto *B = dyn_cast<BinaryOperator>(Parent)) {
      if (B->isAssignmentOp() ? B->getRHS() != Part : B->getLHS() != Part)
        return false;
    } else if (const auto *C = dyn_cast<ConditionalOperator>(Parent)) {
      if (C->getCond() != Part)
        return false;
    } else if (!isa<ParenExpr, CastExpr, UnaryOperator, ExprWithCleanups>(
                   Parent)) {
      return false;
    }
    Part = Parent;
  }
  return true;
}

/// Whether \p Part is evaluated whenever \p Whole is.
static bool isAlwaysEvaluated(const Stmt *Part, const Stmt *Whole,
                              const ParentMap &Parents) {
  while (Part != Whole) {
    const Stmt *Parent = Parents.getParent(Part);
    const auto *B = dyn_cast_or_null<BinaryOperator>(Parent);
    const auto *C = dyn_cast_or_null<AbstractConditionalOperator>(Parent);
    if (!Parent || isa<StmtExpr, LambdaExpr>(Parent) ||
        (B && B->isLogicalOp() && B->getLHS() != Part) ||
        (C && C->getCond() != Part))
      return false;
    Part = Parent;
  }
  return true;
}

/// Whether \p Leaving overwrites \p V and reads it nowhere before that.
static bool overwritesUnread(const Stmt *Leaving, const Stmt *Statement,
                             const VarDecl *V, const ParentMap &Parents,
                             const SourceManager &SM) {
  const Stmt *Whole = Statement;
  if (const auto *I = dyn_cast<IfStmt>(Statement)) {
    if (I->getInit() || I->getConditionVariable())
      return false;
    Whole = I->getCond();
  } else if (const auto *S = dyn_cast<SwitchStmt>(Statement)) {
    if (S->getInit() || S->getConditionVariable())
      return false;
    Whole = S->getCond();
  } else if (!isa<Expr, DeclStmt, ReturnStmt>(Statement)) {
    return false;
  }
  // `if (n && (c = acquire()))`: the handle stays where n is zero.
  if (!isAlwaysEvaluated(Leaving, Whole, Parents))
    return false;
  FunctionNames Inside = namesIn(Whole);
  bool First = isa<Expr>(Whole) && isEvaluatedFirst(Leaving, Whole, Parents);
  SourceLocation End = Leaving->getEndLoc();
  for (const DeclRefExpr *R : Inside.References) {
    if (R->getDecl() != V)
      continue;
    const Stmt *Parent = Parents.getParentIgnoreParens(R);
    const auto *B = dyn_cast_or_null<BinaryOperator>(Parent);
    if (B && B == Leaving && B->isAssignmentOp() &&
        B->getLHS()->IgnoreParens() == R)
      continue;
    const auto *U = dyn_cast_or_null<UnaryOperator>(Parent);
    if (U && U->getOpcode() == UO_AddrOf &&
        SM.isPointWithin(R->getBeginLoc(), Leaving->getBeginLoc(), End))
      continue;
    if (First && SM.isBeforeInTranslationUnit(End, R->getBeginLoc()))
      continue;
    return false;
  }
  return true;
}

/// Whether the function writes fields of what \p V points to.
bool ReleaseInsertion::writesThrough(const VarDecl *V) const {
  return llvm::any_of(namesIn(Function).References, [&](const DeclRefExpr *R) {
    if (R->getDecl() != V || !V->getType()->isPointerType())
      return false;
    const Expr *Written = nullptr;
    for (const Stmt *S = Parents.getParent(R); S; S = Parents.getParent(S)) {
      if (const auto *M = dyn_cast<MemberExpr>(S))
        Written = M;
      else if (const auto *B = dyn_cast<BinaryOperator>(S))
        return Written && B->isAssignmentOp() &&
               B->getLHS()->IgnoreParens() == Written;
      else if (!isa<ImplicitCastExpr, ParenExpr>(S))
        return false;
    }
    return false;
  });
}

static std::string handleText(const Holder &H) {
  std::string Text = H.Variable->getNameAsString();
  for (const FieldDecl *F : H.Fields)
    Text += "." + F->getNameAsString();
  return H.InPlace ? "&" + Text : Text;
}

std::vector<MissingRelease>
ReleaseInsertion::missingReleases(const Finding &F, std::string &Why) const {
  auto Refuse = [&](std::string Reason) {
    Why = std::move(Reason);
    return std::vector<MissingRelease>();
  };
  if (!F.Ownership || !F.Ownership->Complete)
    return Refuse("the function is too complex");
  std::optional<ReleaseCall> Call = releaseCallFor(F, Decls, Source);
  if (!Call)
    return Refuse("its release cannot be written from here");
  FunctionNames Own = namesIn(Function);

  std::vector<MissingRelease> Result;
  for (const WayOut &Exit : F.Exits) {
    if (Exit.Kind == ExitKind::Call)
      return Refuse("a call that may throw leaves here");
    if (Exit.Kind == ExitKind::Discard)
      return Refuse("no variable holds the handle");
    const VarDecl *V = Exit.Place.Variable;
    if (!V)
      return Refuse("no local variable holds the handle on each way out");
    if (Exit.States.Other || !Exit.States.Held)
      return Refuse("'" + F.Variable +
                    "' holds no handle on some of the ways there");
    for (const VarDecl *Other : Own.Variables)
      if (Other != V && Other->getName() == V->getName())
        return Refuse("two variables are called '" + V->getNameAsString() +
                      "'");
    // Callbacks and data of the program's own: its release may come upon them.
    if (writesThrough(V))
      return Refuse("'" + F.Variable + "' is given data of the program's own");
    BorrowedData Borrowed(Body, V, F, Decls);
    if (Borrowed.outlives())
      return Refuse("data borrowed from '" + F.Variable +
                    "' outlives the function");

    bool Evaluates =
        Exit.Kind == ExitKind::Throw || Exit.Kind == ExitKind::Overwrite;
    if (Evaluates && Exit.Leaving &&
        mayEndInHandler(statementOf(Exit.Leaving, Parents), Parents, Decls))
      return Refuse("the way out may throw into a handler");

    std::string Risk = riskOf(F, V, Parents, Decls);
    if (!Risk.empty() && !Options.Risky)
      return Refuse("it would be wrong if " + Risk);

    MissingRelease M;
    M.Risk = std::move(Risk);
    M.Of = &F;
    M.Exit = &Exit;
    M.Call = *Call;
    M.Handle = handleText(Exit.Place);
    M.NeedsNulls = Exit.States.Released || Exit.States.Unset;
    if (M.NeedsNulls && (Exit.Place.InPlace || !Exit.Place.Fields.empty()))
      return Refuse("'" + F.Variable +
                    "' holds no handle on some of the ways there");
    bool MayBeNull = Exit.States.Null || Exit.States.MaybeNull || M.NeedsNulls;
    // Of handles that are numbers, zero is one as good as any.
    bool IsNumber = Exit.Place.Fields.empty() && !Exit.Place.InPlace &&
                    V->getType()->isIntegralOrEnumerationType();
    if (IsNumber && (Exit.States.Null || M.NeedsNulls))
      return Refuse("'" + F.Variable +
                    "' holds no handle on some of the ways there");
    M.Guarded =
        MayBeNull && !Call->NullSafe && !Exit.Place.InPlace && !IsNumber;
    if (const auto *R = dyn_cast_or_null<ReturnStmt>(Exit.Leaving)) {
      const Expr *E = R->getRetValue();
      // Whatever is called to make the value may need the handle, or what is
      // made from it, or throw into a handler that releases it.
      M.ReadLast = E && (namesIn(E).HasCall || Borrowed.isReadBy(E) ||
                         mayEndInHandler(R, Parents, Decls));
    } else if (Exit.Kind == ExitKind::Throw) {
      const auto *T = dyn_cast_or_null<CXXThrowExpr>(Exit.Leaving);
      if (!T || (T->getSubExpr() && Borrowed.isReadBy(T->getSubExpr())))
        return Refuse("what is thrown reads '" + F.Variable + "'");
    } else if (Exit.Kind == ExitKind::Overwrite) {
      const Stmt *Statement =
          Exit.Leaving ? statementOf(Exit.Leaving, Parents) : nullptr;
      if (!Statement || !overwritesUnread(Exit.Leaving, Statement, V, Parents,
                                          Source.manager()))
        return Refuse("the statement that overwrites '" + F.Variable +
                      "' may also read or keep it");
      if (Borrowed.isReadAfter(Exit.Leaving, Parents))
        return Refuse("data borrowed from '" + F.Variable +
                      "' is used after it is overwritten");
    } else if (Exit.Kind == ExitKind::ScopeEnd || Exit.Kind == ExitKind::Jump) {
      if (Borrowed.isReadOutside(scopeOf(V, Body, Source.manager())))
        return Refuse("data borrowed from '" + F.Variable +
                      "' is used outside of its scope");
    }
    Result.push_back(std::move(M));
  }
  return Result;
}

} // namespace dbtidy
