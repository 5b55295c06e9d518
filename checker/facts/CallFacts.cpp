//===- CallFacts.cpp - Calls, lambdas and macros --------------------------===//
//
// Calls, lambdas, and macros that acquire: what is passed, and to whom. What is
// known of the callee comes from CallSites.h. See FactsBuilder.h.
//
//===----------------------------------------------------------------------===//

#include "facts/FactsBuilder.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace dbtidy {

RegId FactsBuilder::emitCall(CallSite &Site, const Expr *E) {
  for (RegId R : Site.Args)
    use(R);
  use(Site.Object);
  use(Site.Target);
  RegId Dst = fresh();
  use(Dst);
  Instruction &I = emit(Opcode::Call, E);
  I.Call = &Site;
  I.Dst = Dst;
  StatementMaySplit |= !Site.Rules.empty() || Site.ReturnsHandle >= 0 ||
                       (Site.Callee && Site.Callee->hasBody());
  if (neverReturns(Site.Callee, Decls))
    emit(Opcode::Stop, E);
  return Dst;
}

void FactsBuilder::addArguments(CallSite &Site,
                                llvm::ArrayRef<const Expr *> Args) {
  for (const Expr *A : Args) {
    Site.Args.push_back(value(A));
    QualType T = A->getType();
    if (T->isFunctionPointerType() || T->isFunctionType())
      Site.HasCallback = true;
  }
}

/// The address of some element.
RegId FactsBuilder::anyElement(const VarDecl *Container, const Expr *E) {
  return element(addressOfVariable(Container, E), NoReg, nullptr, E);
}

/// `all.push_back(c)`, `all[0]`: a container as an array.
std::optional<RegId> FactsBuilder::lowerContainerCall(const CallExpr *E) {
  const auto *M = dyn_cast_or_null<CXXMethodDecl>(E->getDirectCallee());
  if (!M)
    return std::nullopt;
  const Expr *Object = nullptr;
  if (const auto *C = dyn_cast<CXXMemberCallExpr>(E))
    Object = C->getImplicitObjectArgument();
  else if (isa<CXXOperatorCallExpr>(E) && E->getNumArgs())
    Object = E->getArg(0);
  if (!Object)
    return std::nullopt;
  if (Containers.isRange(Object))
    return opaque(E); // begin() and end() of a loop.
  const VarDecl *V = Containers.plain(Object);
  if (!V)
    return std::nullopt;
  switch (containerOperation(M)) {
  case ContainerOperation::Other:
    break; // The iterator that insert() wants.
  case ContainerOperation::Look:
    return opaque(E);
  case ContainerOperation::Element:
    if (Exceptions.mayThrow(M))
      mayThrow(E, M->getNameAsString(), M);
    return anyElement(V, E);
  case ContainerOperation::Put: {
    const Expr *Last = E->getArg(E->getNumArgs() - 1);
    RegId R = value(Last);
    if (Last->isGLValue())
      R = load(R, Last->getType(), E);
    RegId Address = anyElement(V, E);
    if (Exceptions.mayThrow(M))
      mayThrow(E, M->getNameAsString(), M);
    store(Address, R, E);
    return Address;
  }
  }
  return opaque(E);
}

RegId FactsBuilder::lowerCall(const CallExpr *E) {
  if (std::optional<RegId> R = lowerContainerCall(E))
    return *R;
  CallSite &Site = newSite(E, "");
  llvm::SmallVector<const Expr *, 8> Args(E->arg_begin(), E->arg_end());
  const FunctionDecl *F = E->getDirectCallee();

  if (const auto *M = dyn_cast<CXXMemberCallExpr>(E)) {
    const Expr *Callee = M->getCallee()->IgnoreParens();
    if (const auto *Member = dyn_cast<MemberExpr>(Callee)) {
      RegId Base = Member->isArrow() ? value(Member->getBase())
                                     : addressOfObject(Member->getBase());
      Site.Object = Base;
    } else if (const auto *Op = dyn_cast<BinaryOperator>(Callee);
               Op && Op->isPtrMemOp()) {
      Site.Object = objectOfMemberPointer(Op);
      Site.Target = value(Op->getRHS());
    } else {
      Site.Target = value(Callee);
    }
  } else if (isa<CXXOperatorCallExpr>(E) && F && isa<CXXMethodDecl>(F) &&
             !Args.empty()) {
    if (!cast<CXXMethodDecl>(F)->isStatic())
      Site.Object = addressOfObject(Args.front());
    Args.erase(Args.begin());
  }
  addArguments(Site, Args);
  if (F) {
    describeCallee(Site, F, Decls, Exceptions);
    if (const auto *M = dyn_cast<CXXMemberCallExpr>(E))
      if (const auto *Member =
              dyn_cast<MemberExpr>(M->getCallee()->IgnoreParens()))
        if (Member->hasQualifier())
          Site.IsVirtual = false; // `Base::f()` is not dispatched.
  } else {
    if (Site.Target == NoReg && Site.Object == NoReg)
      Site.Target = value(E->getCallee());
    describeIndirect(Site, E->getCallee(), Decls, Exceptions);
  }
  if (!Site.Rules.empty())
    applyArgumentConditions(Site, Args, Decls);
  // `T &slot()` shows where a handle is, and hands out none.
  if (E->isGLValue())
    Site.ReturnsHandle = -1;
  else if (Site.ReturnsHandle < 0)
    Site.ReturnsHandle = Decls.handleOf(E->getType());
  return emitCall(Site, E);
}

RegId FactsBuilder::lowerLambda(const LambdaExpr *E) {
  CallSite &Site = newSite(E, "");
  Site.Callee = E->getCallOperator();
  // Initialisers of captures are values of their own: [c = std::move(p)].
  for (const Expr *Init : E->capture_inits())
    Site.Args.push_back(Init ? value(Init) : NoReg);
  RegId Dst = fresh();
  use(Dst);
  for (RegId R : Site.Args)
    use(R);
  Instruction &I = emit(Opcode::Closure, E);
  I.Call = &Site;
  I.Dst = Dst;
  return Dst;
}

/// The constant that a macro's expansion assigns is not of interest, the
/// handle that it puts into a variable is.
RegId FactsBuilder::macroAcquisition(const Expr *At, RegId Address,
                                     RegId Value) {
  if (!Decls.hasMacroRules())
    return Value;
  const SourceManager &SM = Context.getSourceManager();
  SourceLocation Loc = At->getExprLoc();
  while (Loc.isMacroID()) {
    llvm::StringRef Name =
        Lexer::getImmediateMacroName(Loc, SM, Context.getLangOpts());
    Declarations::RuleList Rules = Decls.rulesForMacro(Name);
    if (!Rules.empty() &&
        !At->isNullPointerConstant(Context, Expr::NPC_ValueDependentIsNull)) {
      if (Value != NoReg)
        store(Address, Value, At);
      CallSite &Site = newSite(At, Name);
      for (const CallRule *R : Rules)
        if (R->What == Effect::Acquire) {
          Site.Rules.push_back(R);
          Site.Args.resize(
              std::max<size_t>(Site.Args.size(), R->Handle.Index + 1), NoReg);
          Site.Args[R->Handle.Index] = Address;
        }
      use(Address);
      Instruction &I = emit(Opcode::Call, At);
      I.Call = &Site;
      I.Dst = fresh();
      use(I.Dst);
      return NoReg;
    }
    Loc = SM.getImmediateMacroCallerLoc(Loc);
  }
  return Value;
}

} // namespace dbtidy
