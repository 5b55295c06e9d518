//===- Ownership.cpp - Who owes and who holds -----------------------------===//
//
// Who owes what, who holds it, and whether anybody can still reach it. Asked at
// calls, at stores and at every way out; what a way out does is WaysOut.cpp's.
// See Solver.h.
//
//===----------------------------------------------------------------------===//

#include "analysis/PlaceName.h"
#include "analysis/Solver.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace dbtidy {

//===- Owing --------------------------------------------------------------===//

void Solver::own(State &S, unsigned SiteIndex, Value Handle, Value Parent) {
  // More at once than any program holds; each is looked for in every state.
  if (S.Resources.size() >= MaxHeld) {
    ++Bounds.HandlesDropped;
    if (Log)
      Log->Facts.Complete = false;
    return;
  }
  Held H;
  H.Site = SiteIndex;
  H.Handle = Handle;
  H.Parent = Parent;
  H.Since = S.Path;
  // A struct initialised in place is its own holder.
  H.Unbound = !Handle.isAddress() && !isForeign(Handle);
  Sites[SiteIndex].HandedOn |= isForeign(Handle) || isFromOutside(Handle);
  if (Handle.isAddress() && Sites[SiteIndex].Variable.empty())
    Sites[SiteIndex].Variable = describe(Vals, Handle.asPlace());
  if (Handle.isAddress() && !Sites[SiteIndex].HeldBy.Variable) {
    Sites[SiteIndex].HeldBy = holderAt(Vals, Handle.asPlace());
    Sites[SiteIndex].HeldBy.InPlace = true;
  }
  S.addHeld(H);
}

bool Solver::giveBack(State &S, Value V) {
  const Held *H = S.held(V);
  if (!H)
    return false;
  unsigned Resource = Sites[H->Site].Resource;
  const PathNode *Since = H->Since;
  Sites[H->Site].SeenReleased = true;
  noteTouched(S, *H);
  if (Unit.options().RawHandles)
    noteReleaseByHand(S, *H);
  logEvent(S, V,
           Releasing ? HandleEvent::Released : HandleEvent::ReleasedOtherwise);
  S.drop(V);
  noteFormer(S, V, Resource, Since);
  return true;
}

/// What the function that was given \p H last has said, as far as is known.
Answer Solver::answerTo(const State &S, const Held &H) {
  Range R = rangeOf(S, Value::symbol(Vals.fresh(H.Asked->E, 0)));
  if (R.asPoint() == 0)
    return Answer::Zero;
  return R.contains(0) ? Answer::Unknown : Answer::NotZero;
}

void Solver::noteTouched(const State &S, const Held &H) {
  if (H.Asked)
    Unit.answers().touched(H.Asked->Callee, answerTo(S, H));
}

void Solver::handOn(const State &S, Value V) {
  if (const Held *H = S.held(V))
    Sites[H->Site].HandedOn = true;
}

/// For raw handles: \p H is released here, unless an owner does that.
void Solver::noteReleaseByHand(const State &S, const Held &H) {
  AcquisitionSite &Own = Sites[H.Site];
  Own.HandedOn |= H.Forwarded;
  if (H.Handle.isAddress())
    Own.HandedOn |= isOwner(S, H.Handle.asPlace());
  for (const State::Binding &B : S.Env)
    if (B.second == H.Handle)
      Own.HandedOn |= !isLocal(B.first) || isOwner(S, B.first);
  if (!Log || !Running)
    return;
  const SourceManager &SM = Decls.context().getSourceManager();
  SourceLocation Here = SM.getFileLoc(Running->getBeginLoc());
  if (!llvm::is_contained(Own.Releases, Here))
    Own.Releases.push_back(Here);
}

void Solver::escape(State &S, Value V) {
  if (!V.isKnown() || V.isInt())
    return;
  handOn(S, V);
  if (S.held(V))
    logEvent(S, V, HandleEvent::Kept);
  S.drop(V);
  escapeArray(S, V);
  if (V.isSymbol()) {
    const SymbolInfo &Info = Vals.symbol(V.asSymbol());
    if (Info.Heap)
      insertSorted(S.EscapedHeap, V.asSymbol());
    if (Info.K == SymbolInfo::Initial)
      insertSorted(S.Kept, V);
  }
}

/// Everything that \p P and its parts hold is somebody else's from here on.
void Solver::escapePlace(State &S, PlaceId P) {
  llvm::SmallVector<Value, 4> Held;
  for (const State::Binding &B : S.Env)
    if (Vals.within(B.first, P) && Vals.place(B.first).K != PlaceInfo::Owned)
      Held.push_back(B.second);
  for (Value V : Held)
    escape(S, V);
  // Structs initialised in place, and their parts.
  llvm::SmallVector<Value, 2> InPlace;
  for (const struct Held &H : S.Resources)
    if (H.Handle.isAddress() && Vals.within(H.Handle.asPlace(), P))
      InPlace.push_back(H.Handle);
  for (Value V : InPlace)
    escape(S, V);
}

/// `for (i …) release(all[i]);` of an array or container of the caller's: what
/// becomes of one element becomes of all.
void Solver::escapeArray(State &S, Value V) {
  auto It = V.isSymbol() ? Elements.find(V.asSymbol()) : Elements.end();
  if (It == Elements.end())
    return;
  PlaceId Array = It->second;
  while (isWeak(Array))
    Array = Vals.place(Array).Base;
  if (!isLocal(Array) || isParameter(Array))
    insertSorted(S.Kept, Value::address(Array));
}

void Solver::escapeAll(State &S, Value V) {
  if (V.isAddress() || V.isAggregate())
    escapePlace(S, V.asPlace());
  else if (V.isSymbol())
    escapePlace(S, Vals.deref(V.asSymbol()));
  escape(S, V);
}

//===- Holding ------------------------------------------------------------===//

/// A record that was passed by value.
bool Solver::isParameter(PlaceId P) const {
  const PlaceInfo &Info = Vals.place(P);
  return Info.K == PlaceInfo::Variable &&
         isa<ParmVarDecl>(static_cast<const VarDecl *>(Info.Of));
}

bool Solver::carriesHeld(const State &S, Value V) const {
  if (S.Resources.empty() || !V.isKnown() || V.isInt())
    return false;
  if (S.held(V))
    return true;
  PlaceId P = NoId;
  if (V.isAddress() || V.isAggregate())
    P = V.asPlace();
  else if (V.isSymbol())
    P = Vals.deref(V.asSymbol());
  else
    return false;
  for (const State::Binding &B : S.Env)
    if (S.held(B.second) && Vals.within(B.first, P))
      return true;
  for (const Held &H : S.Resources)
    if (H.Handle.isAddress() && Vals.within(H.Handle.asPlace(), P))
      return true;
  return false;
}

/// Handles that nothing outside of \p Memory holds.
llvm::SmallVector<Held, 2> Solver::heldOnlyIn(const State &S,
                                              PlaceId Memory) const {
  llvm::SmallVector<Held, 2> Result;
  for (const State::Binding &B : S.Env) {
    const Held *H = Vals.within(B.first, Memory) ? S.held(B.second) : nullptr;
    if (H && llvm::none_of(S.Env, [&](const State::Binding &O) {
          return O.second == H->Handle && !Vals.within(O.first, Memory);
        }))
      Result.push_back(*H);
  }
  return Result;
}

/// A struct initialised in place, in memory that the caller owns.
bool Solver::isForeign(Value Handle) const {
  return Handle.isSymbol() &&
         Vals.symbol(Handle.asSymbol()).K != SymbolInfo::Fresh;
}

/// A handle that was there before the function was entered.
bool Solver::isFromOutside(Value Handle) const {
  if (Handle.isSymbol())
    return Vals.symbol(Handle.asSymbol()).K == SymbolInfo::Initial;
  return Handle.isAddress() && !isLocal(Handle.asPlace());
}

/// \p Handle is one of many: an element at an index that is not known.
bool Solver::standsInArray(const State &S, Value Handle) const {
  return llvm::any_of(S.Env, [&](const State::Binding &B) {
    return B.second == Handle &&
           (isWeak(B.first) || ReadWeakly.count(arrayOf(B.first)));
  });
}

/// Whether the array that \p Element is the address of one of holds handles.
bool Solver::holdsElements(const State &S, Value Element) const {
  if (!Element.isAddress() || !isWeak(Element.asPlace()))
    return false;
  PlaceId Array = arrayOf(Element.asPlace());
  return llvm::any_of(S.Env, [&](const State::Binding &B) {
    return Vals.within(B.first, Array) && S.held(B.second);
  });
}

bool Solver::isLocal(PlaceId P) const {
  const PlaceInfo &Root = Vals.place(Vals.root(P));
  if (Root.K == PlaceInfo::Variable)
    return Facts.isLocal(static_cast<const VarDecl *>(Root.Of));
  return Root.K == PlaceInfo::Register;
}

bool Solver::isPartOfThis(PlaceId P) const {
  const PlaceInfo &Root = Vals.place(Vals.root(P));
  if (Root.K != PlaceInfo::Deref)
    return false;
  const SymbolInfo &Pointer = Vals.symbol(Root.Base);
  if (Pointer.K != SymbolInfo::Initial)
    return false;
  PlaceId Place = Pointer.Place;
  return Place == Vals.thisPlace();
}

bool Solver::isOwner(const State &S, PlaceId P) {
  while (true) {
    // A copy: making a summary adds places.
    const PlaceInfo Info = Vals.place(P);
    if (Info.K == PlaceInfo::Owned || S.isGuarded(P))
      return true;
    if (Info.K == PlaceInfo::Field &&
        Unit.destructorReleases(static_cast<const FieldDecl *>(Info.Of)))
      return true;
    if (Info.K == PlaceInfo::Variable)
      return Unit.cleanupReleases(static_cast<const VarDecl *>(Info.Of));
    if (Info.K != PlaceInfo::Field && Info.K != PlaceInfo::Element &&
        Info.K != PlaceInfo::AnyElement)
      return false;
    P = Info.Base;
  }
}

bool Solver::reachable(const State &S, PlaceId P, Value Returned,
                       unsigned Depth) {
  if (isOwner(S, P))
    return true;
  PlaceId Root = Vals.root(P);
  const PlaceInfo &Info = Vals.place(Root);
  if (Returned.isAggregate() && Vals.within(P, Returned.asPlace()))
    return true;
  if (isLocal(P))
    return false;
  if (Info.K != PlaceInfo::Deref)
    return true; // A global, a static, a captured variable.
  Value Pointer = Value::symbol(Info.Base);
  if (!Vals.symbol(Info.Base).Heap || S.isEscaped(Info.Base))
    return true;
  // Memory that was allocated here: reachable when a pointer to it is.
  if (Returned == Pointer)
    return true;
  if (Depth >= MaxHolderDepth)
    return true;
  for (const State::Binding &B : S.Env)
    if (B.second == Pointer && reachable(S, B.first, Returned, Depth + 1))
      return true;
  return false;
}

} // namespace dbtidy
