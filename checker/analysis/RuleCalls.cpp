//===- RuleCalls.cpp - Functions with rules -------------------------------===//
//
// Calls of functions with rules, but for what acquires: releases, queries,
// uses. A rule says which argument is the handle and when the rule applies;
// here it is done to the state. See Solver.h and model/Rule.h.
//
//===----------------------------------------------------------------------===//

#include "analysis/Solver.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace dbtidy {

//===- Where a rule's handle stands ---------------------------------------===//

Value Solver::slotValue(State &S, const CallSite &Site, const Slot &Where,
                        const Stmt *At) {
  switch (Where.Where) {
  case Slot::Returned:
    return {};
  case Slot::Argument: {
    if (Where.Index >= Site.Args.size())
      return {};
    Value V = reg(S, Site.Args[Where.Index]);
    // Passed by reference: `release(Session *const &)`.
    if (Where.Index < Site.ParamTypes.size() &&
        Site.ParamTypes[Where.Index]->isReferenceType() && V.isAddress() &&
        !S.held(V))
      return load(S, V, At);
    if (V.isAggregate())
      if (const Value *Inner = S.lookup(V.asPlace()))
        return *Inner;
    return V;
  }
  case Slot::Pointee: {
    if (Where.Index >= Site.Args.size())
      return {};
    Value A = reg(S, Site.Args[Where.Index]);
    return Vals.pointee(A) == NoId ? Value() : load(S, A, At);
  }
  case Slot::Object: {
    Value V = Site.Object == NoReg ? Value() : reg(S, Site.Object);
    if (V.isAddress())
      if (const Value *Inner = S.lookup(V.asPlace()); Inner && S.held(*Inner))
        return *Inner; // A handle that is a record by value.
    return V;
  }
  }
  return {};
}

/// The variable whose address the argument is that \p Where names.
PlaceId Solver::slotPlace(State &S, const CallSite &Site, const Slot &Where) {
  return Vals.pointee(argument(S, Site, Where.Index));
}

//===- What became of it --------------------------------------------------===//

/// Something was done with the handle: what was asked of it before may now be
/// answered otherwise.
void Solver::touch(State &S, Value Handle, const Stmt *At) {
  if (!Handle.isSymbol() && !Handle.isAddress())
    return;
  S.bind(Vals.version(Handle),
         Value::integer(int64_t(reinterpret_cast<uintptr_t>(At))));
  if (Handle.isSymbol())
    forget(S, Vals.deref(Handle.asSymbol()), At);
}

/// Something is released that is not tracked under this name.
void Solver::releaseNotHeld(State &S, Value V, unsigned Resource) {
  auto Element = V.isSymbol() ? Elements.find(V.asSymbol()) : Elements.end();
  if (V.isKnown() && Element == Elements.end()) {
    if (isFromOutside(V)) {
      insertSorted(S.Released, V);
      noteFormer(S, V, Resource, S.Path);
    }
    return;
  }
  if (Element != Elements.end() &&
      (isFromOutside(Value::address(Element->second)) ||
       isParameter(Vals.root(Element->second))))
    insertSorted(S.Released, Value::address(Element->second));
  // One of them, we cannot say which: an element of an array.
  llvm::SmallVector<Value, 4> Same;
  for (const Held &H : S.Resources)
    if (Sites[H.Site].Resource == Resource)
      Same.push_back(H.Handle);
  for (Value Each : Same) {
    noteElementRelease(Sites[S.held(Each)->Site]);
    Sites[S.held(Each)->Site].SeenReleased = true;
    escape(S, Each);
  }
}

/// A helper releases elements of the array that \p Element is one of.
void Solver::releaseElements(State &S, PlaceId Element) {
  PlaceId Array = arrayOf(Element);
  llvm::SmallVector<Value, 4> Gone;
  for (const State::Binding &B : S.Env)
    if (Vals.within(B.first, Array) && S.held(B.second))
      Gone.push_back(B.second);
  for (Value V : Gone)
    if (const Held *H = S.held(V)) {
      noteElementRelease(Sites[H->Site]);
      giveBack(S, V);
    }
  if (isFromOutside(Value::address(Element)))
    insertSorted(S.Released, Value::address(Element));
}

void Solver::release(State &S, Value V, unsigned Resource) {
  if (V.isInt() && V.Payload == 0)
    return;
  if (const Held *H = S.held(V); H && standsInArray(S, V))
    noteElementRelease(Sites[H->Site]);
  bool WasHeld = giveBack(S, V);
  Releasing = nullptr;
  if (!WasHeld)
    releaseNotHeld(S, V, Resource);
  // What is in an object goes with it.
  if (V.isSymbol())
    escapePlace(S, Vals.deref(V.asSymbol()));
  // Children that go with their parent.
  const struct Resource &R = Rules.resources()[Resource];
  llvm::SmallVector<Value, 4> Children;
  for (const Held &H : S.Resources) {
    const struct Resource &Child = Rules.resources()[Sites[H.Site].Resource];
    if (Child.ReleasedWithParent && Child.Parent == R.Id &&
        (!H.Parent.isKnown() || H.Parent == V))
      Children.push_back(H.Handle);
  }
  for (Value Each : Children) {
    handOn(S, Each);
    giveBack(S, Each);
  }
}

//===- Conditions on the returned status ----------------------------------===//

Range Solver::returnedWhen(const Condition &C, bool Holds) {
  Range R;
  llvm::SmallVector<int64_t, 4> Values;
  for (const Constant &Each : C.Values)
    if (std::optional<int64_t> V = Decls.valueOf(Each))
      Values.push_back(*V);
  if (Values.empty())
    return R;
  if (C.When == Condition::ReturnsAtLeast) {
    R.refine(Holds ? Relation::GE : Relation::LT, Values.front());
    return R;
  }
  bool Among = (C.When == Condition::Returns) == Holds;
  if (Among) {
    R = Range::point(Values.front());
    for (int64_t V : Values)
      R = R.join(Range::point(V));
  } else {
    for (int64_t V : Values)
      R.refine(Relation::NE, V);
  }
  return R;
}

/// Splits off the state in which the call of \p R failed, and leaves in
/// \p Current the one in which it succeeded.
Solver::Split Solver::splitOnStatus(Split &Current, const CallRule &R,
                                    const CallSite &Site) {
  Split Failed{Current.S, Value()};
  Failed.Result = makeFresh(Failed.S, Site.E, 0);
  Failed.S.setFact(Failed.Result.asSymbol(), returnedWhen(R.Holds, false));
  Current.Result = makeFresh(Current.S, Site.E, 0);
  Current.S.setFact(Current.Result.asSymbol(), returnedWhen(R.Holds, true));
  return Failed;
}

//===- Rules --------------------------------------------------------------===//

/// For fixes: the variable that a release names is released there, whatever
/// it holds.
void Solver::logReleasedVariable(const CallRule &R, const CallSite &Site) {
  const auto *Call = dyn_cast_or_null<CallExpr>(Site.E);
  if (!Call || R.Handle.Where != Slot::Argument ||
      R.Handle.Index >= Call->getNumArgs())
    return;
  const Expr *Handle = Call->getArg(R.Handle.Index)->IgnoreParenImpCasts();
  if (const auto *U = dyn_cast<UnaryOperator>(Handle);
      U && U->getOpcode() == UO_AddrOf)
    Handle = U->getSubExpr()->IgnoreParens();
  const auto *Named = dyn_cast<DeclRefExpr>(Handle);
  const auto *V = Named ? dyn_cast<VarDecl>(Named->getDecl()) : nullptr;
  if (V)
    Log->happened(V, {HandleEvent::Released, Call, &R});
}

void Solver::applyRelease(Split &Current, const CallRule &R,
                          const Instruction &I, const CallSite &Site,
                          Splits &Out) {
  State &S = Current.S;
  if (R.Handle.Where == Slot::Returned && R.Parent)
    return releaseChildren(S, R, slotValue(S, Site, *R.Parent, I.S));
  Value V = slotValue(S, Site, R.Handle, I.S);
  if (R.Holds.dependsOnStatus())
    Out.push_back(splitOnStatus(Current, R, Site));
  if (Log)
    logReleasedVariable(R, Site);
  checkRelease(S, V, R.Resource, Site);
  checkMismatch(S, V, Site);
  Releasing = &R;
  release(S, V, R.Resource);
  Releasing = nullptr;
  if (R.Nulls && R.Handle.Where == Slot::Pointee) {
    PlaceId P = slotPlace(S, Site, R.Handle);
    if (P != NoId)
      S.bind(P, Value::integer(0));
  }
}

/// All handles of \p Parent are taken back.
void Solver::releaseChildren(State &S, const CallRule &R, Value Parent) {
  llvm::SmallVector<Value, 4> Children;
  for (const Held &H : S.Resources)
    if (Sites[H.Site].Resource == R.Resource &&
        (!H.Parent.isKnown() || !Parent.isKnown() || H.Parent == Parent))
      Children.push_back(H.Handle);
  for (Value Each : Children) {
    handOn(S, Each);
    release(S, Each, R.Resource);
  }
}

/// Releases the handle in a variable and puts another one there.
void Solver::applyReset(State &S, const CallRule &R, const CallSite &Site) {
  PlaceId P = slotPlace(S, Site, R.Handle);
  if (P == NoId)
    return;
  release(S, loadPlace(S, P), R.Resource);
  Value Handle = makeFresh(S, Site.E, 61);
  own(S, siteOf(R, Site), Handle, Value());
  storePlace(S, P, Handle, Site.E);
}

void Solver::applyRule(Split &Current, const CallRule &R, const Instruction &I,
                       const CallSite &Site, Splits &Out) {
  State &S = Current.S;
  switch (R.What) {
  case Effect::Acquire:
    return acquire(Current, R, I, Site, Out);
  case Effect::Release:
    return applyRelease(Current, R, I, Site, Out);
  case Effect::Reset:
    return applyReset(S, R, Site);
  case Effect::Swap: {
    PlaceId A = slotPlace(S, Site, R.Handle), B = slotPlace(S, Site, R.Other);
    if (A != NoId && B != NoId)
      exchange(S, A, B);
    return;
  }
  case Effect::Adopt:
    escape(S, slotValue(S, Site, R.Handle, I.S));
    return;
  case Effect::Borrow:
    if (!Current.Result.isKnown() && Site.E->getType()->isPointerType()) {
      Current.Result = makeFresh(S, Site.E, 0);
      lend(S, Current.Result, slotValue(S, Site, R.Handle, I.S));
    }
    return;
  case Effect::Query: {
    Value Handle = slotValue(S, Site, R.Handle, I.S);
    if (!Handle.isKnown() || !Site.Callee)
      return;
    const Value *Version = S.lookup(Vals.version(Handle));
    Current.Result = Value::symbol(
        Vals.query(Site.Callee->getCanonicalDecl(), Handle,
                   Version && Version->isInt() ? Version->Payload : 0));
    return;
  }
  case Effect::Use: {
    Value Handle = slotValue(S, Site, R.Handle, I.S);
    touch(S, Handle, I.S);
    // `connect(m, …)` returns m, or null.
    if (Site.ReturnsHandle == int(R.Resource) && S.held(Handle)) {
      Split Failed{S, Value::integer(0)};
      Out.push_back(std::move(Failed));
      Current.Result = Handle;
    }
    return;
  }
  }
}

/// \p Site with the rules that are meant where the argument that decides is
/// \p Actual. Where it is not known a release may be meant, an acquisition is
/// not assumed.
const CallSite &Solver::decided(const CallSite &Site,
                                std::optional<int64_t> Actual) {
  auto [It, New] = Decided.try_emplace({&Site, Actual});
  if (!New)
    return It->second;
  It->second = Site;
  It->second.Undecided.clear();
  llvm::erase_if(It->second.Rules, [&](const CallRule *R) {
    if (!llvm::is_contained(Site.Undecided, R))
      return false;
    if (!Actual)
      return R->What == Effect::Acquire;
    bool Any = llvm::any_of(R->When->AnyOf, [&](const Constant &C) {
      return Decls.valueOf(C) == Actual;
    });
    return Any == R->When->Negated;
  });
  return It->second;
}

/// `SQLAllocHandle(type, parent, &handle)`: the value of `type` tells which
/// rules are meant. A parameter may have any of those that acquire.
void Solver::undecidedCall(State S, const Instruction &I, const CallSite &Site,
                           Splits &Out) {
  Value V = argument(S, Site, Site.Undecided.front()->When->Argument);
  if (std::optional<int64_t> Actual = rangeOf(S, V).asPoint())
    return ruleCall(std::move(S), I, decided(Site, Actual), Out);
  bool IsParameter =
      V.isSymbol() && Vals.symbol(V.asSymbol()).K == SymbolInfo::Initial;
  llvm::SmallVector<int64_t, 4> Possible;
  if (IsParameter)
    for (const CallRule *R : Site.Undecided)
      if (R->What == Effect::Acquire && !R->When->Negated)
        for (const Constant &C : R->When->AnyOf)
          if (std::optional<int64_t> Actual = Decls.valueOf(C))
            insertSorted(Possible, *Actual);
  for (int64_t Actual : Possible) {
    State Each = S;
    if (assumeRelation(Each, V, Relation::EQ, Actual))
      ruleCall(std::move(Each), I, decided(Site, Actual), Out);
    if (!assumeRelation(S, V, Relation::NE, Actual))
      return;
  }
  ruleCall(std::move(S), I, decided(Site, std::nullopt), Out);
}

void Solver::ruleCall(State S, const Instruction &I, const CallSite &Site,
                      Splits &Out) {
  if (!Site.Undecided.empty())
    return undecidedCall(std::move(S), I, Site, Out);
  Split Current{std::move(S), Value()};
  llvm::SmallVector<Split, 4> Others;
  auto Order = [](Effect E) {
    return E == Effect::Acquire ? 2 : E == Effect::Release ? 0 : 1;
  };
  for (int Pass = 0; Pass < 3; ++Pass)
    for (const CallRule *R : Site.Rules)
      if (Order(R->What) == Pass)
        applyRule(Current, *R, I, Site, Others);
  // Other handles and closures among the arguments are used, not kept.
  for (RegId A : Site.Args)
    giveClosure(Current.S, Site, reg(Current.S, A));
  Out.push_back(std::move(Current));
  for (Split &O : Others)
    Out.push_back(std::move(O));
  for (Split &X : Out)
    if (!X.Result.isKnown())
      X.Result = makeFresh(X.S, Site.E, 0);
}

} // namespace dbtidy
