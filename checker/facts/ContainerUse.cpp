//===- ContainerUse.cpp ---------------------------------------------------===//
//
// Which containers are used in plain ways only. See ContainerUse.h.
//
//===----------------------------------------------------------------------===//

#include "facts/ContainerUse.h"
#include "facts/ScopeTree.h"
#include "support/Words.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace dbtidy {

/// Helpers that pass a container on are followed this deep.
static constexpr unsigned MaxDepth = 4;

static bool isMap(const CXXRecordDecl *R) {
  return isOneOf(R->getName(), {"map", "unordered_map"});
}

/// A container of pointers or numbers.
static const CXXRecordDecl *asContainer(const CXXRecordDecl *R) {
  const auto *S = dyn_cast_or_null<ClassTemplateSpecializationDecl>(R);
  if (!S || !S->isInStdNamespace() || !S->getIdentifier())
    return nullptr;
  if (!isMap(S) && !isOneOf(S->getName(), {"vector", "list", "deque"}))
    return nullptr;
  const TemplateArgumentList &Args = S->getTemplateArgs();
  unsigned Index = isMap(S) ? 1 : 0;
  if (Args.size() <= Index ||
      Args.get(Index).getKind() != TemplateArgument::Type)
    return nullptr;
  QualType Element = Args.get(Index).getAsType();
  return Element->isPointerType() || Element->isIntegralOrEnumerationType()
             ? S
             : nullptr;
}

static const CXXRecordDecl *containerOf(QualType T) {
  return asContainer(T.getNonReferenceType()->getAsCXXRecordDecl());
}

ContainerOperation containerOperation(const CXXMethodDecl *M) {
  const CXXRecordDecl *R = asContainer(M->getParent());
  if (!R)
    return ContainerOperation::Other;
  if (M->getOverloadedOperator() == OO_Subscript)
    return ContainerOperation::Element;
  if (!M->getIdentifier())
    return ContainerOperation::Other;
  llvm::StringRef Name = M->getName();
  if (isOneOf(Name, {"at", "front", "back"}))
    return ContainerOperation::Element;
  if (isOneOf(Name, {"size", "empty", "capacity", "reserve", "count"}))
    return ContainerOperation::Look;
  if (isMap(R))
    return ContainerOperation::Other;
  if (isOneOf(Name, {"clear", "pop_back", "pop_front"}))
    return ContainerOperation::Look;
  if (isOneOf(Name,
              {"push_back", "push_front", "emplace_back", "emplace_front"}))
    return M->getNumParams() == 1 ? ContainerOperation::Put
                                  : ContainerOperation::Other;
  // insert(where, value) and insert(where, count, value); not a range.
  if (Name == "insert" && M->getNumParams() >= 2) {
    QualType Last = M->getParamDecl(M->getNumParams() - 1)->getType();
    if (Last->isReferenceType() && Last.getNonReferenceType()->isScalarType())
      return ContainerOperation::Put;
  }
  return ContainerOperation::Other;
}

static const DeclRefExpr *nameIn(const Expr *E) {
  return dyn_cast<DeclRefExpr>(stripWrappers(E)->IgnoreParenImpCasts());
}

/// Notes every use of a container that is not a plain one.
struct ContainerVisitor : RecursiveASTVisitor<ContainerVisitor> {
  ContainerVisitor(ContainerUse &Own, unsigned Depth)
      : Own(Own), Depth(Depth) {}

  bool VisitVarDecl(VarDecl *V) {
    if (!V->hasLocalStorage() || !containerOf(V->getType()))
      return true;
    Own.Containers.insert(V);
    const auto *Made = dyn_cast_or_null<CXXConstructExpr>(
        V->getInit() ? stripWrappers(V->getInit()) : nullptr);
    bool Empty = Made && Made->getNumArgs() == 0;
    if (!isa<ParmVarDecl>(V) && (V->getType()->isReferenceType() || !Empty))
      Own.Other.insert(V);
    return true;
  }
  bool VisitCXXMemberCallExpr(CXXMemberCallExpr *C) {
    const CXXMethodDecl *M = C->getMethodDecl();
    const auto *Member = dyn_cast<MemberExpr>(C->getCallee()->IgnoreParens());
    if (!M || !Member || Member->isArrow())
      return true;
    ContainerOperation Op = containerOperation(M);
    if (Op != ContainerOperation::Other)
      allow(C->getImplicitObjectArgument());
    // insert(v.end(), value)
    if (Op == ContainerOperation::Put)
      for (const Expr *A : C->arguments())
        allowIterator(A);
    return true;
  }
  bool VisitCXXOperatorCallExpr(CXXOperatorCallExpr *C) {
    const auto *M = dyn_cast_or_null<CXXMethodDecl>(C->getDirectCallee());
    if (M && C->getNumArgs() &&
        containerOperation(M) != ContainerOperation::Other)
      allow(C->getArg(0));
    return true;
  }
  bool VisitCXXForRangeStmt(CXXForRangeStmt *F) {
    const DeclRefExpr *R =
        F->getRangeInit() ? nameIn(F->getRangeInit()) : nullptr;
    const auto *V = R ? dyn_cast<VarDecl>(R->getDecl()) : nullptr;
    const CXXRecordDecl *C = V ? containerOf(V->getType()) : nullptr;
    const VarDecl *Loop = F->getLoopVariable();
    if (!C || isMap(C) || !Loop || isa<DecompositionDecl>(Loop))
      return true;
    Allowed.insert(R);
    Own.Loops[Loop] = V;
    if (const auto *D = F->getRangeStmt())
      Own.Ranges[cast<VarDecl>(D->getSingleDecl())] = V;
    return true;
  }
  bool VisitCallExpr(CallExpr *C) {
    const FunctionDecl *F = C->getDirectCallee();
    const auto *M = dyn_cast_or_null<CXXMethodDecl>(F);
    if (!F || (M && M->isVirtual()) || isa<CXXOperatorCallExpr>(C))
      return true;
    for (unsigned I = 0; I < C->getNumArgs() && I < F->getNumParams(); ++I) {
      const Expr *A = stripWrappers(C->getArg(I));
      if (const auto *Temporary = dyn_cast<CXXBindTemporaryExpr>(A))
        A = Temporary->getSubExpr();
      if (const auto *Copy = dyn_cast<CXXConstructExpr>(A);
          Copy && Copy->getConstructor()->isCopyConstructor())
        A = Copy->getArg(0);
      const DeclRefExpr *R = nameIn(A);
      if (R && containerOf(R->getType()) &&
          ContainerUse::isPlainParameter(F, I, Depth + 1))
        Allowed.insert(R);
    }
    return true;
  }
  // What a closure does with a container is not looked at.
  bool TraverseLambdaExpr(LambdaExpr *L) {
    for (const LambdaCapture &C : L->captures())
      if (C.capturesVariable())
        if (const auto *V = dyn_cast<VarDecl>(C.getCapturedVar()))
          Own.Other.insert(V);
    return true;
  }
  bool VisitDeclRefExpr(DeclRefExpr *R) {
    if (const auto *V = dyn_cast<VarDecl>(R->getDecl()))
      if (containerOf(V->getType()) && !Allowed.count(R))
        Own.Other.insert(V);
    return true;
  }

  void allow(const Expr *Object) {
    if (const DeclRefExpr *R = nameIn(Object))
      Allowed.insert(R);
  }
  void allowIterator(const Expr *A) {
    A = stripWrappers(A)->IgnoreImplicit();
    while (const auto *Made = dyn_cast<CXXConstructExpr>(A)) {
      if (Made->getNumArgs() != 1)
        return;
      A = stripWrappers(Made->getArg(0))->IgnoreImplicit();
    }
    if (const auto *C = dyn_cast<CXXMemberCallExpr>(A))
      if (const CXXMethodDecl *M = C->getMethodDecl();
          M && M->getIdentifier() &&
          isOneOf(M->getName(), {"begin", "end", "cbegin", "cend"}))
        allow(C->getImplicitObjectArgument());
  }

  ContainerUse &Own;
  unsigned Depth;
  llvm::DenseSet<const DeclRefExpr *> Allowed;
};

ContainerUse::ContainerUse(const FunctionDecl *F) : ContainerUse(F, 0) {}

ContainerUse::ContainerUse(const FunctionDecl *F, unsigned Depth) {
  look(F, Depth);
}

void ContainerUse::look(const FunctionDecl *F, unsigned Depth) {
  if (!F->getASTContext().getLangOpts().CPlusPlus)
    return;
  ContainerVisitor Visitor(*this, Depth);
  for (ParmVarDecl *P : F->parameters())
    Visitor.VisitVarDecl(P);
  if (F->getBody())
    Visitor.TraverseStmt(F->getBody());
  if (const auto *C = dyn_cast<CXXConstructorDecl>(F))
    for (const CXXCtorInitializer *Init : C->inits())
      Visitor.TraverseStmt(Init->getInit());
}

bool ContainerUse::isPlainParameter(const FunctionDecl *F, unsigned Index,
                                    unsigned Depth) {
  const FunctionDecl *Definition = nullptr;
  if (Depth > MaxDepth || !F->hasBody(Definition) ||
      Definition->isDependentContext() ||
      Definition->getASTContext().getSourceManager().isInSystemHeader(
          Definition->getLocation()))
    return false;
  ContainerUse Inner(Definition, Depth);
  return Inner.isPlain(Definition->getParamDecl(Index));
}

const VarDecl *ContainerUse::plain(const Expr *E) const {
  const DeclRefExpr *R = nameIn(E);
  const auto *V = R ? dyn_cast<VarDecl>(R->getDecl()) : nullptr;
  return V && isPlain(V) ? V : nullptr;
}

const VarDecl *ContainerUse::walkedBy(const VarDecl *Loop) const {
  const VarDecl *V = Loops.lookup(Loop);
  return V && isPlain(V) ? V : nullptr;
}

bool ContainerUse::isRange(const Expr *E) const {
  const DeclRefExpr *R = nameIn(E);
  const auto *V = R ? dyn_cast<VarDecl>(R->getDecl()) : nullptr;
  const VarDecl *Container = V ? Ranges.lookup(V) : nullptr;
  return Container && isPlain(Container);
}

} // namespace dbtidy
