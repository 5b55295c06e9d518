//===- ObjectFacts.cpp - How objects are made and unmade ------------------===//
//
// How objects are made and unmade: constructor calls, `new`, `delete`, braced
// lists. The end of a variable is a matter of scopes. See FactsBuilder.h.
//
//===----------------------------------------------------------------------===//

#include "facts/FactsBuilder.h"
#include "support/ClangCompat.h"

using namespace clang;

namespace dbtidy {

RegId FactsBuilder::lowerConstruct(const CXXConstructExpr *E) {
  const CXXConstructorDecl *C = E->getConstructor();
  if (C->isInheritingConstructor())
    C = C->getInheritedConstructor().getConstructor();
  const CXXRecordDecl *Class = C->getParent();
  // A copy for a function that is here.
  if (C->isCopyConstructor() && Containers.plain(E->getArg(0)))
    return unary(Opcode::LoadAggregate, value(E->getArg(0)), E);
  if (E->isElidable() && E->getNumArgs() == 1 &&
      E->getArg(0)->getType()->isRecordType()) {
    RegId A = value(E->getArg(0));
    return E->getArg(0)->isGLValue() ? unary(Opcode::MoveAggregate, A, E) : A;
  }
  if ((C->isCopyOrMoveConstructor() &&
       (C->isTrivial() || C->isDefaulted() || isSmartPointer(Class))) &&
      E->getNumArgs() >= 1) {
    if (Exceptions.mayThrow(C))
      mayThrow(E, C->getNameAsString(), C);
    return unary(C->isMoveConstructor() ? Opcode::MoveAggregate
                                        : Opcode::LoadAggregate,
                 value(E->getArg(0)), E);
  }

  CallSite &Site = newSite(E, "");
  bool MakesVariable = true;
  if (const VarDecl *V = Facts.Scopes.initialises(E)) {
    if (V->hasLocalStorage())
      emit(Opcode::Declare, E).D = V;
    Site.Object = addressOfVariable(V, E);
  } else if (Facts.Scopes.makesThis(E)) {
    Site.Object = unary(Opcode::This, NoReg, E);
  } else {
    MakesVariable = false;
    const CXXNewExpr *N = Facts.Scopes.allocates(E);
    Site.Object = N ? allocate(N) : unary(Opcode::TempAddress, NoReg, E);
  }
  llvm::ArrayRef<const Expr *> Args(E->getArgs(), E->getNumArgs());
  addArguments(Site, Args);
  describeCallee(Site, C, Decls, Exceptions);
  if (!Site.Rules.empty())
    applyArgumentConditions(Site, Args, Decls);
  emitCall(Site, E);
  if (MakesVariable)
    return NoReg;
  return unary(Opcode::LoadAggregate, Site.Object, E);
}

/// The allocation of `new T(...)`, which comes before the constructor call.
RegId FactsBuilder::allocate(const CXXNewExpr *E) {
  CallSite &Site = newSite(E, "new");
  Site.Known = KnownCallee::Allocate;
  Site.InSystem = true;
  RegId Object = unary(Opcode::Call, NoReg, E);
  Current->Code.back().Call = &Site;
  NewObjects[E] = Object;
  return Object;
}

RegId FactsBuilder::lowerNew(const CXXNewExpr *E) {
  for (unsigned I = 0; I < E->getNumPlacementArgs(); ++I)
    value(E->getPlacementArg(I));
  if (Exceptions.mayThrow(E))
    mayThrow(E, "operator new");
  auto Made = NewObjects.find(E);
  if (Made != NewObjects.end())
    return Made->second;
  CallSite &Site = newSite(E, "new");
  Site.Known = KnownCallee::Allocate;
  Site.InSystem = true;
  RegId Object = emitCall(Site, E);
  const Expr *Init = E->hasInitializer() ? E->getInitializer() : nullptr;
  bool IsRecord = E->getAllocatedType()->isRecordType();
  if (Init && (!IsRecord || isa<InitListExpr>(Init))) {
    RegId R = value(Init);
    if (R != NoReg)
      store(Object, R, E);
  }
  return Object;
}

RegId FactsBuilder::lowerDelete(const CXXDeleteExpr *E) {
  if (const CXXRecordDecl *R =
          E->getDestroyedType().isNull()
              ? nullptr
              : E->getDestroyedType()->getAsCXXRecordDecl())
    if (const CXXDestructorDecl *D =
            R->hasDefinition() ? R->getDestructor() : nullptr;
        D && Exceptions.mayThrow(D))
      mayThrow(E, D->getNameAsString(), D);
  CallSite &Site = newSite(E, "delete");
  Site.Known = KnownCallee::Deallocate;
  Site.InSystem = true;
  Site.Args.push_back(value(E->getArgument()));
  for (const CallRule *R : Decls.rulesForDelete(E->getArgument()->getType()))
    Site.Rules.push_back(R);
  return emitCall(Site, E);
}

/// `{a, b}`: a temporary with its fields or elements filled in.
RegId FactsBuilder::lowerInitList(const InitListExpr *E) {
  if (const InitListExpr *Semantic = E->getSemanticForm())
    E = Semantic;
  QualType T = E->getType();
  if (!T->isRecordType() && !T->isArrayType()) {
    if (E->getNumInits() == 0)
      return constant(0, E);
    return value(E->getInit(0));
  }
  if (E->isTransparent() && E->getNumInits() == 1)
    return value(E->getInit(0));
  RegId Object = unary(Opcode::TempAddress, NoReg, E);
  if (const auto *R = T->getAs<RecordType>()) {
    const RecordDecl *Record = R->getDecl()->getDefinition();
    if (!Record)
      return opaque(E);
    fillRecord(E, Record, Object);
  } else {
    fillArray(E, Object);
  }
  return unary(Opcode::LoadAggregate, Object, E);
}

void FactsBuilder::fillRecord(const InitListExpr *E, const RecordDecl *Record,
                              RegId Object) {
  unsigned Index = 0;
  if (const auto *Class = dyn_cast<CXXRecordDecl>(Record))
    Index = Class->getNumBases();
  for (const FieldDecl *Field : Record->fields()) {
    if (Record->isUnion() && E->getInitializedFieldInUnion() != Field)
      continue;
    if (isUnnamedBitField(Field))
      continue;
    if (Index >= E->getNumInits())
      break;
    const Expr *Init = E->getInit(Index++);
    RegId V = value(Init);
    RegId Address = addressOfField(Object, Field, E);
    if (V != NoReg)
      store(Address, V, Init);
  }
}

void FactsBuilder::fillArray(const InitListExpr *E, RegId Object) {
  constexpr unsigned MostElements = 32; // Larger tables hold no sessions.
  for (unsigned I = 0; I < E->getNumInits() && I < MostElements; ++I) {
    const Expr *Init = E->getInit(I);
    RegId V = value(Init);
    RegId Index = constant(I, E);
    RegId Address = unary(Opcode::ElementAddress, Object, E);
    Current->Code.back().B = Index;
    if (V != NoReg)
      store(Address, V, Init);
  }
}

} // namespace dbtidy
