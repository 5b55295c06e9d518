//===- VariableUses.cpp - What is done with a handle's variable -----------===//
//
// See VariableUses.h.
//
//===----------------------------------------------------------------------===//

#include "fixes/VariableUses.h"
#include "fixes/SourceText.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace dbtidy {

namespace {
class References : public RecursiveASTVisitor<References> {
public:
  explicit References(const VarDecl *V) : V(V) {}
  bool VisitDeclRefExpr(DeclRefExpr *R) {
    if (R->getDecl() == V)
      Found.push_back(R);
    return true;
  }
  // sizeof(c), decltype(c): of the type, which changes.
  bool TraverseUnaryExprOrTypeTraitExpr(UnaryExprOrTypeTraitExpr *E) {
    size_t Before = Found.size();
    RecursiveASTVisitor::TraverseUnaryExprOrTypeTraitExpr(E);
    OfType |= Found.size() != Before;
    return true;
  }
  bool VisitDecltypeTypeLoc(DecltypeTypeLoc T) {
    const auto *R =
        dyn_cast<DeclRefExpr>(T.getUnderlyingExpr()->IgnoreParens());
    OfType |= R && R->getDecl() == V;
    return true;
  }
  bool VisitLambdaExpr(LambdaExpr *L) {
    for (const LambdaCapture &C : L->captures())
      if (C.capturesVariable() && C.getCapturedVar() == V &&
          C.getCaptureKind() != LCK_ByRef)
        Copied = true;
    return true;
  }

  std::vector<const DeclRefExpr *> Found;
  bool OfType = false, Copied = false;

private:
  const VarDecl *V;
};
} // namespace

/// Whether \p E, which converts a handle to bool, stands where an owner is
/// converted too.
static bool isTested(const Expr *E, const ParentMap &Parents) {
  const Stmt *Parent = Parents.getParentIgnoreParens(E);
  if (const auto *I = dyn_cast_or_null<IfStmt>(Parent))
    return I->getCond()->IgnoreParens() == E;
  if (const auto *W = dyn_cast_or_null<WhileStmt>(Parent))
    return W->getCond()->IgnoreParens() == E;
  if (const auto *D = dyn_cast_or_null<DoStmt>(Parent))
    return D->getCond()->IgnoreParens() == E;
  if (const auto *F = dyn_cast_or_null<ForStmt>(Parent))
    return F->getCond() && F->getCond()->IgnoreParens() == E;
  if (const auto *C = dyn_cast_or_null<ConditionalOperator>(Parent))
    return C->getCond()->IgnoreParens() == E;
  if (const auto *U = dyn_cast_or_null<UnaryOperator>(Parent))
    return U->getOpcode() == UO_LNot;
  if (const auto *B = dyn_cast_or_null<BinaryOperator>(Parent))
    return B->isLogicalOp();
  if (const auto *C = dyn_cast_or_null<ExplicitCastExpr>(Parent))
    return C->getType()->isBooleanType();
  return false;
}

/// The returned expression that \p E is, or may be: through `?:` and `,`.
static bool isReturned(const Stmt *E, const ParentMap &Parents) {
  for (const Stmt *Parent = Parents.getParent(E); Parent;
       E = Parent, Parent = Parents.getParent(E)) {
    if (isa<ReturnStmt>(Parent))
      return true;
    if (const auto *C = dyn_cast<ConditionalOperator>(Parent)) {
      if (C->getCond() == E)
        return false;
    } else if (const auto *I = dyn_cast<ImplicitCastExpr>(Parent)) {
      if (I->getCastKind() != CK_LValueToRValue &&
          I->getCastKind() != CK_NoOp && I->getCastKind() != CK_BitCast)
        return false;
    } else if (!isa<ParenExpr, ExprWithCleanups>(Parent)) {
      return false;
    }
  }
  return false;
}

static VariableUse classifyAddress(const UnaryOperator *Address,
                                   const VarDecl *V, const ParentMap &Parents,
                                   const OwnershipFacts &Facts,
                                   VariableUse Use) {
  Use.Whole = Address;
  const Stmt *Parent = Parents.getParentIgnoreParenCasts(Address);
  const auto *Call = dyn_cast_or_null<CallExpr>(Parent);
  if (!Call)
    return Use;
  for (const HandleEvent &E : Facts.eventsOf(V))
    if (E.At == Call && E.What == HandleEvent::Released) {
      Use.Whole = Call;
      Use.What = isStatement(Call, Parents) ? VariableUse::Release
                                            : VariableUse::ReleaseUsed;
      return Use;
    }
  if (!Facts.Calls.count(Call)) {
    Use.What = VariableUse::Unreached;
    return Use;
  }
  if (V->getType()->isRecordType())
    Use.What = VariableUse::InPlace;
  else if (Facts.acquires(Call))
    Use.What = VariableUse::Out;
  if (Facts.acquires(Call))
    Use.Whole = Call;
  return Use;
}

static VariableUse classify(const DeclRefExpr *Ref, const VarDecl *V,
                            const ParentMap &Parents,
                            const OwnershipFacts &Facts) {
  VariableUse Use;
  Use.Ref = Ref;
  const Stmt *Parent = Parents.getParentIgnoreParens(Ref);
  if (!Parent)
    return Use;
  if (const auto *U = dyn_cast<UnaryOperator>(Parent))
    return U->getOpcode() == UO_AddrOf
               ? classifyAddress(U, V, Parents, Facts, Use)
               : Use;
  if (const auto *B = dyn_cast<BinaryOperator>(Parent);
      B && B->getOpcode() == BO_Assign && B->getLHS()->IgnoreParens() == Ref) {
    Use.Whole = B;
    bool Alone = isStatement(B, Parents);
    if (const auto *Cleanups =
            dyn_cast_or_null<ExprWithCleanups>(Parents.getParent(B)))
      Alone = isStatement(Cleanups, Parents);
    bool Null = B->getRHS()->isNullPointerConstant(
                    const_cast<ASTContext &>(V->getASTContext()),
                    Expr::NPC_ValueDependentIsNotNull) != Expr::NPCK_NotNull;
    Use.What = !Alone ? VariableUse::AssignUsed
               : Null ? VariableUse::AssignNull
                      : VariableUse::Assign;
    return Use;
  }
  const auto *Load = dyn_cast<ImplicitCastExpr>(Parent);
  // `return c;` moves from C++23 on.
  if (Load && Load->getCastKind() == CK_NoOp && Load->isXValue())
    Load = dyn_cast_or_null<ImplicitCastExpr>(Parents.getParent(Load));
  if (!Load || Load->getCastKind() != CK_LValueToRValue)
    return Use;

  // The value of the handle.
  const Expr *Value = Load;
  Parent = Parents.getParentIgnoreParens(Value);
  while (const auto *Cast = dyn_cast_or_null<ImplicitCastExpr>(Parent)) {
    if (Cast->getCastKind() == CK_PointerToBoolean) {
      Use.What =
          isTested(Cast, Parents) ? VariableUse::Test : VariableUse::Read;
      return Use;
    }
    Value = Cast;
    Parent = Parents.getParentIgnoreParens(Value);
  }
  Use.What = VariableUse::Read;
  if (const auto *M = dyn_cast_or_null<MemberExpr>(Parent)) {
    Use.What = M->isArrow() ? VariableUse::Test : VariableUse::Unknown;
  } else if (const auto *U = dyn_cast_or_null<UnaryOperator>(Parent)) {
    if (U->getOpcode() == UO_Deref)
      Use.What = VariableUse::Test;
    else if (U->getOpcode() != UO_LNot)
      Use.What = VariableUse::Unknown;
  } else if (const auto *D = dyn_cast_or_null<CXXDeleteExpr>(Parent)) {
    Use.What =
        isStatement(D, Parents) ? VariableUse::Delete : VariableUse::Unknown;
    Use.Whole = D;
  } else if (const auto *Call = dyn_cast_or_null<CallExpr>(Parent)) {
    if (!Facts.Calls.count(Call))
      Use.What = VariableUse::Unreached;
    for (const HandleEvent &E : Facts.eventsOf(V))
      if (E.At == Call && E.What == HandleEvent::Released) {
        Use.Whole = Call;
        Use.What = isStatement(Call, Parents) ? VariableUse::Release
                                              : VariableUse::ReleaseUsed;
      }
  }
  if (Use.What == VariableUse::Read && isReturned(Ref, Parents))
    Use.What = VariableUse::Return;
  return Use;
}

std::vector<VariableUse> usesOf(const VarDecl *V, const Stmt *Body,
                                const ParentMap &Parents,
                                const OwnershipFacts &Facts) {
  References R(V);
  R.TraverseStmt(const_cast<Stmt *>(Body));
  std::vector<VariableUse> Uses;
  Uses.reserve(R.Found.size());
  for (const DeclRefExpr *Ref : R.Found)
    Uses.push_back(classify(Ref, V, Parents, Facts));
  if ((R.OfType || R.Copied) && !Uses.empty())
    Uses.front().What = VariableUse::Unknown;
  return Uses;
}

} // namespace dbtidy
