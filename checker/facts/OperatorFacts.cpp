//===- OperatorFacts.cpp - Casts, operators, assignments ------------------===//
//
// Casts, unary and binary operators, assignments. Overloaded operators are
// calls, and CallFacts.cpp's. See FactsBuilder.h.
//
//===----------------------------------------------------------------------===//

#include "facts/FactsBuilder.h"
#include "support/ConstantInt.h"
#include "clang/AST/DeclCXX.h"

using namespace clang;

namespace dbtidy {

RegId FactsBuilder::binary(Opcode Op, RegId A, RegId B, const Expr *E) {
  RegId R = unary(Op, A, E);
  use(B);
  Current->Code.back().B = B;
  return R;
}

RegId FactsBuilder::truth(RegId A, const Expr *E) {
  RegId Zero = constant(0, E);
  RegId R = binary(Opcode::Compare, A, Zero, E);
  Current->Code.back().Rel = BO_NE;
  return R;
}

/// The value of ?:, && or ||, which its arms have left in a register.
RegId FactsBuilder::mergedValue(const Expr *E) {
  auto It = Merged.find(E);
  return It != Merged.end() ? It->second : opaque(E);
}

RegId FactsBuilder::lowerCast(const CastExpr *E) {
  const Expr *Sub = E->getSubExpr();
  if (const auto *D = dyn_cast<CXXDynamicCastExpr>(E);
      D && Exceptions.mayThrow(D)) {
    RegId R = value(Sub);
    mayThrow(E, "dynamic_cast");
    return R;
  }
  switch (E->getCastKind()) {
  case CK_LValueToRValue: {
    RegId A = value(Sub);
    if (Sub->getType().isVolatileQualified() && !E->getType()->isPointerType())
      return opaque(E);
    if (const auto *Ref = dyn_cast<DeclRefExpr>(Sub->IgnoreParenImpCasts()))
      if (const auto *V = dyn_cast<VarDecl>(Ref->getDecl()))
        if (std::optional<int64_t> C = Decls.constantValue(V))
          return constant(*C, E);
    // `table[2](c)`, `methods.close(c)`
    if (E->getType()->isFunctionPointerType())
      if (const FunctionDecl *F = Decls.constantFunction(Sub)) {
        RegId R = unary(Opcode::FunctionAddress, NoReg, E);
        Current->Code.back().D = F;
        return R;
      }
    return load(A, E->getType(), E);
  }
  case CK_LValueToRValueBitCast:
    return load(value(Sub), Sub->getType(), E);
  case CK_NullToPointer:
  case CK_NullToMemberPointer:
    return constant(0, E);
  case CK_IntegralToBoolean:
  case CK_PointerToBoolean:
    return truth(value(Sub), E);
  case CK_FloatingToBoolean:
  case CK_FloatingToIntegral:
    return opaque(E);
  case CK_ConstructorConversion:
  case CK_UserDefinedConversion:
  default:
    return value(Sub);
  }
}

RegId FactsBuilder::lowerUnary(const UnaryOperator *E) {
  const Expr *Sub = E->getSubExpr();
  switch (E->getOpcode()) {
  case UO_Deref:
    // `*array` is `array[0]`.
    if (const auto *Decay = dyn_cast<ImplicitCastExpr>(Sub->IgnoreParens());
        Decay && Decay->getCastKind() == CK_ArrayToPointerDecay) {
      RegId Base = value(Sub);
      return binary(Opcode::ElementAddress, Base, constant(0, E), E);
    }
    return value(Sub);
  case UO_AddrOf:
  case UO_Plus:
  case UO_Extension:
    return value(Sub);
  case UO_LNot:
    return unary(Opcode::Not, value(Sub), E);
  case UO_Minus:
  case UO_Not: {
    if (std::optional<int64_t> V = constantInt(E, Context))
      return constant(*V, E);
    value(Sub);
    return opaque(E);
  }
  case UO_PreInc:
  case UO_PreDec:
  case UO_PostInc:
  case UO_PostDec:
    return lowerStep(E);
  default:
    value(Sub);
    return opaque(E);
  }
}

/// `++a`, `a--`: the old value or the new one.
RegId FactsBuilder::lowerStep(const UnaryOperator *E) {
  const Expr *Sub = E->getSubExpr();
  RegId A = value(Sub);
  RegId Old = load(A, Sub->getType(), E);
  RegId New;
  if (Sub->getType()->isPointerType()) {
    New = element(Old, NoReg, nullptr, E);
  } else {
    New = unary(Opcode::Add, Old, E);
    Current->Code.back().Imm = E->isIncrementOp() ? 1 : -1;
  }
  store(A, New, E);
  if (E->isGLValue())
    return A;
  return E->isPostfix() ? Old : New;
}

RegId FactsBuilder::lowerAssignment(const BinaryOperator *E) {
  BinaryOperatorKind Op = E->getOpcode();
  // The right side is evaluated first.
  RegId B = value(E->getRHS());
  RegId A = value(E->getLHS());
  if (!E->isCompoundAssignmentOp()) {
    RegId Left = macroAcquisition(E, A, B);
    if (Left != NoReg)
      store(A, Left, E);
    return E->isGLValue() ? A : B;
  }
  QualType T = E->getLHS()->getType();
  RegId Old = load(A, T, E);
  RegId Result;
  std::optional<int64_t> C = constantInt(E->getRHS(), Context);
  if ((Op == BO_AddAssign || Op == BO_SubAssign) && T->isIntegerType() && C) {
    Result = unary(Opcode::Add, Old, E);
    Current->Code.back().Imm = Op == BO_AddAssign ? *C : -*C;
  } else if (Op == BO_OrAssign) {
    Result = binary(Opcode::Or, Old, B, E);
  } else {
    Result = opaque(E);
  }
  store(A, Result, E);
  return E->isGLValue() ? A : Result;
}

/// The address of what `.*` or `->*` selects a member of.
RegId FactsBuilder::objectOfMemberPointer(const BinaryOperator *E) {
  return E->getOpcode() == BO_PtrMemI ? value(E->getLHS())
                                      : addressOfObject(E->getLHS());
}

static bool isNeverNegative(QualType T) {
  return T->isPointerType() || T->isUnsignedIntegerOrEnumerationType();
}

/// `p > NULL` and `n > 0` of an unsigned `n` ask whether there is anything.
static BinaryOperatorKind withoutNegatives(const BinaryOperator *E,
                                           const ASTContext &Context) {
  BinaryOperatorKind Op = E->getOpcode();
  auto IsZero = [&](const Expr *Side) {
    return constantInt(Side->IgnoreParenCasts(), Context) == 0;
  };
  if (!isNeverNegative(E->getLHS()->getType()))
    return Op;
  if (IsZero(E->getRHS()))
    return Op == BO_GT ? BO_NE : Op == BO_LE ? BO_EQ : Op;
  if (IsZero(E->getLHS()))
    return Op == BO_LT ? BO_NE : Op == BO_GE ? BO_EQ : Op;
  return Op;
}

RegId FactsBuilder::lowerBinary(const BinaryOperator *E) {
  BinaryOperatorKind Op = E->getOpcode();
  if (E->isLogicalOp())
    return mergedValue(E);
  if (Op == BO_Comma) {
    value(E->getLHS());
    return value(E->getRHS());
  }
  if (E->isAssignmentOp())
    return lowerAssignment(E);

  if (E->isPtrMemOp()) {
    // A method is called on the object; of fields it may be any.
    if (E->hasPlaceholderType(BuiltinType::BoundMember))
      return opaque(E);
    RegId Object = objectOfMemberPointer(E);
    value(E->getRHS());
    use(Object);
    emit(Opcode::Escape, E).A = Object;
    return opaque(E);
  }
  RegId A = value(E->getLHS()), B = value(E->getRHS());
  if (E->isComparisonOp() && Op != BO_Cmp) {
    RegId R = binary(Opcode::Compare, A, B, E);
    Current->Code.back().Rel = withoutNegatives(E, Context);
    return R;
  }
  if (Op == BO_Or)
    return binary(Opcode::Or, A, B, E);
  if (Op == BO_And)
    return binary(Opcode::Mask, A, B, E);
  if (E->getType()->isPointerType() && (Op == BO_Add || Op == BO_Sub)) {
    // `array + i` is `&array[i]`.
    bool Left = E->getLHS()->getType()->isPointerType();
    if (Op == BO_Sub)
      return element(A, NoReg, nullptr, E);
    return element(Left ? A : B, Left ? B : A, Left ? E->getRHS() : E->getLHS(),
                   E);
  }
  if ((Op == BO_Add || Op == BO_Sub) && E->getType()->isIntegerType()) {
    if (std::optional<int64_t> C = constantInt(E->getRHS(), Context)) {
      RegId R = unary(Opcode::Add, A, E);
      Current->Code.back().Imm = Op == BO_Add ? *C : -*C;
      return R;
    }
  }
  if (E->isPRValue() && E->getType()->isIntegralOrEnumerationType()) {
    if (std::optional<int64_t> C = constantInt(E, Context))
      return constant(*C, E);
  }
  return opaque(E);
}

} // namespace dbtidy
