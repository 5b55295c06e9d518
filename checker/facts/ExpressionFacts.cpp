//===- ExpressionFacts.cpp - Names, literals, temporaries -----------------===//
//
// Expressions but operators, calls and the making of objects: literals, names,
// members, temporaries, `throw`. lower() sends each kind to its own function.
// See FactsBuilder.h.
//
//===----------------------------------------------------------------------===//

#include "facts/FactsBuilder.h"
#include "support/ConstantInt.h"

using namespace clang;

namespace dbtidy {

RegId FactsBuilder::value(const Expr *E) {
  E = stripWrappers(E);
  auto It = Registers.find(E);
  if (It != Registers.end()) {
    use(It->second);
    return It->second;
  }
  auto Op = Merged.find(E);
  if (Op != Merged.end())
    return Op->second;
  // Not an element of the CFG: a default argument, a literal that clang
  // folded away. Evaluated where it is used.
  if (Depth > 64)
    return opaque(E);
  ++Depth;
  RegId R = lower(E);
  --Depth;
  return define(E, R);
}

/// The address of an element. Only an index that is written as a constant
/// tells one element from the others: what a counter is worth in one round of
/// a loop says nothing of the other rounds.
RegId FactsBuilder::element(RegId Base, RegId Index, const Expr *Written,
                            const Expr *E) {
  RegId R = unary(Opcode::ElementAddress, Base, E);
  if (constantInt(Written, Context)) {
    use(Index);
    Current->Code.back().B = Index;
  }
  return R;
}

/// The address of the object that \p Base is, made in memory where it is a
/// temporary.
RegId FactsBuilder::addressOfObject(const Expr *Base) {
  RegId R = value(Base);
  if (Base->isPRValue() && !Base->getType()->isPointerType())
    return unary(Opcode::TempAddress, R, Base);
  return R;
}

RegId FactsBuilder::lower(const Expr *E) {
  if (E->isTypeDependent() || E->isValueDependent())
    return opaque(E);
  if (const auto *C = dyn_cast<CastExpr>(E))
    return lowerCast(C);
  if (const auto *U = dyn_cast<UnaryOperator>(E))
    return lowerUnary(U);
  if (const auto *B = dyn_cast<BinaryOperator>(E))
    return lowerBinary(B);
  if (const auto *C = dyn_cast<CallExpr>(E))
    return lowerCall(C);
  if (const auto *C = dyn_cast<CXXConstructExpr>(E))
    return lowerConstruct(C);

  switch (E->getStmtClass()) {
  case Stmt::IntegerLiteralClass: {
    const llvm::APInt &V = cast<IntegerLiteral>(E)->getValue();
    return V.getActiveBits() <= 63 ? constant(int64_t(V.getZExtValue()), E)
                                   : opaque(E);
  }
  case Stmt::CharacterLiteralClass:
    return constant(cast<CharacterLiteral>(E)->getValue(), E);
  case Stmt::CXXBoolLiteralExprClass:
    return constant(cast<CXXBoolLiteralExpr>(E)->getValue(), E);
  case Stmt::CXXNullPtrLiteralExprClass:
  case Stmt::GNUNullExprClass:
  case Stmt::ImplicitValueInitExprClass:
  case Stmt::CXXScalarValueInitExprClass:
    return constant(0, E);
  case Stmt::UnaryExprOrTypeTraitExprClass:
  case Stmt::OffsetOfExprClass:
  case Stmt::TypeTraitExprClass:
  case Stmt::CXXNoexceptExprClass: {
    std::optional<int64_t> V = constantInt(E, Context);
    return V ? constant(*V, E) : opaque(E);
  }
  case Stmt::DeclRefExprClass:
    return lowerDeclRef(cast<DeclRefExpr>(E));
  case Stmt::MemberExprClass:
    return lowerMember(cast<MemberExpr>(E));
  case Stmt::ArraySubscriptExprClass: {
    const auto *A = cast<ArraySubscriptExpr>(E);
    RegId Base = value(A->getBase()), Index = value(A->getIdx());
    return element(Base, Index, A->getIdx(), E);
  }
  case Stmt::CXXThisExprClass:
    return unary(Opcode::This, NoReg, E);
  case Stmt::CXXBindTemporaryExprClass:
    return lowerTemporary(cast<CXXBindTemporaryExpr>(E));
  case Stmt::InitListExprClass:
    return lowerInitList(cast<InitListExpr>(E));
  case Stmt::CXXDefaultArgExprClass:
    return lowerDefaultArgument(cast<CXXDefaultArgExpr>(E));
  case Stmt::CXXNewExprClass:
    return lowerNew(cast<CXXNewExpr>(E));
  case Stmt::CXXDeleteExprClass:
    return lowerDelete(cast<CXXDeleteExpr>(E));
  case Stmt::BlockExprClass:
    return lowerBlockLiteral(cast<BlockExpr>(E));
  case Stmt::LambdaExprClass:
    return lowerLambda(cast<LambdaExpr>(E));
  case Stmt::CXXThrowExprClass:
    return lowerThrow(cast<CXXThrowExpr>(E));
  case Stmt::CoawaitExprClass:
  case Stmt::CoyieldExprClass:
    return lowerSuspension(cast<CoroutineSuspendExpr>(E));
  case Stmt::StmtExprClass:
  case Stmt::ConditionalOperatorClass:
  case Stmt::BinaryConditionalOperatorClass:
    return mergedValue(E);
  default:
    return lowerOther(E);
  }
}

/// Expressions that stand for another one, or for a temporary of its value.
RegId FactsBuilder::lowerOther(const Expr *E) {
  switch (E->getStmtClass()) {
  case Stmt::ConstantExprClass:
    return value(cast<ConstantExpr>(E)->getSubExpr());
  case Stmt::CXXStdInitializerListExprClass: {
    // Read through iterators: whoever walks over it may take what is there.
    RegId R = value(cast<CXXStdInitializerListExpr>(E)->getSubExpr());
    use(R);
    emit(Opcode::Escape, E).A = R;
    return R;
  }
  case Stmt::SubstNonTypeTemplateParmExprClass:
    return value(cast<SubstNonTypeTemplateParmExpr>(E)->getReplacement());
  case Stmt::CXXDefaultInitExprClass:
    return value(cast<CXXDefaultInitExpr>(E)->getExpr());
  case Stmt::CXXRewrittenBinaryOperatorClass:
    return value(cast<CXXRewrittenBinaryOperator>(E)->getSemanticForm());
  case Stmt::OpaqueValueExprClass:
    if (const Expr *Source = cast<OpaqueValueExpr>(E)->getSourceExpr())
      return value(Source);
    return opaque(E);
  case Stmt::MaterializeTemporaryExprClass:
    return unary(Opcode::TempAddress,
                 value(cast<MaterializeTemporaryExpr>(E)->getSubExpr()), E);
  case Stmt::CompoundLiteralExprClass:
    return unary(Opcode::TempAddress,
                 value(cast<CompoundLiteralExpr>(E)->getInitializer()), E);
  default:
    return opaque(E);
  }
}

RegId FactsBuilder::lowerTemporary(const CXXBindTemporaryExpr *E) {
  if (const CXXDestructorDecl *D = E->getTemporary()->getDestructor();
      D && Exceptions.mayThrow(D))
    DyingTemporaries.push_back(D);
  return value(E->getSubExpr());
}

/// A default argument is evaluated anew by each call, but is no element of the
/// CFG: of a call in it, only whether it throws is known.
RegId FactsBuilder::lowerDefaultArgument(const CXXDefaultArgExpr *E) {
  const Expr *Default = E->getExpr();
  bool Throws = Exceptions.evaluationMayThrow(Default);
  if (!Throws && !isa<CallExpr, CXXConstructExpr>(stripWrappers(Default)))
    return value(Default);
  if (Throws) {
    const Expr *Inner = stripWrappers(Default)->IgnoreImplicit();
    const auto *C = dyn_cast<CallExpr>(Inner);
    const FunctionDecl *F = C ? C->getDirectCallee() : nullptr;
    mayThrow(E, F ? F->getNameAsString() : "default argument");
  }
  return opaque(E);
}

/// A block keeps what it captures, and may release it when it runs.
RegId FactsBuilder::lowerBlockLiteral(const BlockExpr *E) {
  for (const BlockDecl::Capture &C : E->getBlockDecl()->captures()) {
    RegId Address = addressOfVariable(C.getVariable(), E);
    use(Address);
    emit(Opcode::Escape, E).A = Address;
  }
  return opaque(E);
}

RegId FactsBuilder::lowerThrow(const CXXThrowExpr *E) {
  const Expr *Thrown = E->getSubExpr();
  if (Thrown) {
    RegId R = value(Thrown);
    use(R);
    emit(Opcode::Escape, E).A = R;
  }
  Instruction &I = emit(Opcode::Throw, E);
  if (Thrown) {
    I.Thrown = Thrown->getType();
  } else if (const CXXCatchStmt *Handler =
                 Facts.Scopes.handlerAround(I.Scope)) {
    // What the handler caught, or something derived from it.
    I.Thrown = Handler->getCaughtType();
    I.Imm = 1;
  }
  return NoReg;
}

RegId FactsBuilder::lowerSuspension(const CoroutineSuspendExpr *E) {
  if (Exceptions.evaluationMayThrow(E))
    mayThrow(E, isa<CoawaitExpr>(E) ? "co_await" : "co_yield");
  return E->getResumeExpr() ? value(E->getResumeExpr()) : opaque(E);
}

RegId FactsBuilder::lowerDeclRef(const DeclRefExpr *E) {
  const ValueDecl *D = E->getDecl();
  if (const auto *C = dyn_cast<EnumConstantDecl>(D)) {
    std::optional<int64_t> V = asInt64(C->getInitVal());
    return V ? constant(*V, E) : opaque(E);
  }
  if (const auto *F = dyn_cast<FunctionDecl>(D)) {
    RegId R = unary(Opcode::FunctionAddress, NoReg, E);
    Current->Code.back().D = F;
    return R;
  }
  if (const auto *B = dyn_cast<BindingDecl>(D)) {
    if (const VarDecl *Holding = B->getHoldingVar())
      return addressOfVariable(Holding, E);
    return B->getBinding() ? value(B->getBinding()) : opaque(E);
  }
  if (const auto *V = dyn_cast<VarDecl>(D))
    return addressOfVariable(V, E);
  return opaque(E);
}

RegId FactsBuilder::lowerMember(const MemberExpr *E) {
  if (const auto *V = dyn_cast<VarDecl>(E->getMemberDecl()))
    return addressOfVariable(V, E);
  RegId Base =
      E->isArrow() ? value(E->getBase()) : addressOfObject(E->getBase());
  const auto *Field = dyn_cast<FieldDecl>(E->getMemberDecl());
  if (!Field)
    return Base; // A method; the call wants its object.
  RegId R = addressOfField(Base, Field, E);
  // A reference member designates what it was bound to.
  return Field->getType()->isReferenceType() ? unary(Opcode::Load, R, E) : R;
}

} // namespace dbtidy
