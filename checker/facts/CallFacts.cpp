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

RegId FactsBuilder::lowerCall(const CallExpr *E) {
  CallSite &Site = newSite(E, "");
  llvm::SmallVector<const Expr *, 8> Args(E->arg_begin(), E->arg_end());
  const FunctionDecl *F = E->getDirectCallee();

  if (const auto *M = dyn_cast<CXXMemberCallExpr>(E)) {
    const Expr *Callee = M->getCallee()->IgnoreParens();
    if (const auto *Member = dyn_cast<MemberExpr>(Callee)) {
      RegId Base = Member->isArrow() ? value(Member->getBase())
                                     : addressOfObject(Member->getBase());
      Site.Object = Base;
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
