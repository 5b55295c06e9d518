//===- Substitution.cpp - A summary in the call's words -------------------===//
//
// See Substitution.h.
//
//===----------------------------------------------------------------------===//

#include "analysis/Substitution.h"
#include "clang/AST/DeclCXX.h"

using namespace clang;

namespace dbtidy {

std::optional<unsigned>
Solver::Substitution::parameterIndex(const void *D) const {
  for (unsigned I = 0; I < Callee->getNumParams(); ++I)
    if (Callee->getParamDecl(I)->getCanonicalDecl() == D)
      return I;
  return std::nullopt;
}

//===- Places -------------------------------------------------------------===//

PlaceId Solver::Substitution::variable(PlaceId P) {
  const auto *D = static_cast<const VarDecl *>(Own.Vals.place(P).Of);
  if (std::optional<unsigned> Index = parameterIndex(D)) {
    // A record by value: its fields are the argument's.
    Value A = Own.argument(S, Site, *Index);
    return A.isAggregate() || A.isAddress() ? A.asPlace() : NoId;
  }
  if (P == ReturnedFrom)
    return ReturnedTo;
  // Globals and statics; variables that a closure captured.
  if (!D->hasLocalStorage() || Own.Facts.Scopes.declares(D) ||
      D->isInitCapture() || D->getDeclContext() != Callee)
    return P;
  return NoId;
}

PlaceId Solver::Substitution::place(PlaceId P) {
  if (Depth > MaxDepth)
    return NoId;
  Values &Names = Own.Vals;
  const PlaceInfo Info = Names.place(P);
  switch (Info.K) {
  case PlaceInfo::Variable:
    return variable(P);
  case PlaceInfo::Register:
    return P == ReturnedFrom ? ReturnedTo : NoId;
  case PlaceInfo::Deref:
    return Names.pointee(operand(Value::symbol(Info.Base)));
  case PlaceInfo::Field:
  case PlaceInfo::Element:
  case PlaceInfo::AnyElement:
  case PlaceInfo::Owned: {
    PlaceId Base = place(Info.Base);
    if (Base == NoId)
      return NoId;
    if (Info.K == PlaceInfo::Field)
      return Names.field(Base, static_cast<const FieldDecl *>(Info.Of));
    if (Info.K == PlaceInfo::Element)
      return Names.element(Base, Info.Index);
    return Info.K == PlaceInfo::Owned ? Names.owned(Base)
                                      : Names.anyElement(Base);
  }
  case PlaceInfo::Version:
    return NoId;
  }
  return NoId;
}

//===- Values -------------------------------------------------------------===//

Value Solver::Substitution::operand(Value X) {
  ++Depth;
  Value V = value(X);
  --Depth;
  return V;
}

Value Solver::Substitution::value(Value X) {
  if (Depth > MaxDepth)
    return {};
  if (X.isAddress() || X.isAggregate()) {
    PlaceId P = place(X.asPlace());
    if (P == NoId)
      return {};
    return X.isAddress() ? Value::address(P) : Value::aggregate(P);
  }
  return X.isSymbol() ? symbol(X.asSymbol()) : X;
}

/// What the function was given, or found in memory.
Value Solver::Substitution::initial(SymbolId Sym) {
  PlaceId Place = Own.Vals.symbol(Sym).Place;
  if (Place == Own.Vals.thisPlace()) {
    // In a closure `this` is what the function around it calls so.
    const auto *M = dyn_cast<CXXMethodDecl>(Callee);
    if (M && M->getParent()->isLambda())
      return Value::symbol(Sym);
    return Own.reg(S, Site.Object);
  }
  const PlaceInfo P = Own.Vals.place(Place);
  if (P.K == PlaceInfo::Variable)
    if (std::optional<unsigned> Index = parameterIndex(P.Of)) {
      Value A = Own.argument(S, Site, *Index);
      return A.isAggregate() ? Value() : A;
    }
  ++Depth;
  PlaceId Target = place(Place);
  --Depth;
  return Target == NoId ? Value() : Own.loadPlace(S, Target);
}

Value Solver::Substitution::query(const SymbolInfo &Info) {
  Value Of = operand(Info.L);
  if (!Of.isKnown())
    return {};
  const Value *Version = S.lookup(Own.Vals.version(Of));
  return Value::symbol(Own.Vals.query(
      Info.Of, Of, Version && Version->isInt() ? Version->Payload : 0));
}

Value Solver::Substitution::symbol(SymbolId Sym) {
  const SymbolInfo Info = Own.Vals.symbol(Sym);
  switch (Info.K) {
  case SymbolInfo::Initial:
    return initial(Sym);
  case SymbolInfo::Fresh:
    return Fresh.lookup(Sym);
  case SymbolInfo::Join:
    return {};
  case SymbolInfo::Compare: {
    Value L = operand(Info.L), R = operand(Info.R);
    return Own.compare(S, Info.Rel, L, R);
  }
  case SymbolInfo::Mask:
    return Own.mask(S, operand(Info.L), Value::integer(Info.Index));
  case SymbolInfo::Sum: {
    Value L = operand(Info.L);
    return L.isInt() ? Value::integer(L.Payload + Info.Index)
                     : Own.Vals.sum(L, Info.Index);
  }
  case SymbolInfo::Query:
    return query(Info);
  }
  return {};
}

} // namespace dbtidy
