//===- BorrowedData.cpp - Data of a handle that outlives it ---------------===//
//
// See BorrowedData.h.
//
//===----------------------------------------------------------------------===//

#include "fixes/BorrowedData.h"
#include "facts/NameBelief.h"
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
                           const OwnershipFacts &Facts, Declarations &Decls)
    : Handle(Handle), Facts(Facts), Decls(Decls) {
  propagate(Body);
  findEscapes(Body);
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
    // A child handle is released on its own account.
    if (Facts.acquires(C) || Decls.handleOf(C->getType()) >= 0)
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
    };
    auto OnVar = [&](const VarDecl *V) {
      if (V != Handle && V->hasInit() && mayPoint(V->getType()) &&
          carries(V->getInit()))
        Carriers.insert(V);
    };
    forEach(Body, OnStmt, OnVar);
  } while (Carriers.size() != Before);
}

static bool isHandle(const Expr *E, const VarDecl *Handle) {
  const auto *R = dyn_cast<DeclRefExpr>(E->IgnoreParenImpCasts());
  return R && R->getDecl() == Handle;
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
  bool Reads = false;
  auto OnStmt = [&](const Stmt *S) {
    if (const auto *R = dyn_cast<DeclRefExpr>(S))
      if (const auto *V = dyn_cast<VarDecl>(R->getDecl()))
        Reads |= V == Handle || Carriers.count(V);
  };
  forEach(E, OnStmt, [](const VarDecl *) {});
  return Reads;
}

} // namespace dbtidy
