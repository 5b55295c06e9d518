//===- BorrowedData.cpp - Data of a handle that outlives it ---------------===//
//
// See BorrowedData.h.
//
//===----------------------------------------------------------------------===//

#include "fixes/BorrowedData.h"
#include "facts/NameBelief.h"
#include "fixes/Lineage.h"
#include "fixes/SourceText.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace dbtidy {

namespace {
/// Calls a function for every expression and variable with an initialiser.
class EachExpression : public RecursiveASTVisitor<EachExpression> {
public:
  explicit EachExpression(llvm::function_ref<void(const Stmt *)> OnStmt,
                          llvm::function_ref<void(const VarDecl *)> OnVar)
      : OnStmt(OnStmt), OnVar(OnVar) {}
  bool VisitStmt(Stmt *S) {
    OnStmt(S);
    return true;
  }
  bool VisitVarDecl(VarDecl *V) {
    OnVar(V);
    return true;
  }

private:
  llvm::function_ref<void(const Stmt *)> OnStmt;
  llvm::function_ref<void(const VarDecl *)> OnVar;
};
} // namespace

static void forEach(const Stmt *Body,
                    llvm::function_ref<void(const Stmt *)> OnStmt,
                    llvm::function_ref<void(const VarDecl *)> OnVar) {
  EachExpression(OnStmt, OnVar).TraverseStmt(const_cast<Stmt *>(Body));
}

/// Whether a value of type \p T may point at something that it does not own.
static bool mayPoint(QualType T) {
  T = T.getNonReferenceType().getCanonicalType();
  if (T->isPointerType() || T->isVoidPointerType())
    return true;
  const auto *R = T->getAsRecordDecl();
  if (!R || !R->getDefinition())
    return false;
  // A class with a destructor of its own owns what it points to.
  if (const auto *C = dyn_cast<CXXRecordDecl>(R->getDefinition()))
    if (!C->hasTrivialDestructor())
      return false;
  for (const FieldDecl *F : R->getDefinition()->fields())
    if (F->getType()->isPointerType() || F->getType()->isReferenceType() ||
        (F->getType()->isRecordType() && mayPoint(F->getType())))
      return true;
  // Views keep their pointer in a base class, in some libraries.
  if (const auto *C = dyn_cast<CXXRecordDecl>(R->getDefinition()))
    for (const CXXBaseSpecifier &B : C->bases())
      if (mayPoint(B.getType()))
        return true;
  return false;
}

BorrowedData::BorrowedData(const Stmt *Body, const VarDecl *Handle,
                           const Finding &F, Declarations &Decls)
    : Handle(Handle), Resource(F.Resource), Facts(*F.Ownership), Decls(Decls) {
  propagate(Body);
  findEscapes(Body);
  // `v = x` gives v another value, and does not read it.
  llvm::SmallPtrSet<const Expr *, 8> Written;
  auto OnStmt = [&](const Stmt *S) {
    if (const auto *B = dyn_cast<BinaryOperator>(S);
        B && B->getOpcode() == BO_Assign)
      Written.insert(B->getLHS()->IgnoreParens());
    const auto *R = dyn_cast<DeclRefExpr>(S);
    const auto *V = R ? dyn_cast<VarDecl>(R->getDecl()) : nullptr;
    if (V && Carriers.count(V))
      Reads.push_back(R);
  };
  forEach(Body, OnStmt, [](const VarDecl *) {});
  llvm::erase_if(Reads, [&](const Expr *R) { return Written.count(R) != 0; });
}

/// Whether \p C hands out a handle that needs ours.
bool BorrowedData::isMadeFromHandle(const CallExpr *C) const {
  int Made = Facts.acquires(C) ? int(Facts.resourceOf(C))
                               : Decls.handleOf(C->getType());
  return Made >= 0 && isMadeFrom(unsigned(Made), Resource, Decls.rules());
}

/// `c`, or `&c` of a handle that is initialised in place.
static bool isHandle(const Expr *E, const VarDecl *Handle) {
  E = E->IgnoreParenImpCasts();
  const auto *U = dyn_cast<UnaryOperator>(E);
  if (U && U->getOpcode() == UO_AddrOf)
    E = U->getSubExpr()->IgnoreParenImpCasts();
  const auto *R = dyn_cast<DeclRefExpr>(E);
  return R && R->getDecl() == Handle;
}

bool BorrowedData::carries(const Expr *E) const {
  if (!E)
    return false;
  E = E->IgnoreParenImpCasts();
  if (const auto *R = dyn_cast<DeclRefExpr>(E)) {
    const auto *V = dyn_cast<VarDecl>(R->getDecl());
    return V && (V == Handle || Carriers.count(V));
  }
  if (!mayPoint(E->getType()))
    return false;
  if (const auto *C = dyn_cast<CallExpr>(E)) {
    // Another handle is released on its own account.
    if ((Facts.acquires(C) || Decls.handleOf(C->getType()) >= 0) &&
        !isMadeFromHandle(C))
      return false;
    for (const Expr *A : C->arguments())
      if (carries(A))
        return true;
    if (const auto *M = dyn_cast<CXXMemberCallExpr>(C))
      return carries(M->getImplicitObjectArgument());
    return false;
  }
  for (const Stmt *Child : E->children())
    if (carries(dyn_cast_or_null<Expr>(Child)))
      return true;
  return false;
}

bool BorrowedData::isLocalPlace(const Expr *LHS, const VarDecl **Root) const {
  LHS = LHS->IgnoreParenImpCasts();
  if (const auto *R = dyn_cast<DeclRefExpr>(LHS)) {
    const auto *V = dyn_cast<VarDecl>(R->getDecl());
    if (Root)
      *Root = V;
    return V && V->hasLocalStorage() && !V->getType()->isReferenceType();
  }
  if (const auto *M = dyn_cast<MemberExpr>(LHS))
    return !M->isArrow() && isLocalPlace(M->getBase(), Root);
  if (const auto *S = dyn_cast<ArraySubscriptExpr>(LHS)) {
    const Expr *Base = S->getBase()->IgnoreParenImpCasts();
    return Base->getType()->isArrayType() && isLocalPlace(Base, Root);
  }
  return false;
}

/// `prepare(c, &s)`: what is made from the handle, left in a variable.
void BorrowedData::findChildren(const CallExpr *C) {
  if (!Facts.acquires(C) || !isMadeFromHandle(C) ||
      llvm::none_of(C->arguments(), [&](const Expr *A) {
        return isHandle(A, Handle) || carries(A);
      }))
    return;
  for (const Expr *A : C->arguments()) {
    A = A->IgnoreParenCasts();
    QualType T = A->getType();
    if (!T->isPointerType() || !T->getPointeeType()->isPointerType() ||
        T->getPointeeType().isConstQualified())
      continue;
    const auto *U = dyn_cast<UnaryOperator>(A);
    const VarDecl *Root = nullptr;
    if (U && U->getOpcode() == UO_AddrOf &&
        isLocalPlace(U->getSubExpr(), &Root)) {
      if (Root && Root != Handle)
        Carriers.insert(Root);
    } else if (!A->isNullPointerConstant(Decls.context(),
                                         Expr::NPC_ValueDependentIsNull)) {
      Outlives = true;
    }
  }
}

void BorrowedData::propagate(const Stmt *Body) {
  size_t Before;
  do {
    Before = Carriers.size();
    auto OnStmt = [&](const Stmt *S) {
      const auto *B = dyn_cast<BinaryOperator>(S);
      const VarDecl *Root = nullptr;
      if (B && B->isAssignmentOp() && isLocalPlace(B->getLHS(), &Root) &&
          Root && Root != Handle && mayPoint(B->getLHS()->getType()) &&
          carries(B->getRHS()))
        Carriers.insert(Root);
      if (const auto *C = dyn_cast<CallExpr>(S))
        findChildren(C);
    };
    auto OnVar = [&](const VarDecl *V) {
      if (V != Handle && V->hasInit() && mayPoint(V->getType()) &&
          carries(V->getInit()))
        Carriers.insert(V);
    };
    forEach(Body, OnStmt, OnVar);
  } while (Carriers.size() != Before);
}

void BorrowedData::findEscapes(const Stmt *Body) {
  auto OnStmt = [&](const Stmt *S) {
    if (const auto *R = dyn_cast<ReturnStmt>(S)) {
      const Expr *E = R->getRetValue();
      if (E && mayPoint(E->getType()) && !isHandle(E, Handle))
        Outlives |= carries(E);
    } else if (const auto *T = dyn_cast<CXXThrowExpr>(S)) {
      if (T->getSubExpr() && mayPoint(T->getSubExpr()->getType()))
        Outlives |= carries(T->getSubExpr());
    } else if (const auto *B = dyn_cast<BinaryOperator>(S)) {
      if (B->isAssignmentOp() && mayPoint(B->getLHS()->getType()) &&
          !isLocalPlace(B->getLHS()) && !isHandle(B->getRHS(), Handle))
        Outlives |= carries(B->getRHS());
    } else if (const auto *C = dyn_cast<CallExpr>(S)) {
      const FunctionDecl *F = C->getDirectCallee();
      const auto *M = dyn_cast_or_null<CXXMethodDecl>(F);
      // v.push_back(PQgetvalue(...)) with a vector of pointers.
      bool Stores = M && !M->isConst() && M->getParent()->isInStdNamespace();
      for (unsigned I = 0; I < C->getNumArgs(); ++I) {
        const Expr *A = C->getArg(I);
        if (isHandle(A, Handle) || !mayPoint(A->getType()) || !carries(A))
          continue;
        QualType Taken = F && I < F->getNumParams()
                             ? F->getParamDecl(I)->getType()
                             : QualType();
        bool Pointee = !Taken.isNull() && Taken->isPointerType() &&
                       !Taken->getPointeeType().isConstQualified();
        if ((Stores && !Taken.isNull() && mayPoint(Taken)) ||
            (F && Pointee && F->getDeclName().isIdentifier() &&
             namesKeep(F->getName())))
          Outlives = true;
      }
    }
  };
  auto OnVar = [&](const VarDecl *V) {
    if (!V->hasLocalStorage() && V->hasInit() && mayPoint(V->getType()))
      Outlives |= V != Handle && carries(V->getInit());
  };
  forEach(Body, OnStmt, OnVar);
}

bool BorrowedData::isReadBy(const Expr *E) const {
  bool Found = false;
  auto OnStmt = [&](const Stmt *S) {
    if (const auto *R = dyn_cast<DeclRefExpr>(S))
      if (const auto *V = dyn_cast<VarDecl>(R->getDecl()))
        Found |= V == Handle || Carriers.count(V);
  };
  forEach(E, OnStmt, [](const VarDecl *) {});
  return Found;
}

bool BorrowedData::isReadOutside(SourceRange Scope) const {
  const SourceManager &SM = Decls.context().getSourceManager();
  return llvm::any_of(Reads, [&](const DeclRefExpr *R) {
    SourceLocation At = SM.getExpansionLoc(R->getLocation());
    return SM.isBeforeInTranslationUnit(At, Scope.getBegin()) ||
           SM.isBeforeInTranslationUnit(Scope.getEnd(), At);
  });
}

/// The outermost loop around \p S that \p V is declared outside of, or \p S.
static const Stmt *loopAround(const Stmt *S, const VarDecl *V,
                              const ParentMap &Parents,
                              const SourceManager &SM) {
  const Stmt *Loop = S;
  for (; S; S = Parents.getParent(S))
    if (isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(S) &&
        !SM.isPointWithin(SM.getExpansionLoc(V->getLocation()),
                          SM.getExpansionLoc(S->getBeginLoc()),
                          SM.getExpansionLoc(S->getEndLoc())))
      Loop = S;
  return Loop;
}

/// Whether \p V is given a new value in a statement that follows \p S in its
/// block, before it is read and before anything jumps away.
static bool isRenewed(const VarDecl *V, const Stmt *S,
                      const ParentMap &Parents) {
  const Stmt *Statement = statementOf(S, Parents);
  const auto *Block =
      Statement ? dyn_cast_or_null<CompoundStmt>(Parents.getParent(Statement))
                : nullptr;
  if (!Block || !isa<Expr>(Statement))
    return false;
  auto It = llvm::find(Block->body(), Statement);
  for (++It; It != Block->body_end(); ++It) {
    const auto *B = dyn_cast<BinaryOperator>(*It);
    const auto *R =
        B ? dyn_cast<DeclRefExpr>(B->getLHS()->IgnoreParens()) : nullptr;
    bool Renews = R && R->getDecl() == V && B->getOpcode() == BO_Assign;
    bool Meddles = false;
    auto OnStmt = [&](const Stmt *Part) {
      const auto *Mention = dyn_cast<DeclRefExpr>(Part);
      Meddles |=
          (Mention && Mention != R && Mention->getDecl() == V) ||
          isa<GotoStmt, BreakStmt, ContinueStmt, LabelStmt, SwitchCase>(Part);
    };
    forEach(*It, OnStmt, [](const VarDecl *) {});
    if (Meddles || Renews)
      return !Meddles;
  }
  return false;
}

bool BorrowedData::isReadAfter(const Stmt *Overwriting,
                               const ParentMap &Parents) const {
  const SourceManager &SM = Decls.context().getSourceManager();
  return llvm::any_of(Reads, [&](const DeclRefExpr *R) {
    const auto *V = cast<VarDecl>(R->getDecl());
    SourceLocation From = SM.getExpansionLoc(
        loopAround(Overwriting, V, Parents, SM)->getBeginLoc());
    return !SM.isBeforeInTranslationUnit(SM.getExpansionLoc(R->getLocation()),
                                         From) &&
           !isRenewed(V, Overwriting, Parents);
  });
}

} // namespace dbtidy
