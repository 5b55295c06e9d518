//===- Acquire.cpp - Functions with a rule that acquires ------------------===//
//
// Calls of functions with a rule that acquires: where the handle is handed out,
// and the split into a state in which the call succeeded and one in which it
// did not. See Solver.h.
//
//===----------------------------------------------------------------------===//

#include "analysis/Solver.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace dbtidy {

unsigned Solver::siteOf(const CallRule &R, const CallSite &Site) {
  unsigned Number =
      20 + unsigned(&R - Rules.resources()[R.Resource].Calls.data());
  unsigned Index = Sites.siteFor(Site.E, Number, R.Resource, Site.Name, false);
  Sites[Index].Rule = &R;
  return Index;
}

void Solver::acquire(Split &Current, const CallRule &R, const Instruction &I,
                     const CallSite &Site, Splits &Out) {
  State &S = Current.S;
  const Expr *E = Site.E;
  unsigned SiteIndex = siteOf(R, Site);
  // Handles that the call stores are told apart by the rule.
  int64_t Stored = 80 + (&R - Rules.resources()[R.Resource].Calls.data());
  bool Conditional = R.Holds.dependsOnStatus();
  bool IntoVariable = R.Handle.Where == Slot::Pointee;
  QualType HandleType = E->getType();
  if (QualType T = Site.paramType(R.Handle.Index); IntoVariable && !T.isNull())
    HandleType = T->getPointeeType();
  Sites[SiteIndex].ZeroIsHandle =
      !HandleType.isNull() && HandleType->isIntegralOrEnumerationType();
  Value Parent = R.Parent ? slotValue(S, Site, *R.Parent, I.S) : Value();
  PlaceId Variable = IntoVariable ? slotPlace(S, Site, R.Handle) : NoId;
  // Nobody knows where to, or nothing is handed out.
  if (IntoVariable &&
      (Variable == NoId || argument(S, Site, R.Handle.Index).isNull()))
    return;

  if (Log && Conditional && IntoVariable)
    Log->MayLeaveUnset.insert(E);
  if (Conditional) {
    Split Failed = splitOnStatus(Current, R, Site);
    if (IntoVariable)
      storePlace(Failed.S, Variable, makeFresh(Failed.S, E, Stored), E);
    Out.push_back(std::move(Failed));
  }
  // A connection that was closed hands out nothing any more.
  if (S.isGone(Parent)) {
    Current.Continues = !Conditional;
    return;
  }
  PlaceId Error = R.Unless ? errorField(S, *R.Unless, Site) : NoId;
  if (Error != NoId) {
    // A call that has a field to say that it failed, and a value besides.
    if (!Conditional) {
      Split Failed{S, IntoVariable ? Value() : Value::integer(0)};
      if (IntoVariable)
        storePlace(Failed.S, Variable, Value::integer(0), E);
      Failed.S.bind(Error, makeFresh(Failed.S, E, Stored + 1));
      Out.push_back(std::move(Failed));
    }
    S.bind(Error, Value::integer(0));
  }
  switch (R.Handle.Where) {
  case Slot::Returned:
    if (!Conditional)
      Current.Result = makeFresh(S, E, 0);
    own(S, SiteIndex, Current.Result, Parent);
    if (Error != NoId && Current.Result.isSymbol())
      refine(S, Current.Result.asSymbol(), Relation::NE, 0);
    break;
  case Slot::Pointee: {
    Value Handle = makeFresh(S, E, Stored);
    own(S, SiteIndex, Handle, Parent);
    // A call that succeeded handed out something.
    if (Conditional && !Sites[SiteIndex].ZeroIsHandle)
      refine(S, Handle.asSymbol(), Relation::NE, 0);
    storePlace(S, Variable, Handle, E);
    break;
  }
  case Slot::Argument:
  case Slot::Object:
    acquireInPlace(Current, R, Site, SiteIndex, Parent, Conditional);
    break;
  }
}

/// The field that a call sets when it fails; NoId where the struct is not
/// known.
PlaceId Solver::errorField(const State &S, const FieldCondition &C,
                           const CallSite &Site) {
  PlaceId Struct = Vals.pointee(argument(S, Site, C.Argument));
  QualType T = Site.paramType(C.Argument);
  if (Struct == NoId || T.isNull() || !T->isPointerType())
    return NoId;
  const RecordDecl *Record = T->getPointeeType()->getAsRecordDecl();
  Record = Record ? Record->getDefinition() : nullptr;
  if (!Record)
    return NoId;
  for (const FieldDecl *F : Record->fields())
    if (F->getIdentifier() && F->getName() == C.Field)
      return Vals.field(Struct, F);
  return NoId;
}

/// Whether \p P may be in another object each time: in an element at an index
/// that is not known, or behind a pointer that joins the turns of a loop.
bool Solver::isOneOfMany(PlaceId P) const {
  constexpr unsigned MostSteps = 8;
  for (unsigned Step = 0; Step < MostSteps; ++Step) {
    if (isWeak(P))
      return true;
    const PlaceInfo &Root = Vals.place(Vals.root(P));
    if (Root.K != PlaceInfo::Deref)
      return false;
    const SymbolInfo &Pointer = Vals.symbol(Root.Base);
    if (Pointer.K == SymbolInfo::Join)
      return Pointer.Of != Facts.Function || Facts.Blocks[Pointer.Index].InLoop;
    // What a pointer that was read anew led to before is elsewhere now.
    if (Pointer.K != SymbolInfo::Initial)
      return Step > 0 && !Pointer.Heap;
    P = Pointer.Place;
  }
  return true;
}

/// The record \p Old is acquired again by \p At.
void Solver::loseInPlace(State &S, const Held &Old, const Stmt *At) {
  if (Old.Handle.isAddress() && isOneOfMany(Old.Handle.asPlace()))
    S.drop(Old.Handle); // That was another one.
  else
    lose(S, Old, ExitKind::Overwrite, At, nullptr);
}

/// `init(&handle)`, `handle.open()`: the handle was there before and is owed
/// from here on.
void Solver::acquireInPlace(Split &Current, const CallRule &R,
                            const CallSite &Site, unsigned SiteIndex,
                            Value Parent, bool Conditional) {
  State &S = Current.S;
  const Expr *E = Site.E;
  bool IsArgument = R.Handle.Where == Slot::Argument;
  Value Handle =
      IsArgument ? argument(S, Site, R.Handle.Index) : reg(S, Site.Object);
  if (Handle.isNull() && IsArgument) {
    // `init(NULL)`: the returned value is the handle.
    Current.Result = makeFresh(S, E, 0);
    own(S, SiteIndex, Current.Result, Parent);
    return;
  }
  if (!Handle.isAddress() && !Handle.isSymbol())
    return;
  if (Log && Handle.isAddress())
    Log->leaves(S, ExitKind::Overwrite, E,
                [&](PlaceId P) { return P == Handle.asPlace(); });
  if (const Held *Old = S.held(Handle)) {
    Held Copy = *Old;
    loseInPlace(S, Copy, E);
  }
  llvm::erase_if(S.Released, [&](Value V) { return V == Handle; });
  own(S, SiteIndex, Handle, Parent);
  touch(S, Handle, E);
  if (!Conditional && E->getType()->isPointerType())
    Current.Result = Handle;
}

} // namespace dbtidy
