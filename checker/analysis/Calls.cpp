//===- Calls.cpp - What calls do to a state -------------------------------===//
//
// In this order: functions of the language and the standard library, functions
// with rules, functions with a body here, and all others. See Solver.h.
//
//===----------------------------------------------------------------------===//

#include "analysis/Solver.h"
#include "facts/CallSites.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace dbtidy {

const CallSite &Solver::resolved(const CallSite &Site,
                                 const FunctionDecl *Callee) {
  auto [It, New] = Resolved.try_emplace({&Site, Callee});
  if (New) {
    It->second = Site;
    It->second.ParamTypes.clear();
    It->second.Rules.clear();
    describeCallee(It->second, Callee, Decls, Unit.exceptions());
    It->second.IsVirtual = false;
    if (!It->second.Rules.empty())
      if (const auto *Call = dyn_cast_or_null<CallExpr>(Site.E)) {
        llvm::SmallVector<const Expr *, 8> Args(Call->arg_begin(),
                                                Call->arg_end());
        applyArgumentConditions(It->second, Args, Decls);
      }
  }
  return It->second;
}

void Solver::call(State S, const Instruction &I, const CallSite &Written,
                  Splits &Out) {
  const CallSite *Site = &Written;
  if (!Site->Callee && Site->Target != NoReg && Site->Rules.empty())
    if (const FunctionDecl *F = Vals.asFunction(reg(S, Site->Target)))
      Site = &resolved(Written, F);

  Value Result;
  if (Site->Known != KnownCallee::None && knownCall(S, I, *Site, Result)) {
    if (Site->MayThrow)
      callThrows(S, I, *Site);
    Out.push_back({std::move(S), Result});
    return;
  }
  // Whoever is called may know the memory that a handle was put into.
  if (Site->Rules.empty() && Site->Known == KnownCallee::None &&
      !Site->InSystem && !Site->InLibrary)
    for (Held &H : S.Resources) {
      if (H.Unbound || H.Forwarded || H.Handle.isAddress())
        continue;
      H.Forwarded = llvm::none_of(S.Env, [&](const State::Binding &B) {
        return B.second == H.Handle &&
               (isLocal(B.first) || Vals.place(B.first).K == PlaceInfo::Owned);
      });
    }
  // A summary knows its own exceptions.
  if (Site->Rules.empty() && Site->Callee && !Site->IsVirtual &&
      summaryCall(S, I, *Site, Out))
    return;
  if (Site->MayThrow)
    callThrows(S, I, *Site);
  if (!Site->Rules.empty())
    return ruleCall(std::move(S), I, *Site, Out);
  unknownCall(std::move(S), I, *Site, Out);
}

/// The state in which the exception leaves the call: what was given away is
/// gone, nothing was handed out.
void Solver::callThrows(State S, const Instruction &I, const CallSite &Site) {
  if (!Unit.exceptions().enabled())
    return;
  bool Known = !Site.Rules.empty();
  for (const CallRule *R : Site.Rules)
    if (R->What == Effect::Release || R->What == Effect::Adopt)
      S.drop(slotValue(S, Site, R->Handle, I.S));
  if (!Known)
    for (unsigned A = 0; A < Site.Args.size(); ++A)
      giveToUnknown(
          S, Site, reg(S, Site.Args[A]),
          A < Site.ParamTypes.size() ? Site.ParamTypes[A] : QualType(), false);
  raise(std::move(S), I.S, QualType(), I.Scope, &Site.Name);
}

//===- The language and the standard library ------------------------------===//

bool Solver::knownCall(State &S, const Instruction &I, const CallSite &Site,
                       Value &Result) {
  auto Arg = [&](unsigned N) {
    return N < Site.Args.size() ? reg(S, Site.Args[N]) : Value();
  };
  auto OwnedBy = [&](Value Object) {
    PlaceId P = Object.isAggregate() ? Object.asPlace() : Vals.pointee(Object);
    return P == NoId ? NoId : Vals.owned(P);
  };
  auto TakeOver = [&](PlaceId To, Value From) {
    // Another smart pointer, moved or copied from, or a raw handle.
    Value Handle = From, Old = loadPlace(S, To);
    bool IsOwner = From.isAggregate() || From.isAddress();
    if (IsOwner) {
      PlaceId Source = Vals.owned(From.asPlace());
      Handle = loadPlace(S, Source);
      if (S.held(Handle)) {
        S.bind(To, Handle);
        S.bind(Source, Value::integer(0));
      }
    }
    if (Old != Handle)
      if (const Held *H = S.held(Old)) {
        Sites[H->Site].SeenReleased = true;
        S.drop(Old);
      }
    S.bind(To, Handle.isKnown() ? Handle : makeFresh(S, I.S, 5));
    if (Held *H = S.held(Handle)) {
      H->Unbound = false;
      if (Sites[H->Site].Variable.empty())
        Sites[H->Site].Variable = describe(To);
    }
  };

  switch (Site.Known) {
  case KnownCallee::None:
    return false;
  case KnownCallee::Identity:
  case KnownCallee::AddressOf:
    Result = Arg(0);
    return true;
  case KnownCallee::Swap:
  case KnownCallee::OwnerSwap: {
    bool Owner = Site.Known == KnownCallee::OwnerSwap;
    PlaceId A = Vals.pointee(Owner ? reg(S, Site.Object) : Arg(0));
    PlaceId B = Vals.pointee(Owner ? Arg(0) : Arg(1));
    if (A == NoId || B == NoId)
      return false;
    for (bool Owned : {false, true}) {
      PlaceId PA = Owned ? Vals.owned(A) : A, PB = Owned ? Vals.owned(B) : B;
      if (!S.lookup(PA) && !S.lookup(PB) && Owned)
        continue;
      Value VA = loadPlace(S, PA), VB = loadPlace(S, PB);
      S.bind(PA, VB);
      S.bind(PB, VA);
    }
    return true;
  }
  case KnownCallee::Exchange: {
    Result = load(S, Arg(0), I.S);
    // The old value is handed out before the new one takes its place.
    if (Held *H = S.held(Result)) {
      H->Unbound = true;
      H->From = I.S;
    }
    Value New = Arg(1);
    if (New.isAddress())
      New = load(S, New, I.S); // Taken by reference.
    PlaceId P = Vals.pointee(Arg(0));
    if (P != NoId)
      S.bind(P, New.isKnown() ? New : makeFresh(S, I.S, 4));
    return true;
  }
  case KnownCallee::Allocate:
    Result = makeFresh(S, I.S, 0, /*Heap=*/true);
    return true;
  case KnownCallee::Deallocate: {
    Value V = Arg(0);
    for (const CallRule *R : Site.Rules)
      release(S, V, R->Resource);
    if (const Held *H = S.held(V)) {
      // Freed by a function that is not its own: another check's business.
      Sites[H->Site].SeenReleased = true;
      escape(S, V);
    }
    if (!V.isSymbol())
      return true;
    PlaceId Memory = Vals.deref(V.asSymbol());
    llvm::SmallVector<Held, 2> Lost, Released;
    for (const State::Binding &B : S.Env)
      if (Vals.within(B.first, Memory))
        if (const Held *H = S.held(B.second)) {
          if (isOwner(S, B.first))
            Released.push_back(*H);
          else if (!llvm::any_of(S.Env, [&](const State::Binding &O) {
                     return O.second == H->Handle &&
                            !Vals.within(O.first, Memory);
                   }))
            Lost.push_back(*H);
        }
    for (const Held &H : Released)
      S.drop(H.Handle);
    for (const Held &H : Lost)
      lose(S, H, ExitKind::Discard, I.S, nullptr);
    llvm::erase_if(S.Env, [&](const State::Binding &B) {
      return Vals.within(B.first, Memory);
    });
    return true;
  }
  case KnownCallee::OwnerMake: {
    PlaceId To = OwnedBy(reg(S, Site.Object));
    if (To == NoId)
      return false;
    S.unbind(To);
    if (Site.Args.empty())
      S.bind(To, Value::integer(0));
    else
      TakeOver(To, Arg(0));
    // A deleter may release what it captured: shared_ptr<void> as a guard.
    for (unsigned N = 1; N < Site.Args.size(); ++N)
      giveClosure(S, Site, Arg(N));
    return true;
  }
  case KnownCallee::OwnerGet: {
    PlaceId From = OwnedBy(reg(S, Site.Object));
    Value V = From == NoId ? Value() : loadPlace(S, From);
    if (!V.isKnown()) {
      V = makeFresh(S, I.S, 0);
      if (From != NoId)
        S.bind(From, V);
    }
    bool AsBool = Site.Callee && Site.Callee->getReturnType()->isBooleanType();
    Result = AsBool ? compare(S, Relation::NE, V, Value::integer(0)) : V;
    return true;
  }
  case KnownCallee::OwnerRelease: {
    PlaceId From = OwnedBy(reg(S, Site.Object));
    if (From == NoId)
      return false;
    Result = loadPlace(S, From);
    S.bind(From, Value::integer(0));
    if (Held *H = S.held(Result)) {
      H->Unbound = true;
      H->From = I.S;
    }
    if (!Result.isKnown())
      Result = makeFresh(S, I.S, 0);
    return true;
  }
  case KnownCallee::OwnerReset:
  case KnownCallee::OwnerAssign: {
    PlaceId To = OwnedBy(reg(S, Site.Object));
    if (To == NoId)
      return false;
    if (Site.Args.empty())
      TakeOver(To, Value::integer(0));
    else
      TakeOver(To, Arg(0));
    Result = reg(S, Site.Object);
    return true;
  }
  case KnownCallee::StdBorrow:
    // Algorithms call what they are given and keep nothing.
    Result = makeFresh(S, I.S, 0);
    for (RegId A : Site.Args)
      giveClosure(S, Site, reg(S, A));
    return true;
  }
  return false;
}

//===- Functions with rules -----------------------------------------------===//

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

void Solver::release(State &S, Value V, unsigned Resource) {
  if (V.isInt() && V.Payload == 0)
    return;
  const struct Resource &R = Rules.resources()[Resource];
  if (const Held *H = S.held(V)) {
    Sites[H->Site].SeenReleased = true;
    S.drop(V);
  } else if (!V.isKnown() || (V.isSymbol() && Elements.count(V.asSymbol()))) {
    // One of them, we cannot say which: an element of an array.
    llvm::SmallVector<Value, 4> Same;
    for (const Held &Other : S.Resources)
      if (Sites[Other.Site].Resource == Resource)
        Same.push_back(Other.Handle);
    for (Value Each : Same)
      escape(S, Each);
  } else if ((V.isSymbol() &&
              Vals.symbol(V.asSymbol()).K == SymbolInfo::Initial) ||
             (V.isAddress() && !isLocal(V.asPlace()))) {
    insertSorted(S.Released, V);
  }
  // Children that go with their parent.
  llvm::SmallVector<Value, 4> Children;
  for (const Held &H : S.Resources) {
    const struct Resource &Child = Rules.resources()[Sites[H.Site].Resource];
    if (Child.ReleasedWithParent && Child.Parent == R.Id &&
        (!H.Parent.isKnown() || H.Parent == V))
      Children.push_back(H.Handle);
  }
  for (Value Each : Children) {
    if (const Held *H = S.held(Each))
      Sites[H->Site].SeenReleased = true;
    S.drop(Each);
  }
}

void Solver::acquire(Split &Current, const CallRule &R, const Instruction &I,
                     const CallSite &Site, Splits &Out) {
  State &S = Current.S;
  const Expr *E = Site.E;
  unsigned Index =
      20 + unsigned(&R - Rules.resources()[R.Resource].Calls.data());
  unsigned SiteIndex = siteFor(E, Index, R.Resource, Site.Name, false);
  bool Conditional = R.Holds.When == Condition::Returns ||
                     R.Holds.When == Condition::ReturnsNot ||
                     R.Holds.When == Condition::ReturnsAtLeast;
  QualType HandleType = E->getType();
  if (R.Handle.Where == Slot::Pointee &&
      R.Handle.Index < Site.ParamTypes.size())
    HandleType = Site.ParamTypes[R.Handle.Index]->getPointeeType();
  Sites[SiteIndex].ZeroIsHandle =
      !HandleType.isNull() && HandleType->isIntegralOrEnumerationType();
  Value Parent = R.Parent ? slotValue(S, Site, *R.Parent, I.S) : Value();
  PlaceId Out1 = NoId;
  if (R.Handle.Where == Slot::Pointee) {
    Value A = R.Handle.Index < Site.Args.size()
                  ? reg(S, Site.Args[R.Handle.Index])
                  : Value();
    Out1 = Vals.pointee(A);
    if (Out1 == NoId || A.isNull())
      return; // Nobody knows where to, or nothing is handed out.
  }

  if (Conditional) {
    Split Failed{S, Value()};
    Value Status = makeFresh(Failed.S, E, 0);
    Failed.S.setFact(Status.asSymbol(), returnedWhen(R.Holds, false));
    Failed.Result = Status;
    if (Out1 != NoId)
      storePlace(Failed.S, Out1, makeFresh(Failed.S, E, 60 + Index), E);
    Out.push_back(std::move(Failed));
    Value Success = makeFresh(S, E, 0);
    S.setFact(Success.asSymbol(), returnedWhen(R.Holds, true));
    Current.Result = Success;
  }

  switch (R.Handle.Where) {
  case Slot::Returned: {
    Value Handle = Conditional ? Current.Result : makeFresh(S, E, 0);
    own(S, SiteIndex, Handle, Parent);
    Current.Result = Handle;
    break;
  }
  case Slot::Pointee: {
    Value Handle = makeFresh(S, E, 60 + Index);
    own(S, SiteIndex, Handle, Parent);
    // A call that succeeded handed out something.
    if (Conditional && !Sites[SiteIndex].ZeroIsHandle)
      refine(S, Handle.asSymbol(), Relation::NE, 0);
    storePlace(S, Out1, Handle, E);
    break;
  }
  case Slot::Argument:
  case Slot::Object: {
    Value Handle;
    if (R.Handle.Where == Slot::Argument)
      Handle = R.Handle.Index < Site.Args.size()
                   ? reg(S, Site.Args[R.Handle.Index])
                   : Value();
    else if (Site.Object != NoReg)
      Handle = reg(S, Site.Object);
    if (Handle.isNull() && R.Handle.Where == Slot::Argument) {
      // `init(NULL)`: the returned value is the handle.
      Handle = makeFresh(S, E, 0);
      own(S, SiteIndex, Handle, Parent);
      Current.Result = Handle;
      break;
    }
    if (!Handle.isAddress() && !Handle.isSymbol())
      break;
    if (const Held *Old = S.held(Handle)) {
      Held Copy = *Old;
      lose(S, Copy, ExitKind::Overwrite, E, nullptr);
    }
    llvm::erase_if(S.Released, [&](Value V) { return V == Handle; });
    own(S, SiteIndex, Handle, Parent);
    touch(S, Handle, E);
    if (!Conditional && E->getType()->isPointerType())
      Current.Result = Handle;
    break;
  }
  }
}

void Solver::applyRule(Split &Current, const CallRule &R, const Instruction &I,
                       const CallSite &Site, Splits &Out) {
  State &S = Current.S;
  switch (R.What) {
  case Effect::Acquire:
    return acquire(Current, R, I, Site, Out);
  case Effect::Release: {
    if (R.Handle.Where == Slot::Returned && R.Parent) {
      Value Parent = slotValue(S, Site, *R.Parent, I.S);
      llvm::SmallVector<Value, 4> Children;
      for (const Held &H : S.Resources)
        if (Sites[H.Site].Resource == R.Resource &&
            (!H.Parent.isKnown() || !Parent.isKnown() || H.Parent == Parent))
          Children.push_back(H.Handle);
      for (Value Each : Children)
        release(S, Each, R.Resource);
      return;
    }
    Value V = slotValue(S, Site, R.Handle, I.S);
    bool Conditional = R.Holds.When == Condition::Returns ||
                       R.Holds.When == Condition::ReturnsNot ||
                       R.Holds.When == Condition::ReturnsAtLeast;
    if (Conditional) {
      Split Refused{S, Value()};
      Value Status = makeFresh(Refused.S, Site.E, 0);
      Refused.S.setFact(Status.asSymbol(), returnedWhen(R.Holds, false));
      Refused.Result = Status;
      Out.push_back(std::move(Refused));
      Value Success = makeFresh(S, Site.E, 0);
      S.setFact(Success.asSymbol(), returnedWhen(R.Holds, true));
      Current.Result = Success;
    }
    release(S, V, R.Resource);
    if (R.Nulls && R.Handle.Where == Slot::Pointee &&
        R.Handle.Index < Site.Args.size()) {
      PlaceId P = Vals.pointee(reg(S, Site.Args[R.Handle.Index]));
      if (P != NoId)
        S.bind(P, Value::integer(0));
    }
    return;
  }
  case Effect::Reset: {
    if (R.Handle.Index >= Site.Args.size())
      return;
    PlaceId P = Vals.pointee(reg(S, Site.Args[R.Handle.Index]));
    if (P == NoId)
      return;
    release(S, loadPlace(S, P), R.Resource);
    unsigned SiteIndex = siteFor(
        Site.E, 20 + unsigned(&R - Rules.resources()[R.Resource].Calls.data()),
        R.Resource, Site.Name, false);
    Value Handle = makeFresh(S, Site.E, 61);
    own(S, SiteIndex, Handle, Value());
    storePlace(S, P, Handle, Site.E);
    return;
  }
  case Effect::Swap: {
    if (R.Handle.Index >= Site.Args.size() || R.Other.Index >= Site.Args.size())
      return;
    PlaceId A = Vals.pointee(reg(S, Site.Args[R.Handle.Index]));
    PlaceId B = Vals.pointee(reg(S, Site.Args[R.Other.Index]));
    if (A == NoId || B == NoId)
      return;
    Value VA = loadPlace(S, A), VB = loadPlace(S, B);
    S.bind(A, VB);
    S.bind(B, VA);
    return;
  }
  case Effect::Adopt:
    escape(S, slotValue(S, Site, R.Handle, I.S));
    return;
  case Effect::Borrow:
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

void Solver::ruleCall(State S, const Instruction &I, const CallSite &Site,
                      Splits &Out) {
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

//===- Functions that nothing is known of ---------------------------------===//

const LambdaExpr *Solver::closureOf(const State &S, Value V) const {
  if (V.isAddress() || V.isAggregate()) {
    const Value *Inner = S.lookup(V.asPlace());
    if (!Inner)
      return nullptr;
    V = *Inner;
  }
  return V.isSymbol() ? Closures.lookup(V.asSymbol()) : nullptr;
}

/// A closure is handed to somebody. What its body releases is taken care of:
/// a variable captured by reference when the guard dies, a handle captured by
/// value whenever the closure runs.
void Solver::giveClosure(State &S, const CallSite &Site, Value V) {
  const LambdaExpr *L = closureOf(S, V);
  if (!L)
    return;
  const Summary *Sum = Unit.isInteresting(L->getCallOperator())
                           ? Unit.summaryOf(L->getCallOperator())
                           : nullptr;
  auto ReleasedByBody = [&](PlaceId P) {
    Value Initial = Value::symbol(Vals.initial(P));
    if (Sum)
      for (const SummaryCase &C : Sum->Cases) {
        if (llvm::is_contained(C.Released, Initial) ||
            llvm::is_contained(C.Kept, Initial) ||
            llvm::is_contained(C.Released, Value::address(P)))
          return true;
      }
    return false;
  };
  for (const LambdaCapture &C : L->captures()) {
    if (C.capturesThis() && Sum) {
      PlaceId Object = Vals.deref(Vals.initial(Vals.thisPlace()));
      for (const SummaryCase &Case : Sum->Cases)
        for (Value Gone : Case.Released)
          if (Gone.isSymbol()) {
            const SymbolInfo &Info = Vals.symbol(Gone.asSymbol());
            if (Info.K == SymbolInfo::Initial &&
                Vals.within(Info.Place, Object))
              insertSorted(S.Guarded, Info.Place);
          }
    }
    if (!C.capturesVariable())
      continue;
    const auto *Captured = dyn_cast<VarDecl>(C.getCapturedVar());
    if (!Captured)
      continue;
    PlaceId P = Vals.variable(Captured);
    Value Now = loadPlace(S, P);
    bool Releases = ReleasedByBody(P);
    if (C.getCaptureKind() == LCK_ByRef) {
      if (Releases) {
        insertSorted(S.Guarded, P);
        if (const Held *H = S.held(Now))
          Sites[H->Site].SeenReleased = true;
      }
    } else if (Releases ||
               (Site.Known != KnownCallee::StdBorrow && Site.Rules.empty())) {
      escape(S, Now);
    }
  }
}

/// A function is passed together with a handle: its user data, most likely.
/// Unless the function is here and only looks at what it gets.
bool Solver::callbackKeeps(const State &S, const CallSite &Site) {
  for (RegId A : Site.Args) {
    const FunctionDecl *F = Vals.asFunction(reg(S, A));
    if (!F)
      continue;
    const FunctionDecl *Definition = nullptr;
    if (!F->hasBody(Definition))
      return true;
    const Summary *Sum = Unit.summaryOf(Definition);
    if (!Sum)
      return true;
    for (const SummaryCase &C : Sum->Cases)
      if (!C.Released.empty() || !C.Kept.empty())
        return true;
  }
  return false;
}

/// pthread_setspecific, g_hash_table_insert: a function of a system library
/// that takes any pointer keeps it, but for those that look at memory.
static bool takesUserData(const CallSite &Site, QualType T) {
  return Site.InSystem && !T.isNull() && T->isVoidPointerType() &&
         !llvm::StringRef(Site.Name).contains("mem") &&
         !llvm::StringRef(Site.Name).contains("print");
}

/// An argument that an unseen function receives.
void Solver::giveToUnknown(State &S, const CallSite &Site, Value V, QualType T,
                           bool IsObject) {
  if (!V.isKnown() || V.isInt())
    return;
  if (closureOf(S, V)) {
    giveClosure(S, Site, V);
    return;
  }
  bool IsReference = !T.isNull() && T->isReferenceType();
  bool ToConst = IsReference && T->getPointeeType().isConstQualified();
  bool CPlusPlusStd =
      Site.InSystem && Site.Callee && !Site.Callee->isExternC() &&
      !Site.Callee->getBuiltinID() && Decls.context().getLangOpts().CPlusPlus;
  bool Constructs = Site.Callee && isa<CXXConstructorDecl>(Site.Callee);
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Site.Callee);

  // A record by value takes the handle in it along.
  bool InRecord = V.isAggregate();
  auto GiveHandle = [&](Value Handle) {
    const Held *H = S.held(Handle);
    if (Site.NamedRelease && !Site.InLibrary) {
      if (H) {
        Sites[H->Site].SeenReleased = true;
        S.drop(Handle);
      } else if (Handle.isSymbol() &&
                 Vals.symbol(Handle.asSymbol()).K == SymbolInfo::Initial &&
                 Decls.handleOf(T) >= 0) {
        insertSorted(S.Released, Handle);
      }
      return;
    }
    bool Keeps = false;
    if (!Site.InLibrary) {
      Keeps = Site.NamedKeep || Constructs || InRecord || CPlusPlusStd ||
              (Site.HasCallback && callbackKeeps(S, Site)) ||
              takesUserData(Site, T) ||
              Unit.options().Unknown == UnknownCallee::Keep;
    }
    if (Keeps) {
      escape(S, Handle);
      return;
    }
    touch(S, Handle, Site.E);
    // A destructor hands its member to code that is not visible: a guard with
    // a release function of its own.
    if (isa<CXXDestructorDecl>(Facts.Function) && Handle.isSymbol() &&
        Vals.symbol(Handle.asSymbol()).K == SymbolInfo::Initial)
      insertSorted(S.Kept, Handle);
    if (Held *Mutable = S.held(Handle))
      if (Site.ReturnsHandle == int(Sites[Mutable->Site].Resource) &&
          !Site.InLibrary)
        Mutable->Forwarded = true;
  };

  if (S.held(V)) {
    if (!IsObject)
      GiveHandle(V);
    else
      touch(S, V, Site.E);
    return;
  }
  if (V.isAddress() || V.isAggregate()) {
    PlaceId P = V.asPlace();
    bool ByValue = V.isAggregate() || ToConst;
    // A handle of the caller's, in a parameter that is passed on.
    Value Whole = S.lookup(P) ? Value() : loadPlace(S, P);
    if (Decls.handleOf(T.isNull() ? T : T.getNonReferenceType()) < 0 &&
        !(!T.isNull() && (T->isReferenceType() || T->isPointerType()) &&
          Decls.handleOf(T->getPointeeType()) >= 0))
      Whole = Value();
    if (Whole.isSymbol() && !IsObject) {
      if (ByValue)
        GiveHandle(Whole);
      else if (!Site.InLibrary)
        escape(S, Whole);
    }
    if (ByValue && !IsObject) {
      llvm::SmallVector<Value, 4> Inside;
      for (const State::Binding &B : S.Env)
        if (Vals.within(B.first, P) && S.held(B.second) &&
            Vals.place(B.first).K != PlaceInfo::Owned)
          Inside.push_back(B.second);
      for (Value Each : Inside)
        GiveHandle(Each);
      return;
    }
    if (IsObject && Method && Method->isConst())
      return;
    if (Site.InLibrary || (Site.InSystem && !CPlusPlusStd && !IsObject)) {
      forget(S, P, Site.E);
      return;
    }
    // The address of a variable that holds a handle, or of the struct around
    // it: the function may do anything with it.
    if (Constructs && IsObject)
      return;
    llvm::SmallVector<Held, 4> Before(S.Resources.begin(), S.Resources.end());
    escapePlace(S, P);
    if (Site.NamedRelease)
      for (const Held &H : Before)
        if (!S.held(H.Handle))
          Sites[H.Site].SeenReleased = true;
    forget(S, P, Site.E);
    return;
  }
  if (V.isSymbol()) {
    const SymbolInfo Info = Vals.symbol(V.asSymbol());
    bool Harmless = Site.InSystem && !CPlusPlusStd;
    PlaceId Memory = Vals.deref(V.asSymbol());
    if (Harmless) {
      if (!T.isNull() && T->isPointerType() &&
          !T->getPointeeType().isConstQualified())
        forget(S, Memory, Site.E);
      return;
    }
    if (IsObject && Method && Method->isConst())
      return;
    // What is given away of an object of the caller's is the caller's loss.
    if (Info.K == SymbolInfo::Initial && Decls.handleOf(T) < 0 &&
        (IsObject || (!T.isNull() && T->isPointerType() &&
                      !T->getPointeeType().isConstQualified())))
      insertSorted(S.Shared, V.asSymbol());
    if (Info.Heap && !(Constructs && IsObject))
      insertSorted(S.EscapedHeap, V.asSymbol());
    if (Info.K == SymbolInfo::Initial && !IsObject) {
      // A handle of the caller's.
      if (Decls.handleOf(T) >= 0 || isa<CXXDestructorDecl>(Facts.Function)) {
        GiveHandle(V);
        return;
      }
    }
    if (!(Constructs && IsObject))
      escapePlace(S, Memory);
    forget(S, Memory, Site.E);
  }
}

/// "get", "handle", "current": shows a handle without giving it away.
static bool isAccessor(const CallSite &Site) {
  const auto *M = dyn_cast_or_null<CXXMethodDecl>(Site.Callee);
  if (!M)
    return false;
  if (isa<CXXConversionDecl>(M) || M->isOverloadedOperator())
    return true;
  return M->isConst() && M->getNumParams() == 0;
}

void Solver::unknownCall(State S, const Instruction &I, const CallSite &Site,
                         Splits &Out) {
  for (unsigned A = 0; A < Site.Args.size(); ++A)
    giveToUnknown(S, Site, reg(S, Site.Args[A]),
                  A < Site.ParamTypes.size() ? Site.ParamTypes[A] : QualType(),
                  false);
  if (Site.Object != NoReg)
    giveToUnknown(S, Site, reg(S, Site.Object), QualType(), true);

  for (auto [Index, Keeps] : Site.Takes)
    if (Index < Site.Args.size())
      if (Value V = reg(S, Site.Args[Index]); const Held *H = S.held(V)) {
        if (!Keeps)
          Sites[H->Site].SeenReleased = true;
        escape(S, V);
      }

  // Ownership by belief: what this function releases on one path, it owns.
  // A handle handed out through a pointer, with a status: whether zero means
  // success is for the code to tell, so both are tried.
  if (!Site.InLibrary && !Site.InSystem && !Site.NamedRelease && Site.Callee &&
      !isa<CXXConstructorDecl>(Site.Callee))
    for (unsigned A = 0; A < Site.Args.size() && A < Site.ParamTypes.size();
         ++A) {
      QualType T = Site.ParamTypes[A];
      if (!T->isPointerType() && !T->isReferenceType())
        continue;
      if (T->getPointeeType().isConstQualified() || Decls.handleOf(T) >= 0)
        continue;
      int Resource = Decls.handleOf(T->getPointeeType());
      PlaceId P = Vals.pointee(reg(S, Site.Args[A]));
      if (Resource < 0 || P == NoId || !isLocal(P))
        continue;
      QualType Returned = Site.Callee->getReturnType();
      bool HasStatus = Returned->isIntegralOrEnumerationType();
      for (bool Zero : {true, false}) {
        State Hypothesis = S;
        Value Handle = makeFresh(Hypothesis, Site.E, 70 + 2 * A + Zero);
        unsigned SiteIndex = siteFor(Site.E, 70 + 2 * A + Zero,
                                     unsigned(Resource), Site.Name, true);
        own(Hypothesis, SiteIndex, Handle, Value());
        storePlace(Hypothesis, P, Handle, Site.E);
        Value Status;
        if (HasStatus) {
          Status = makeFresh(Hypothesis, Site.E, 0);
          if (!refine(Hypothesis, Status.asSymbol(),
                      Zero ? Relation::EQ : Relation::NE, 0))
            continue;
        }
        Out.push_back({std::move(Hypothesis), Status});
        if (!HasStatus)
          break;
      }
      return;
    }

  Value Result = makeFresh(S, Site.E, 0);
  bool Unseen =
      !Site.InLibrary && !Site.InSystem && Site.Known == KnownCallee::None;
  if (Site.ReturnsHandle >= 0 && Unseen && !isAccessor(Site) &&
      !(Site.Callee && isa<CXXConstructorDecl>(Site.Callee))) {
    bool Owned = Site.GivesOwnership ||
                 Rules.resources()[Site.ReturnsHandle].AlwaysOwned;
    unsigned SiteIndex =
        siteFor(Site.E, 0, unsigned(Site.ReturnsHandle), Site.Name, !Owned);
    own(S, SiteIndex, Result, Value());
  }
  Out.push_back({std::move(S), Result});
}

} // namespace dbtidy
