//===- StatementFacts.cpp - The elements of a block -----------------------===//
//
// The elements of a block: declarations, `return`, initialisers of members,
// destructors, and the end of a full expression, where a block may be cut in
// two. Expressions are lowered by the other parts. See FactsBuilder.h.
//
//===----------------------------------------------------------------------===//

#include "facts/FactsBuilder.h"

using namespace clang;

namespace dbtidy {

void FactsBuilder::lowerElement(const CFGElement &Element) {
  if (std::optional<CFGStmt> S = Element.getAs<CFGStmt>())
    return lowerStmt(S->getStmt());
  if (std::optional<CFGInitializer> I = Element.getAs<CFGInitializer>())
    return lowerInitializer(I->getInitializer());
  if (std::optional<CFGImplicitDtor> D = Element.getAs<CFGImplicitDtor>())
    return lowerImplicitDtor(*D);
}

/// A destructor is a matter of scopes, which the solver knows, unless it may
/// throw.
void FactsBuilder::lowerImplicitDtor(const CFGImplicitDtor &Dtor) {
  if (!Exceptions.enabled())
    return;
  std::optional<CFGAutomaticObjDtor> A = Dtor.getAs<CFGAutomaticObjDtor>();
  if (!A)
    return;
  const CXXDestructorDecl *D = Dtor.getDestructorDecl(Context);
  if (!D || !Exceptions.mayThrow(D))
    return;
  CallSite &Site = newSite(nullptr, D->getNameAsString());
  Site.Callee = D;
  Site.MayThrow = true;
  const Stmt *Trigger = A->getTriggerStmt();
  CurrentScope = Trigger ? Facts.Scopes.of(Trigger) : 0;
  emit(Opcode::MayThrow, Trigger).Call = &Site;
}

void FactsBuilder::lowerStmt(const Stmt *S) {
  if (Facts.Scopes.isUnevaluated(S))
    return;
  // What clang makes up (loops over arrays) stands where it is evaluated.
  if (Facts.Scopes.knows(S))
    CurrentScope = Facts.Scopes.of(S);
  if (const auto *D = dyn_cast<DeclStmt>(S)) {
    // clang splits `T a = …, b = …;` into statements that are not in the tree.
    for (const Decl *Each : D->decls())
      if (const auto *V = dyn_cast<VarDecl>(Each)) {
        if (Facts.Scopes.declares(V))
          CurrentScope = Facts.Scopes.of(V);
        else if (V->getInit())
          CurrentScope = Facts.Scopes.of(V->getInit());
      }
    lowerDecl(D);
    return endStatement(S);
  }
  if (isa<ReturnStmt, CoreturnStmt>(S))
    return lowerReturn(S);
  const auto *E = dyn_cast<Expr>(S);
  if (!E)
    return;
  auto Known = Registers.find(E);
  RegId R = Known != Registers.end() ? Known->second : lower(E);
  Registers[E] = R;
  copyToOperator(E, R);
  if (Facts.Scopes.isFullExpression(E) && !Current->Code.empty() &&
      Current->Code.back().Op != Opcode::Stop)
    endStatement(S);
}

void FactsBuilder::lowerReturn(const Stmt *S) {
  const auto *R = dyn_cast<ReturnStmt>(S);
  const Expr *Returned =
      R ? R->getRetValue() : cast<CoreturnStmt>(S)->getOperand();
  RegId Value = Returned ? value(Returned) : NoReg;
  use(Value);
  emit(Opcode::Return, S).A = Value;
}

void FactsBuilder::endStatement(const Stmt *S) {
  if (const auto *E = dyn_cast<Expr>(S))
    for (const CXXDestructorDecl *D : DyingTemporaries)
      mayThrow(E, D->getNameAsString(), D);
  DyingTemporaries.clear();
  // What a condition tests is still there on the branches.
  emit(Opcode::EndStatement, S).Imm = Facts.Scopes.isCondition(S);
  if (!StatementMaySplit)
    return;
  // A call may have left several states behind. They meet again at the head
  // of a block, so that straight code with many calls stays linear.
  StatementMaySplit = false;
  unsigned Next = Facts.Blocks.size();
  Facts.Blocks.emplace_back();
  Edge E;
  E.Target = Next;
  Facts.Blocks[CurrentIndex].Out.push_back(E);
  Facts.Blocks[Next].Scope = CurrentScope;
  LastPart[CfgBlock] = Next;
  CurrentIndex = Next;
  Current = &Facts.Blocks[Next];
}

/// `c ? a : b`, `a && b`: once an arm is evaluated, its value is the
/// operator's, until another arm is.
void FactsBuilder::copyToOperator(const Expr *Arm, RegId R) {
  const Expr *Operator = Facts.Scopes.armOf(Arm);
  if (!Operator || R == NoReg)
    return;
  // `(a || b) && c`: the inner operator is no element of its own.
  if (const auto *B = dyn_cast<BinaryOperator>(Operator);
      B && Facts.Scopes.armOf(B))
    copyToOperator(B, R);
  RegId Dst = mergedRegister(Operator);
  // In C the operands of `&&` are no truth values yet; what it yields is one.
  if (isa<BinaryOperator>(Operator) && !Arm->getType()->isBooleanType())
    R = truth(R, Arm);
  use(R);
  Instruction &I = emit(Opcode::Copy, Arm);
  I.A = R;
  I.Dst = Dst;
}

/// The register of ?:, && or ||, which each arm writes in a block of its own.
RegId FactsBuilder::mergedRegister(const Expr *Operator) {
  auto [It, New] = Merged.try_emplace(Operator, NoReg);
  if (!New)
    return It->second;
  RegId R = It->second = fresh();
  Facts.Crosses.resize(std::max<unsigned>(Facts.Crosses.size(), R + 1));
  Facts.Crosses.set(R);
  Facts.MergedRegisters.resize(R + 1);
  Facts.MergedRegisters.set(R);
  if (WrittenIn.size() <= R)
    WrittenIn.resize(R + 1, CurrentIndex);
  return R;
}

void FactsBuilder::lowerDecl(const DeclStmt *D) {
  for (const Decl *Each : D->decls())
    if (const auto *V = dyn_cast<VarDecl>(Each))
      lowerVariable(V, D);
}

void FactsBuilder::lowerVariable(const VarDecl *V, const Stmt *S) {
  const Expr *Init = V->getInit();
  if (!Init) {
    if (V->hasLocalStorage())
      emit(Opcode::Declare, S).D = V;
    return;
  }
  RegId R = value(Init);
  if (const VarDecl *Container = Containers.walkedBy(V)) {
    R = anyElement(Container, Init);
    if (!V->getType()->isReferenceType())
      R = load(R, V->getType(), Init);
  }
  use(R);
  if (V->getType()->isReferenceType()) {
    Instruction &I = emit(Opcode::BindReference, S);
    I.D = V;
    I.A = R;
    return;
  }
  RegId Address = addressOfVariable(V, S);
  R = macroAcquisition(Init, Address, R);
  // A constructor call has made the variable itself.
  if (R != NoReg)
    store(Address, R, Init);
}

void FactsBuilder::lowerInitializer(const CXXCtorInitializer *I) {
  const Expr *Init = I->getInit();
  if (!Init)
    return;
  CurrentScope = Facts.Scopes.of(Init);
  RegId R = value(Init);
  if (!I->isAnyMemberInitializer())
    return;
  RegId This = unary(Opcode::This, NoReg, Init);
  RegId Address = addressOfField(This, I->getAnyMember(), Init);
  if (R != NoReg)
    store(Address, R, Init);
  endStatement(Init);
}

} // namespace dbtidy
