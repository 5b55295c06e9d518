//===- FactsBuilder.cpp - Single instructions, and the entry --------------===//
//
// Writes single instructions, on which all other parts of the builder rest,
// and is the entry to it. See FactsBuilder.h.
//
//===----------------------------------------------------------------------===//

#include "facts/FactsBuilder.h"

using namespace clang;

namespace dbtidy {

//===- Emission -----------------------------------------------------------===//

Instruction &FactsBuilder::emit(Opcode Op, const Stmt *S) {
  Current->Code.emplace_back();
  Instruction &I = Current->Code.back();
  I.Op = Op;
  I.S = S;
  I.Scope = CurrentScope;
  return I;
}

void FactsBuilder::use(RegId R) {
  if (R == NoReg)
    return;
  if (WrittenIn.size() <= R)
    WrittenIn.resize(R + 1, CurrentIndex);
  if (WrittenIn[R] != CurrentIndex) {
    if (Facts.Crosses.size() <= R)
      Facts.Crosses.resize(R + 1);
    Facts.Crosses.set(R);
  }
}

RegId FactsBuilder::define(const Expr *E, RegId R) {
  if (E)
    Registers[E] = R;
  return R;
}

RegId FactsBuilder::unary(Opcode Op, RegId A, const Stmt *S) {
  use(A);
  RegId R = fresh();
  use(R);
  Instruction &I = emit(Op, S);
  I.A = A;
  I.Dst = R;
  return R;
}

RegId FactsBuilder::constant(int64_t V, const Stmt *S) {
  RegId R = unary(Opcode::Constant, NoReg, S);
  Current->Code.back().Imm = V;
  return R;
}

RegId FactsBuilder::opaque(const Stmt *S) {
  return unary(Opcode::Opaque, NoReg, S);
}

void FactsBuilder::store(RegId Address, RegId Value, const Stmt *S) {
  use(Address);
  use(Value);
  Instruction &I = emit(Opcode::Store, S);
  I.A = Address;
  I.B = Value;
}

RegId FactsBuilder::load(RegId Address, QualType T, const Expr *E) {
  return unary(T->isRecordType() ? Opcode::LoadAggregate : Opcode::Load,
               Address, E);
}

RegId FactsBuilder::addressOfVariable(const VarDecl *V, const Stmt *S) {
  RegId R = unary(Opcode::VarAddress, NoReg, S);
  Current->Code.back().D = V;
  return R;
}

RegId FactsBuilder::addressOfField(RegId Object, const FieldDecl *Field,
                                   const Stmt *S) {
  RegId R = unary(Opcode::FieldAddress, Object, S);
  Current->Code.back().D = Field;
  return R;
}

CallSite &FactsBuilder::newSite(const Expr *E, llvm::StringRef Name) {
  Facts.Calls.emplace_back();
  CallSite &Site = Facts.Calls.back();
  Site.E = E;
  Site.Name = Name.str();
  return Site;
}

void FactsBuilder::mayThrow(const Expr *E, llvm::StringRef Name,
                            const FunctionDecl *Callee) {
  if (Exceptions.isLogging(E))
    return;
  CallSite &Site = newSite(E, Name);
  Site.Callee = Callee;
  Site.MayThrow = true;
  emit(Opcode::MayThrow, E).Call = &Site;
}

//===- Entry --------------------------------------------------------------===//

/// A destructor of a class with a member of incomplete type, in code that does
/// not compile: clang's CFG would look for the destructor of that.
static bool destroysIncomplete(const FunctionDecl *F) {
  const auto *Destructor = dyn_cast<CXXDestructorDecl>(F);
  if (!Destructor)
    return false;
  const ASTContext &Context = F->getASTContext();
  return llvm::any_of(Destructor->getParent()->fields(), [&](const Decl *D) {
    QualType T = Context.getBaseElementType(cast<FieldDecl>(D)->getType());
    const CXXRecordDecl *Class = T->getAsCXXRecordDecl();
    return Class && !Class->hasDefinition();
  });
}

std::unique_ptr<FunctionFacts> buildFacts(const FunctionDecl *F,
                                          Declarations &Decls,
                                          ExceptionModel &Exceptions) {
  const Stmt *Body = F->getBody();
  if (!Body || F->isDependentContext() || F->isInvalidDecl() ||
      destroysIncomplete(F))
    return nullptr;
  if (const auto *C = dyn_cast<CoroutineBodyStmt>(Body))
    Body = C->getBody();
  auto Facts = std::make_unique<FunctionFacts>(F, Body);
  if (Facts->Scopes.hasComputedFlow())
    return nullptr;
  if (!FactsBuilder(*Facts, Decls, Exceptions).build(Body))
    return nullptr;
  return Facts;
}

} // namespace dbtidy
