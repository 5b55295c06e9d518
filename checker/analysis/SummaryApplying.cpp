//===- SummaryApplying.cpp - Summaries applied at calls -------------------===//
//
// Calls of functions with a body here: each case of the summary that is
// feasible gives one state after the call. Making summaries is
// SummaryMaking.cpp's. See Solver.h.
//
//===----------------------------------------------------------------------===//

#include "analysis/Substitution.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace dbtidy {

/// One case of a summary, done to the state before the call. The steps come in
/// the order of run(): values are read before anything is written.
class Solver::CaseApplication {
public:
  CaseApplication(Solver &Own, State &S, const SummaryCase &C,
                  const Instruction &I, const CallSite &Site,
                  const FunctionDecl *Definition)
      : Own(Own), Vals(Own.Vals), S(S), C(C), I(I), Site(Site),
        Sub(Own, S, Site, Definition) {}

  /// \returns false where the case cannot be, with what is known here.
  bool run(Value &Returned) {
    if (!require())
      return false;
    nameWhatIsNew();
    makeRoomForRecord();
    read();
    giveAway();
    acquire();
    write();
    for (PlaceId P : C.Guarded)
      if (PlaceId To = Sub.place(P); To != NoId)
        insertSorted(S.Guarded, To);
    bool Feasible = returnValue();
    Returned = Result;
    return Feasible;
  }

private:
  /// What the function leaves in a place that the caller sees.
  struct Store {
    PlaceId To;
    Value V;
    bool IsKnown;
    Range Known;
  };

  bool require();
  void nameWhatIsNew();
  void makeRoomForRecord();
  void read();
  void giveAway();
  void acquire();
  void acquire(const Acquired &A, Value Handle, unsigned SiteIndex);
  void write();
  bool returnValue();
  bool standsIn(Value Handle, llvm::function_ref<bool(PlaceId)> Where) const;
  bool isCallers(Value Handle) const;
  bool isOneObject(PlaceId P) const;

  Solver &Own;
  Values &Vals;
  State &S;
  const SummaryCase &C;
  const Instruction &I;
  const CallSite &Site;
  Substitution Sub;
  llvm::SmallVector<Value, 4> Released, Kept, Certain, Used;
  llvm::SmallVector<Store, 4> Stores;
  Value Result;
};

bool Solver::CaseApplication::require() {
  for (const State::Fact &F : C.Requires) {
    Value V = Sub.value(Value::symbol(F.first));
    const Range &R = F.second;
    if (!V.isKnown())
      continue;
    if (!Own.assumeRelation(S, V, Relation::GE, R.low()) ||
        !Own.assumeRelation(S, V, Relation::LE, R.high()))
      return false;
    Range Now = rangeOf(S, V);
    if (!Now.intersect(R))
      return false;
    if (!R.contains(0) && !Own.assumeRelation(S, V, Relation::NE, 0))
      return false;
  }
  return true;
}

/// Handles that the function hands out, and memory it allocates.
void Solver::CaseApplication::nameWhatIsNew() {
  unsigned Count = 0;
  auto NewName = [&](Value V) {
    if (!V.isSymbol() || Sub.Fresh.count(V.asSymbol()))
      return;
    const SymbolInfo &Info = Vals.symbol(V.asSymbol());
    if (Info.K != SymbolInfo::Fresh)
      return;
    bool Heap = Info.Heap && !S.isEscaped(V.asSymbol());
    Sub.Fresh[V.asSymbol()] = Own.makeFresh(S, Site.E, 100 + Count++, Heap);
  };
  for (const Acquired &A : C.Acquires)
    NewName(A.Handle);
  NewName(C.Returned);
  for (const Stored &X : C.Stores) {
    const PlaceInfo &Root = Vals.place(Vals.root(X.To));
    if (Root.K == PlaceInfo::Deref)
      NewName(Value::symbol(Root.Base));
  }
}

void Solver::CaseApplication::makeRoomForRecord() {
  if (!C.Returned.isAggregate())
    return;
  Sub.ReturnedFrom = C.Returned.asPlace();
  Sub.ReturnedTo = Vals.reg(Own.Facts.Function, I.Dst + Own.Facts.Registers);
  Own.clear(S, Sub.ReturnedTo);
}

void Solver::CaseApplication::read() {
  for (Value V : C.Released)
    Released.push_back(Sub.value(V));
  for (Value V : C.Kept)
    Kept.push_back(Sub.value(V));
  for (Value V : C.Certain)
    Certain.push_back(Sub.value(V));
  for (Value V : C.Used)
    Used.push_back(Sub.value(V));
  for (const Stored &X : C.Stores) {
    PlaceId To = Sub.place(X.To);
    Value V = Sub.value(X.V);
    if (To == NoId) {
      Kept.push_back(V); // Kept where we cannot see.
      continue;
    }
    Stores.push_back({To, V, V.isKnown(), X.Known});
  }
  Result = C.Returned.isAggregate() ? Value::aggregate(Sub.ReturnedTo)
                                    : Sub.value(C.Returned);
}

void Solver::CaseApplication::giveAway() {
  for (Value V : Used)
    if (!llvm::is_contained(Released, V))
      Own.noteUse(S, V, Site, Own.writtenAs(S, Site, V));
  for (Value V : Released) {
    bool IsCertain = llvm::is_contained(Certain, V);
    if (IsCertain)
      Own.checkRelease(S, V, std::nullopt, Site);
    if (const Held *H = S.held(V))
      Own.release(S, V, Own.Sites[H->Site].Resource);
    else if (V.isAddress() && Own.isWeak(V.asPlace()))
      Own.releaseElements(S, V.asPlace());
    else if (Own.isFromOutside(V)) {
      Own.logEvent(S, V, HandleEvent::ReleasedOtherwise);
      insertSorted(S.Released, V);
      int Resource =
          V.isSymbol()
              ? Own.Decls.handleOf(Vals.typeOf(Vals.symbol(V.asSymbol()).Place))
              : -1;
      if (Resource >= 0)
        Own.noteFormer(S, V, unsigned(Resource), S.Path);
    }
    if (!IsCertain)
      Own.forgetRelease(S, V);
  }
  for (Value V : Kept) {
    // An array whose elements the callee releases.
    if (V.isAddress() && Own.asElement(V.asPlace()) != V.asPlace())
      for (const State::Binding &B : S.Env)
        if (const Held *H = S.held(B.second);
            H && Own.Vals.within(B.first, V.asPlace()))
          Own.Sites[H->Site].SeenReleased = true;
    Own.escapeAll(S, V);
  }
}

bool Solver::CaseApplication::standsIn(
    Value Handle, llvm::function_ref<bool(PlaceId)> Where) const {
  if (Handle.isAddress())
    return Where(Handle.asPlace());
  return llvm::any_of(
      Stores, [&](const Store &X) { return X.V == Handle && Where(X.To); });
}

/// Only what the caller can lose is the caller's to release: a handle that is
/// returned, or put into memory of the caller's own making.
bool Solver::CaseApplication::isCallers(Value Handle) const {
  return Handle == Result || standsIn(Handle, [&](PlaceId P) {
           if (Vals.within(P, Sub.ReturnedTo) || Own.isLocal(P))
             return true;
           // What a constructor acquires is lost when it throws later.
           if (Own.IsConstructor && Own.isPartOfThis(P))
             return true;
           const PlaceInfo &Root = Vals.place(Vals.root(P));
           return Root.K == PlaceInfo::Deref && Vals.symbol(Root.Base).Heap &&
                  !S.isEscaped(Root.Base);
         });
}

/// Whether \p P is in the same object each time: behind a pointer that joins
/// the turns of a loop it is another one.
bool Solver::CaseApplication::isOneObject(PlaceId P) const {
  const PlaceInfo &Root = Vals.place(Vals.root(P));
  return Root.K != PlaceInfo::Deref ||
         Vals.symbol(Root.Base).K == SymbolInfo::Initial;
}

void Solver::CaseApplication::acquire() {
  unsigned Number = 200;
  for (const Acquired &A : C.Acquires) {
    Value Handle = Sub.value(A.Handle);
    // What is put into somebody else's memory concerns a constructor up the
    // calls, whose object is lost when it throws, and whoever overwrites it.
    if (!isCallers(Handle) && !standsIn(Handle, [](PlaceId) { return true; }))
      continue;
    unsigned SiteIndex =
        Own.Sites.siteFor(Site.E, Number++, A.Resource, Site.Name, A.Believed);
    if (Handle.isKnown() && !Handle.isInt())
      acquire(A, Handle, SiteIndex);
  }
}

void Solver::CaseApplication::acquire(const Acquired &A, Value Handle,
                                      unsigned SiteIndex) {
  if (Handle.isSymbol() && Handle != Result) {
    Range Now = rangeOf(S, Handle);
    if (Now.intersect(A.Known))
      S.setFact(Handle.asSymbol(), Now);
  }
  if (const Held *Old = S.held(Handle)) {
    Held Copy = *Old;
    Own.loseInPlace(S, Copy, I.S);
  }
  Own.own(S, SiteIndex, Handle, Value());
  if (Held *H = S.held(Handle)) {
    if (Handle.isAddress() && !Own.isLocal(Handle.asPlace()))
      H->Unbound = false;
    H->Forwarded |= !isCallers(Handle) && !standsIn(Handle, [&](PlaceId P) {
      return isOneObject(P);
    });
  }
}

/// All at once, so that a handle that moves from one place to another, or is
/// returned, is not lost in between.
void Solver::CaseApplication::write() {
  llvm::SmallVector<State::Binding, 4> Former;
  for (const Store &X : Stores) {
    // Of many elements one is written; the others stay.
    if (Own.isWeak(X.To))
      continue;
    if (const Value *Old = S.lookup(X.To); Old && S.held(*Old)) {
      if (!X.IsKnown) {
        // What the function left there is not known; it may be the same.
        Own.escape(S, *Old);
        continue;
      }
      Former.push_back({X.To, *Old});
      S.unbind(X.To);
      if (Held *H = S.held(*Old); H && *Old == Result) {
        H->Unbound = true;
        H->From = Site.E;
      }
    }
  }
  for (const Store &X : Stores) {
    Value V = X.V;
    if (!X.IsKnown) {
      V = Own.makeFresh(S, Site.E, 3000 + int64_t(X.To));
      S.setFact(V.asSymbol(), X.Known);
    }
    Own.storePlace(S, X.To, V, I.S);
  }
  for (auto [P, Old] : Former) {
    const Value *Now = S.lookup(P);
    if (Old != Result && !(Now && *Now == Old))
      Own.overwritten(S, P, Old, Now ? *Now : Value(), I.S);
  }
}

bool Solver::CaseApplication::returnValue() {
  if (!Result.isKnown()) {
    Result = Own.makeFresh(S, Site.E, 0);
    S.setFact(Result.asSymbol(), C.ReturnedRange);
  } else if (Result.isSymbol() && !C.ReturnedRange.isFull()) {
    Range Now = rangeOf(S, Result);
    if (!Now.intersect(C.ReturnedRange))
      return false;
    S.setFact(Result.asSymbol(), Now);
  }
  return true;
}

static const FunctionDecl *definitionOf(const CallSite &Site) {
  const FunctionDecl *Definition = Site.Callee;
  Site.Callee->hasBody(Definition);
  return Definition;
}

bool Solver::applyCase(State &S, const SummaryCase &C, const Instruction &I,
                       const CallSite &Site, Value &Result) {
  return CaseApplication(*this, S, C, I, Site, definitionOf(Site)).run(Result);
}

/// Control flow that is not followed (setjmp, a recursion down a list): it may
/// do anything, also with what it gets to through pointers.
void Solver::callWithoutSummary(const State &S, const CallSite &Site,
                                Splits &Out) {
  Split X{S, Value()};
  llvm::SmallVector<Value, 8> Reached;
  for (RegId A : Site.Args)
    Reached.push_back(reg(S, A));
  for (size_t Next = 0; Next < Reached.size(); ++Next) {
    Value V = Reached[Next];
    if (V.isAddress() || V.isAggregate())
      for (const State::Binding &B : S.Env)
        if (B.second.isAddress() && Vals.within(B.first, V.asPlace()) &&
            !llvm::is_contained(Reached, B.second))
          Reached.push_back(B.second);
    escapeAll(X.S, V);
  }
  X.Result = makeFresh(X.S, Site.E, 0);
  Out.push_back(std::move(X));
}

/// "if (self->owns) release(self->conn)": where memory that is not known
/// decides whether a handle of ours is released, it is taken to be.
bool Solver::isDecidedByMemory(const State &S, const SummaryCase &C,
                               const CallSite &Site) {
  State Scratch = S;
  Substitution Sub(*this, Scratch, Site, definitionOf(Site));
  return llvm::any_of(C.Requires, [&](const State::Fact &F) {
    const SymbolInfo &Info = Vals.symbol(F.first);
    if (Info.K != SymbolInfo::Initial ||
        Vals.place(Vals.root(Info.Place)).K != PlaceInfo::Deref)
      return false;
    Value V = Sub.value(Value::symbol(F.first));
    return !S.held(V) && rangeOf(S, V).isFull();
  });
}

bool Solver::releasesHeld(const State &S, const SummaryCase &C,
                          const CallSite &Site) {
  State Scratch = S;
  Substitution Sub(*this, Scratch, Site, definitionOf(Site));
  return llvm::any_of(C.Released,
                      [&](Value V) { return S.held(Sub.value(V)) != nullptr; });
}

/// Whether \p C releases elements of an array that holds handles. A helper that
/// does so in a loop is taken to run it.
bool Solver::releasesElements(const State &S, const SummaryCase &C,
                              const CallSite &Site) {
  State Scratch = S;
  Substitution Sub(*this, Scratch, Site, definitionOf(Site));
  return llvm::any_of(C.Released,
                      [&](Value V) { return holdsElements(S, Sub.value(V)); });
}

bool Solver::takesHeld(const State &S, const SummaryCase &C,
                       const CallSite &Site) {
  if (releasesHeld(S, C, Site) || releasesElements(S, C, Site))
    return true;
  State Scratch = S;
  Substitution Sub(*this, Scratch, Site, definitionOf(Site));
  return llvm::any_of(C.Kept,
                      [&](Value V) { return carriesHeld(S, Sub.value(V)); });
}

/// `with(c, release)`: what the callee does depends on what it calls.
const Summary *Solver::summaryWithCallbacks(const State &S,
                                            const CallSite &Site,
                                            const FunctionDecl *Definition) {
  SessionAnalysis::Callbacks Passed;
  for (unsigned A = 0; A < Site.Args.size(); ++A)
    if (const FunctionDecl *F = Vals.asFunction(reg(S, Site.Args[A])))
      if (!Decls.rulesFor(F).empty() || Unit.isInteresting(F))
        Passed.push_back({A, F});
  return Passed.empty() ? nullptr : Unit.summaryWith(Definition, Passed);
}

/// Whether \p F, which has a body, picks pointers from its `...`.
static bool picksPointers(const FunctionDecl *F) {
  llvm::SmallVector<const Stmt *, 32> Stack{F->getBody()};
  while (!Stack.empty()) {
    const Stmt *S = Stack.pop_back_val();
    if (!S)
      continue;
    if (const auto *E = dyn_cast<VAArgExpr>(S);
        E && E->getType()->isPointerType())
      return true;
    Stack.append(S->child_begin(), S->child_end());
  }
  return false;
}

bool Solver::summaryCall(const State &S, const Instruction &I,
                         const CallSite &Site, Splits &Out) {
  const FunctionDecl *Definition = nullptr;
  // What the standard library's own code does inside is no measure of what it
  // means: vector::push_back stores through three layers of allocators.
  if (Site.InSystem || !Site.Callee->hasBody(Definition))
    return false;
  bool Carries = Site.Object != NoReg && carriesHeld(S, reg(S, Site.Object));
  for (RegId A : Site.Args)
    Carries |= carriesHeld(S, reg(S, A));
  // `check(rc)` throws for some values only.
  bool OnlyThrows = !Carries && !Unit.isInteresting(Definition);
  if (OnlyThrows && (!Site.MayThrow || S.Resources.empty()))
    return false;
  const Summary *Sum = Unit.summaryForCall(Definition);
  if (!Sum && OnlyThrows)
    return false;
  if (!Sum) {
    callWithoutSummary(S, Site, Out);
    return true;
  }
  if (Site.HasCallback)
    if (const Summary *Own = summaryWithCallbacks(S, Site, Definition))
      Sum = Own;
  if (Site.MayThrow && Unit.exceptions().enabled())
    for (const SummaryCase &C : Sum->Throws) {
      State Leaving = S;
      Value Ignored;
      if (applyCase(Leaving, C, I, Site, Ignored))
        raise(std::move(Leaving), I.S, QualType(), I.Scope, &Site.Name);
    }
  auto Releases = [&](const SummaryCase &C) {
    return releasesHeld(S, C, Site);
  };
  auto ReleasesElements = [&](const SummaryCase &C) {
    return releasesElements(S, C, Site);
  };
  if (Log && Site.ReturnsHandle >= 0)
    for (const SummaryCase &C : Sum->Cases)
      if (C.ReturnedRange.asPoint() != 0 && !C.Returned.isNull() &&
          llvm::none_of(C.Acquires, [&](const Acquired &A) {
            return A.Handle == C.Returned;
          }))
        Log->SometimesOwned.insert(Site.E);
  bool SomeRelease = llvm::any_of(Sum->Cases, Releases);
  bool SomeElements = llvm::any_of(Sum->Cases, ReleasesElements);
  CallsUnknown |= Sum->CallsUnknown;
  // What is passed as `...` has no name that a summary could use.
  bool TakesMore = Definition->isVariadic() &&
                   Site.Args.size() > Definition->getNumParams() &&
                   picksPointers(Definition);
  for (const SummaryCase &C : Sum->Cases) {
    if (SomeRelease && !Releases(C) && isDecidedByMemory(S, C, Site))
      continue;
    if (SomeElements && !ReleasesElements(C))
      continue;
    Split X{S, Value()};
    if (Sum->CallsUnknown)
      forward(X.S);
    if (TakesMore)
      for (unsigned A = Definition->getNumParams(); A < Site.Args.size(); ++A)
        escapeAll(X.S, reg(X.S, Site.Args[A]));
    if (applyCase(X.S, C, I, Site, X.Result)) {
      if (Sum->CallsUnknown)
        forward(X.S);
      // A closure that the function was given and did not run it may run later.
      for (RegId A : Site.Args)
        giveClosure(X.S, Site, reg(X.S, A));
      Out.push_back(std::move(X));
    }
  }
  if (Out.empty())
    Out.push_back({S, Value(), /*Continues=*/false});
  return true;
}

} // namespace dbtidy
