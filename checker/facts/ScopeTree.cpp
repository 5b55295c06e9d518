//===- ScopeTree.cpp - Lexical scopes and try blocks of a function --------===//
//
// One walk over the body with an explicit stack: bodies can nest deeper than
// the machine's stack (an else-if chain of thousands of branches). See
// ScopeTree.h.
//
//===----------------------------------------------------------------------===//

#include "facts/ScopeTree.h"
#include "support/Words.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace dbtidy {

static const Expr *madeBy(const Expr *E);

ScopeTree::ScopeTree(const FunctionDecl *F, const Stmt *Body) {
  Scopes.push_back({0, 0, Body, nullptr});
  for (const ParmVarDecl *P : F->parameters())
    declare(P, 0);
  ScopeId Root = 0;
  if (const auto *T = dyn_cast_or_null<CXXTryStmt>(Body)) {
    // A function-try-block: the initialisers are inside it.
    StmtScope[T] = 0;
    Root = open(0, T, T);
  }
  if (const auto *C = dyn_cast<CXXConstructorDecl>(F))
    for (const CXXCtorInitializer *I : C->inits())
      if (I->getInit()) {
        if (!I->isAnyMemberInitializer())
          Bases.insert(madeBy(I->getInit()));
        walk(I->getInit(), Root);
      }
  if (Body)
    walk(Body, 0);
}

ScopeId ScopeTree::open(ScopeId Parent, const Stmt *Origin,
                        const CXXTryStmt *Try) {
  Scopes.push_back({Parent, Scopes[Parent].Depth + 1, Origin, Try});
  return Scopes.size() - 1;
}

void ScopeTree::declare(const VarDecl *V, ScopeId In) {
  VarScope[V] = In;
  Scopes[In].Declares = true;
}

ScopeId ScopeTree::of(const Stmt *S) const {
  auto It = StmtScope.find(S);
  return It == StmtScope.end() ? 0 : It->second;
}

const CXXCatchStmt *ScopeTree::handlerAround(ScopeId S) const {
  while (true) {
    if (const auto *Handler = dyn_cast_or_null<CXXCatchStmt>(Scopes[S].Origin))
      return Handler;
    if (Scopes[S].Parent == S)
      return nullptr;
    S = Scopes[S].Parent;
  }
}

bool ScopeTree::encloses(ScopeId Outer, ScopeId Inner) const {
  while (Scopes[Inner].Depth > Scopes[Outer].Depth)
    Inner = Scopes[Inner].Parent;
  return Inner == Outer;
}

ScopeId ScopeTree::commonAncestor(ScopeId A, ScopeId B) const {
  while (A != B) {
    if (Scopes[A].Depth >= Scopes[B].Depth)
      A = Scopes[A].Parent;
    else
      B = Scopes[B].Parent;
  }
  return A;
}

const Expr *stripWrappers(const Expr *E) {
  while (true) {
    E = E->IgnoreParens();
    const auto *C = dyn_cast<ExprWithCleanups>(E);
    if (!C)
      return E;
    E = C->getSubExpr();
  }
}

/// The constructor call or call that makes the value of \p E, past everything
/// that only wraps it.
static const Expr *madeBy(const Expr *E) {
  while (E) {
    E = E->IgnoreParens();
    if (const auto *W = dyn_cast<ExprWithCleanups>(E))
      E = W->getSubExpr();
    else if (const auto *B = dyn_cast<CXXBindTemporaryExpr>(E))
      E = B->getSubExpr();
    else if (const auto *M = dyn_cast<MaterializeTemporaryExpr>(E))
      E = M->getSubExpr();
    else if (isa<ImplicitCastExpr, CXXFunctionalCastExpr>(E))
      E = cast<CastExpr>(E)->getSubExpr();
    else if (const auto *C = dyn_cast<CXXConstructExpr>(E);
             C && C->isElidable() && C->getNumArgs() >= 1)
      E = C->getArg(0);
    else
      return E;
  }
  return E;
}

void ScopeTree::noteInitialiser(const VarDecl *V) {
  const Expr *Init = V->getInit();
  if (!Init)
    return;
  if (!V->getType()->isReferenceType())
    Constructs[madeBy(Init)] = V;
}

void ScopeTree::noteUnevaluated(const Stmt *Root) {
  llvm::SmallVector<const Stmt *, 8> Stack(Root->child_begin(),
                                           Root->child_end());
  while (!Stack.empty()) {
    const Stmt *S = Stack.pop_back_val();
    if (!S)
      continue;
    Unevaluated.insert(S);
    Stack.append(S->child_begin(), S->child_end());
  }
}

static bool isSetjmp(const Stmt *S) {
  const auto *Call = dyn_cast<CallExpr>(S);
  const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
  if (!F || !F->getIdentifier())
    return false;
  return isOneOf(F->getName(), {"setjmp", "_setjmp", "sigsetjmp", "__sigsetjmp",
                                "longjmp", "siglongjmp", "__builtin_setjmp",
                                "__builtin_longjmp", "_longjmp"});
}

void ScopeTree::walk(const Stmt *RootStmt, ScopeId RootScope) {
  llvm::SmallVector<std::pair<const Stmt *, ScopeId>, 64> Stack;
  Stack.push_back({RootStmt, RootScope});
  auto PushIn = [&](const Stmt *S, ScopeId Id) {
    if (!S)
      return;
    Stack.push_back({S, Id});
    if (const auto *E = dyn_cast<Expr>(S))
      FullExpressions.insert(stripWrappers(E));
  };

  while (!Stack.empty()) {
    auto [S, Id] = Stack.pop_back_val();
    StmtScope[S] = Id;
    const CXXTryStmt *Try = Scopes[Id].Try;

    if (isa<IndirectGotoStmt>(S) || isSetjmp(S))
      ComputedFlow = true;

    if (const auto *T = dyn_cast<CXXTryStmt>(S)) {
      Stack.push_back({T->getTryBlock(), open(Id, T, T)});
      for (unsigned I = 0; I < T->getNumHandlers(); ++I) {
        const CXXCatchStmt *C = T->getHandler(I);
        ScopeId H = open(Id, C, Try);
        StmtScope[C] = H;
        if (const VarDecl *V = C->getExceptionDecl())
          declare(V, H);
        PushIn(C->getHandlerBlock(), H);
      }
      continue;
    }
    if (const auto *D = dyn_cast<DeclStmt>(S)) {
      for (const Decl *Each : D->decls()) {
        const auto *V = dyn_cast<VarDecl>(Each);
        if (!V)
          continue;
        if (V->hasLocalStorage())
          declare(V, Id);
        if (const auto *DD = dyn_cast<DecompositionDecl>(V))
          for (const BindingDecl *B : DD->bindings())
            if (const VarDecl *Holding = B->getHoldingVar())
              declare(Holding, Id);
        noteInitialiser(V);
      }
      for (const Stmt *Child : S->children())
        if (Child)
          Stack.push_back({Child, Id});
      continue;
    }
    if (const auto *L = dyn_cast<LambdaExpr>(S)) {
      // The body is a function of its own.
      for (const Expr *Init : L->capture_inits())
        if (Init)
          Stack.push_back({Init, Id});
      continue;
    }
    if (isa<CXXNoexceptExpr, UnaryExprOrTypeTraitExpr>(S)) {
      noteUnevaluated(S);
      continue;
    }
    if (const auto *E = dyn_cast<StmtExpr>(S)) {
      const CompoundStmt *Body = E->getSubStmt();
      if (!Body->body_empty())
        if (const auto *Last = dyn_cast<Expr>(Body->body_back()))
          Arms[stripWrappers(Last)] = E;
      Stack.push_back({Body, Id});
      continue;
    }
    if (const auto *N = dyn_cast<CXXNewExpr>(S))
      if (const Expr *Made = N->getConstructExpr())
        News[Made] = N;
    if (const auto *C = dyn_cast<AbstractConditionalOperator>(S)) {
      // `a ?: b` evaluates its condition once.
      if (const auto *Gnu = dyn_cast<BinaryConditionalOperator>(C))
        Arms[stripWrappers(Gnu->getCommon())] = C;
      else
        Arms[stripWrappers(C->getTrueExpr())] = C;
      Arms[stripWrappers(C->getFalseExpr())] = C;
    } else if (const auto *B = dyn_cast<BinaryOperator>(S);
               B && B->isLogicalOp()) {
      Arms[stripWrappers(B->getLHS())] = B;
      Arms[stripWrappers(B->getRHS())] = B;
    }

    const Expr *Condition = nullptr;
    if (const auto *I = dyn_cast<IfStmt>(S))
      Condition = I->getCond();
    else if (const auto *W = dyn_cast<WhileStmt>(S))
      Condition = W->getCond();
    else if (const auto *D = dyn_cast<DoStmt>(S))
      Condition = D->getCond();
    else if (const auto *F = dyn_cast<ForStmt>(S))
      Condition = F->getCond();
    else if (const auto *Choice = dyn_cast<SwitchStmt>(S))
      Condition = Choice->getCond();
    if (Condition)
      Conditions.insert(stripWrappers(Condition));

    bool Opens = isa<CompoundStmt, ForStmt, WhileStmt, IfStmt, SwitchStmt,
                     CXXForRangeStmt, DoStmt>(S);
    ScopeId Inner = Opens ? open(Id, S, Try) : Id;
    // The value of a returned expression outlives the expression.
    bool IsExpr = isa<Expr, ReturnStmt, CoreturnStmt>(S);
    for (const Stmt *Child : S->children()) {
      if (!Child)
        continue;
      if (IsExpr)
        Stack.push_back({Child, Inner});
      else
        PushIn(Child, Inner);
    }
  }
}

} // namespace dbtidy
