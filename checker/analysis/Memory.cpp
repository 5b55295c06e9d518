//===- Memory.cpp - Registers, places and new values ----------------------===//
//
// Registers and memory: what a place holds, what happens when something is
// stored there or copied, and the names of new values. Who owns what is held is
// Ownership.cpp's. See Solver.h.
//
//===----------------------------------------------------------------------===//

#include "analysis/PlaceName.h"
#include "analysis/Solver.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace dbtidy {

Value Solver::reg(const State &S, RegId R) {
  if (R == NoReg)
    return {};
  if (R < Facts.Crosses.size() && Facts.Crosses[R]) {
    const Value *V = S.lookup(Vals.reg(Facts.Function, R));
    return V ? *V : Value();
  }
  return Registers[R];
}

void Solver::setReg(State &S, RegId R, Value V) {
  if (R == NoReg)
    return;
  if (R < Facts.Crosses.size() && Facts.Crosses[R])
    S.bind(Vals.reg(Facts.Function, R), V);
  else
    Registers[R] = V;
}

/// A new value made by \p At. Where the same statement made one before, in an
/// earlier round of a loop, that one loses its name.
Value Solver::makeFresh(State &S, const void *At, int64_t Index, bool Heap) {
  SymbolId Sym = Vals.fresh(At, Index, Heap);
  Value V = Value::symbol(Sym);
  // What that call said in an earlier round of a loop is told no more.
  for (Held &H : S.Resources)
    if (H.Asked && H.Asked->E == At)
      H.Asked = nullptr;
  llvm::erase_if(S.Gone, [&](SymbolId G) { return G == Sym; });
  bool Used = S.fact(Sym) != nullptr;
  for (State::Binding &B : S.Env)
    if (B.second == V) {
      Used = true;
      break;
    }
  // What it pointed to is not what the new one points to, and whoever else
  // points there has the handles.
  PlaceId Memory = Vals.deref(Sym);
  for (const Held &H : heldOnlyIn(S, Memory))
    escape(S, H.Handle);
  clear(S, Memory);
  // So do records in it that are handles themselves.
  if (!Heap)
    llvm::erase_if(S.Resources, [&](const Held &H) {
      return H.Handle.isAddress() && Vals.within(H.Handle.asPlace(), Memory);
    });
  // Nor is what was asked of the old one.
  llvm::erase_if(S.Facts, [&](const State::Fact &F) {
    return F.first != Sym && Vals.mentions(F.first, V);
  });
  for (State::Binding &B : S.Env)
    if (B.second.isSymbol() && Vals.mentions(B.second.asSymbol(), V))
      B.second = Value();
  Held *Old = S.held(V);
  if (!Used && !Old)
    return V;
  Value Former;
  if (Old) {
    // The previous round's resource is still held: it goes on under another
    // name. The one before that, if any, is beyond what is tracked.
    Former = Value::symbol(Vals.fresh(At, Index + 1000, Heap));
    escape(S, Former);
    for (State::Binding &B : S.Env)
      if (B.second == Former)
        B.second = Value();
    S.dropFact(Former.asSymbol());
  }
  for (State::Binding &B : S.Env)
    if (B.second == V)
      B.second = Former;
  // Facts about the old value.
  if (Former.isKnown()) {
    if (const Range *R = S.fact(Sym))
      S.setFact(Former.asSymbol(), *R);
    for (Held &H : S.Resources) {
      if (H.Handle == V)
        H.Handle = Former;
      if (H.Parent == V)
        H.Parent = Former;
    }
  }
  S.dropFact(Sym);
  return V;
}

//===- Reading ------------------------------------------------------------===//

Value Solver::loadPlace(State &S, PlaceId P) {
  if (const Value *V = S.lookup(P))
    return *V;
  PlaceId Root = Vals.root(P);
  const PlaceInfo &R = Vals.place(Root);
  if (R.K == PlaceInfo::Register)
    return {};
  if (Vals.place(P).K == PlaceInfo::Owned && isLocal(P) &&
      R.K == PlaceInfo::Variable &&
      !isa<ParmVarDecl>(static_cast<const VarDecl *>(R.Of)))
    return {};
  if (isWeak(P))
    return {};
  return Value::symbol(Vals.initial(P));
}

/// One of many: an element at an index that is not known, or a part of it.
bool Solver::isWeak(PlaceId P) const {
  while (true) {
    const PlaceInfo &Info = Vals.place(P);
    if (Info.K == PlaceInfo::AnyElement)
      return true;
    if (Info.K != PlaceInfo::Field && Info.K != PlaceInfo::Element &&
        Info.K != PlaceInfo::Owned)
      return false;
    P = Info.Base;
  }
}

/// The array that \p Element or what it is a part of stands in; \p Element
/// itself where there is none.
PlaceId Solver::arrayOf(PlaceId Element) const {
  PlaceId P = Element;
  bool Weak = isWeak(Element);
  auto IsPart = [&](const PlaceInfo &Info) {
    return Info.K == PlaceInfo::Field || Info.K == PlaceInfo::Owned ||
           (Weak && Info.K == PlaceInfo::Element);
  };
  while (IsPart(Vals.place(P)))
    P = Vals.place(P).Base;
  if (Vals.place(P).K == PlaceInfo::Element)
    return Vals.place(P).Base;
  if (Vals.place(P).K != PlaceInfo::AnyElement)
    return Element;
  PlaceId Array = Vals.place(P).Base;
  // `&a[0]` was passed.
  return Vals.place(Array).K == PlaceInfo::Element ? Vals.place(Array).Base
                                                   : Array;
}

/// `*a` of an array `a` is an element of it.
PlaceId Solver::asElement(PlaceId P) {
  QualType T = Vals.typeOf(P);
  return !T.isNull() && T->isArrayType() ? Vals.anyElement(P) : P;
}

Value Solver::load(State &S, Value Address, const Stmt *At) {
  PlaceId P = Vals.pointee(Address);
  if (P == NoId)
    return makeFresh(S, At, 8);
  P = asElement(P);
  Value V = loadPlace(S, P);
  if (V.isKnown())
    return V;
  V = makeFresh(S, At, 8);
  if (isWeak(P)) {
    Elements[V.asSymbol()] = P;
    ReadWeakly.insert(arrayOf(P));
  }
  return V;
}

//===- Writing ------------------------------------------------------------===//

/// Which element is stored to is not known. The last handle stored stands for
/// all.
void Solver::storeWeakly(State &S, PlaceId P, Value V, const Stmt *At) {
  if (Held *H = S.held(V)) {
    H->Unbound = false;
    AcquisitionSite &Own = Sites[H->Site];
    Own.HandedOn = true;
    if (Own.Variable.empty())
      Own.Variable = nameOf(Vals, P, At, Decls.context());
    logEvent(S, V, HandleEvent::Kept);
    if (const Value *Before = S.lookup(P); Before && *Before != V)
      S.drop(*Before);
    S.bind(P, V);
  } else if (V.isSymbol() && Vals.symbol(V.asSymbol()).Heap) {
    insertSorted(S.EscapedHeap, V.asSymbol());
  }
}

void Solver::storePlace(State &S, PlaceId P, Value V, const Stmt *At) {
  const PlaceInfo Info = Vals.place(P);
  if (isWeak(P))
    return storeWeakly(S, P, V, At);
  if (!isLocal(P))
    escapeArray(S, V);
  Value Old;
  if (const Value *Bound = S.lookup(P))
    Old = *Bound;
  // The parts of a record go with it. A pointer or number has none.
  if (!V.isSymbol() || !S.lookup(P))
    llvm::erase_if(S.Env, [&](const State::Binding &B) {
      return B.first > P && Vals.within(B.first, P) && !S.held(B.second);
    });
  if (Log && isLocal(P))
    Log->leaves(S, ExitKind::Overwrite, At,
                [&](PlaceId Each) { return Each == P; });
  S.bind(P, V);
  if (Held *H = S.held(V)) {
    if (!isLocal(P))
      logEvent(S, V, HandleEvent::Kept);
    H->Unbound = false;
    AcquisitionSite &Own = Sites[H->Site];
    Own.HandedOn |= !isLocal(P);
    if (!Own.HeldBy.Variable && isLocal(P))
      Own.HeldBy = holderAt(Vals, P);
    if (Own.Variable.empty() &&
        Vals.place(Vals.root(P)).K != PlaceInfo::Register)
      Own.Variable = nameOf(Vals, P, At, Decls.context());
  }
  // A closure in an object: a guard, that runs it when it dies.
  if (Info.K == PlaceInfo::Field && closureOf(S, V))
    giveClosure(S, CallSite(), V);
  // An object that releases what it refers to, when it dies.
  if (V.isAddress() && Info.K == PlaceInfo::Field &&
      Unit.destructorReleases(static_cast<const FieldDecl *>(Info.Of)))
    insertSorted(S.Guarded, V.asPlace());
  // Whoever gets the address of a local may fill or empty it.
  if (V.isAddress() && !isLocal(P) && isLocal(V.asPlace())) {
    escapePlace(S, V.asPlace());
    insertSorted(S.Guarded, V.asPlace());
  }
  if (Old.isKnown() && Old != V)
    overwritten(S, P, Old, V, At);
}

void Solver::store(State &S, Value Address, Value V, const Stmt *At) {
  if (V.isAggregate()) {
    PlaceId To = Vals.pointee(Address);
    if (To != NoId)
      copyAggregate(S, V.asPlace(), To, At, /*Move=*/true);
    else
      escapePlace(S, V.asPlace());
    return;
  }
  PlaceId P = Vals.pointee(Address);
  if (P == NoId) {
    // Stored where we cannot see: somebody else's now.
    escape(S, V);
    return;
  }
  if (!V.isKnown())
    V = makeFresh(S, At, 9);
  storePlace(S, asElement(P), V, At);
}

void Solver::exchange(State &S, PlaceId A, PlaceId B) {
  Value InA = loadPlace(S, A), InB = loadPlace(S, B);
  S.bind(A, InB);
  S.bind(B, InA);
}

/// Rebuilds the path of \p P, which is within \p From, upon \p To.
static PlaceId transplant(Values &Vals, PlaceId P, PlaceId From, PlaceId To) {
  if (P == From)
    return To;
  const PlaceInfo Info = Vals.place(P);
  PlaceId Base = transplant(Vals, Info.Base, From, To);
  switch (Info.K) {
  case PlaceInfo::Field:
    return Vals.field(Base, static_cast<const FieldDecl *>(Info.Of));
  case PlaceInfo::Element:
    return Vals.element(Base, Info.Index);
  case PlaceInfo::AnyElement:
    return Vals.anyElement(Base);
  case PlaceInfo::Owned:
    return Vals.owned(Base);
  default:
    return To;
  }
}

void Solver::copyAggregate(State &S, PlaceId From, PlaceId To, const Stmt *At,
                           bool Move) {
  if (From == To)
    return;
  llvm::SmallVector<State::Binding, 8> Parts;
  for (const State::Binding &B : S.Env)
    if (Vals.within(B.first, From))
      Parts.push_back(B);
  bool FromTemporary = Vals.place(Vals.root(From)).K == PlaceInfo::Register;
  for (const State::Binding &B : Parts) {
    PlaceId Target = transplant(Vals, B.first, From, To);
    bool Owned = Vals.place(B.first).K == PlaceInfo::Owned;
    if (Owned && S.lookup(Target))
      // A smart pointer releases what it owned before.
      if (const Value *Old = S.lookup(Target); *Old != B.second)
        if (const Held *H = S.held(*Old))
          release(S, *Old, Sites[H->Site].Resource);
    storePlace(S, Target, B.second, At);
    if (Move && (Owned || FromTemporary)) {
      if (Owned)
        S.bind(B.first, Value::integer(0));
      else
        S.unbind(B.first);
    }
  }
  // A struct that is itself a handle (in place) keeps its name.
  if (FromTemporary)
    if (Held *H = S.held(Value::address(From)))
      H->Handle = Value::address(To);
}

/// Somebody may have written to \p Outer and its parts.
void Solver::forget(State &S, PlaceId Outer, const Stmt *At) {
  llvm::SmallVector<PlaceId, 8> Parts;
  for (const State::Binding &B : S.Env)
    if (Vals.within(B.first, Outer) && !S.held(B.second) &&
        Vals.place(B.first).K != PlaceInfo::Owned)
      Parts.push_back(B.first);
  // What was asked of memory before and never bound.
  for (const State::Fact &F : S.Facts) {
    const SymbolInfo &Info = Vals.symbol(F.first);
    if (Info.K == SymbolInfo::Initial && Vals.within(Info.Place, Outer) &&
        !S.lookup(Info.Place))
      insertSorted(Parts, Info.Place);
  }
  for (PlaceId P : Parts)
    S.bind(P, makeFresh(S, At, 2000 + int64_t(P)));
}

/// Whatever stood in \p Outer is gone: nothing is known of what is there now.
void Solver::clear(State &S, PlaceId Outer) {
  llvm::erase_if(S.Env, [&](const State::Binding &B) {
    return Vals.within(B.first, Outer);
  });
}

} // namespace dbtidy
