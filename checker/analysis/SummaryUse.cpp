//===- SummaryUse.cpp - Summaries made at exits, applied at calls ---------===//
//
// A summary speaks of the function's parameters, of `this`, of globals and of
// captured variables, by the symbols and places that stand for them on entry.
// Applying it replaces those by what the call passes. See Summary.h.
//
//===----------------------------------------------------------------------===//

#include "analysis/Solver.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace dbtidy {

//===- Making -------------------------------------------------------------===//

/// Whether what \p P holds on entry is something a caller can name.
static bool isEntryPlace(const Values &Vals, PlaceId P) {
  while (true) {
    const PlaceInfo &Info = Vals.place(Vals.root(P));
    if (Info.K == PlaceInfo::Variable)
      return true;
    if (Info.K == PlaceInfo::Register)
      return Info.Index < 0; // `this`
    if (Info.K != PlaceInfo::Deref)
      return false;
    const SymbolInfo &Pointer = Vals.symbol(Info.Base);
    if (Pointer.K != SymbolInfo::Initial)
      return false;
    P = Pointer.Place;
  }
}

static bool isEntryValue(const Values &Vals, Value V) {
  if (!V.isSymbol())
    return V.isInt();
  const SymbolInfo &Info = Vals.symbol(V.asSymbol());
  switch (Info.K) {
  case SymbolInfo::Initial:
    return isEntryPlace(Vals, Info.Place);
  case SymbolInfo::Query:
    return Info.Index == 0 && isEntryValue(Vals, Info.L);
  case SymbolInfo::Compare:
    return isEntryValue(Vals, Info.L) && isEntryValue(Vals, Info.R);
  case SymbolInfo::Mask:
  case SymbolInfo::Sum:
    return isEntryValue(Vals, Info.L);
  default:
    return false;
  }
}

void Solver::recordExit(const State &S, Value Returned, bool Thrown) {
  std::vector<SummaryCase> &Cases = Thrown ? Throws : Exits;
  SummaryCase C;
  for (const State::Fact &F : S.Facts) {
    const SymbolInfo &Info = Vals.symbol(F.first);
    if ((Info.K == SymbolInfo::Initial || Info.K == SymbolInfo::Query) &&
        isEntryValue(Vals, Value::symbol(F.first)))
      C.Requires.push_back(F);
  }
  C.Released = S.Released;
  C.Kept = S.Kept;
  for (SymbolId Object : S.Shared)
    insertSorted(C.Kept, Value::symbol(Object));
  for (const Held &H : S.Resources)
    C.Acquires.push_back({Sites[H.Site].Resource, H.Handle,
                          Sites[H.Site].Believed, rangeOf(S, H.Handle)});
  constexpr unsigned MostStores = 32;
  for (const State::Binding &B : S.Env) {
    const PlaceInfo &Root = Vals.place(Vals.root(B.first));
    if (Vals.place(B.first).K == PlaceInfo::Version)
      continue;
    bool Visible =
        (Root.K == PlaceInfo::Deref) ||
        (Root.K == PlaceInfo::Variable && !isLocal(B.first)) ||
        (Returned.isAggregate() && Vals.within(B.first, Returned.asPlace()));
    if (!Visible || C.Stores.size() >= MostStores)
      continue;
    if (isEntryPlace(Vals, B.first) &&
        B.second == Value::symbol(Vals.initial(B.first)))
      continue;
    C.Stores.push_back(B);
  }
  for (PlaceId P : S.Guarded)
    if (!isLocal(P))
      C.Guarded.push_back(P);
  C.Returned = Returned;
  C.ReturnedRange = rangeOf(S, Returned);
  if (std::optional<int64_t> P = C.ReturnedRange.asPoint())
    if (!S.held(Returned) && !Returned.isAddress())
      C.Returned = Value::integer(*P);

  auto SameEffect = [&](const SummaryCase &O) {
    if (O.Released != C.Released || O.Kept != C.Kept ||
        O.Guarded != C.Guarded || O.Acquires.size() != C.Acquires.size())
      return false;
    for (size_t I = 0; I < C.Acquires.size(); ++I)
      if (O.Acquires[I].Handle != C.Acquires[I].Handle)
        return false;
    return true;
  };
  auto Absorb = [&](SummaryCase &Into) {
    // What both require.
    llvm::SmallVector<State::Fact, 4> Common;
    for (State::Fact &F : Into.Requires)
      for (const State::Fact &G : C.Requires)
        if (F.first == G.first) {
          Range R = F.second.join(G.second);
          if (!R.isFull())
            Common.push_back({F.first, R});
        }
    Into.Requires = std::move(Common);
    if (Into.Returned != C.Returned) {
      Into.Returned = Value();
      Into.ReturnedRange = Into.ReturnedRange.join(C.ReturnedRange);
    }
    for (State::Binding &B : Into.Stores) {
      const auto *Other = llvm::find_if(C.Stores, [&](const State::Binding &O) {
        return O.first == B.first;
      });
      if (Other == C.Stores.end() || Other->second != B.second)
        B.second = Value();
    }
    for (const State::Binding &B : C.Stores)
      if (llvm::none_of(Into.Stores, [&](const State::Binding &O) {
            return O.first == B.first;
          }))
        Into.Stores.push_back({B.first, Value()});
  };

  // Ways through the function that do the same under different conditions
  // are kept apart while they are few: "if (!p) return; if (*p) …".
  constexpr unsigned FewAlike = 6;
  unsigned Alike = 0;
  for (SummaryCase &O : Cases) {
    if (!SameEffect(O) || O.Returned != C.Returned)
      continue;
    if (O.Requires == C.Requires || ++Alike >= FewAlike) {
      Absorb(O);
      return;
    }
  }
  if (Cases.size() < Summary::MaxCases) {
    Cases.push_back(std::move(C));
    return;
  }
  for (SummaryCase &O : Cases)
    if (SameEffect(O)) {
      Absorb(O);
      return;
    }
  // Have: more different outcomes than are kept. What this one does to handles
  // from outside is added to another as "kept", which silences callers.
  SummaryCase &Last = Cases.back();
  for (Value V : C.Released)
    insertSorted(Last.Kept, V);
  for (Value V : C.Kept)
    insertSorted(Last.Kept, V);
  Absorb(Last);
}

std::unique_ptr<Summary> Solver::summary() {
  if (GaveUp)
    return nullptr;
  auto Result = std::make_unique<Summary>();
  Result->Cases = std::move(Exits);
  Result->Throws = std::move(Throws);
  Result->Function = Facts.Function;
  return Result;
}

//===- Applying -----------------------------------------------------------===//

/// Replaces the function's names by the call's.
struct Solver::Substitution {
  Solver &Own;
  State &S;
  const CallSite &Site;
  const FunctionDecl *Callee;
  /// Where the record that the function returns goes.
  PlaceId ReturnedFrom = NoId, ReturnedTo = NoId;
  llvm::DenseMap<SymbolId, Value> Fresh;
  unsigned Depth = 0;

  Substitution(Solver &Own, State &S, const CallSite &Site,
               const FunctionDecl *Callee)
      : Own(Own), S(S), Site(Site), Callee(Callee) {}

  const ParmVarDecl *parameter(const void *D, unsigned &Index) const {
    for (unsigned I = 0; I < Callee->getNumParams(); ++I)
      if (Callee->getParamDecl(I)->getCanonicalDecl() == D) {
        Index = I;
        return Callee->getParamDecl(I);
      }
    return nullptr;
  }

  Value argument(unsigned Index) const {
    return Index < Site.Args.size() ? Own.reg(S, Site.Args[Index]) : Value();
  }

  PlaceId place(PlaceId P) {
    if (Depth > 12)
      return NoId;
    Values &V = Own.Vals;
    const PlaceInfo Info = V.place(P);
    switch (Info.K) {
    case PlaceInfo::Variable: {
      unsigned Index;
      if (parameter(Info.Of, Index)) {
        // A record by value: its fields are the argument's.
        Value A = argument(Index);
        return A.isAggregate() || A.isAddress() ? A.asPlace() : NoId;
      }
      if (P == ReturnedFrom)
        return ReturnedTo;
      const auto *D = static_cast<const VarDecl *>(Info.Of);
      // Globals and statics; variables that a closure captured.
      if (!D->hasLocalStorage() || Own.Facts.Scopes.declares(D) ||
          D->isInitCapture() || D->getDeclContext() != Callee)
        return P;
      return NoId;
    }
    case PlaceInfo::Register:
      return P == ReturnedFrom ? ReturnedTo : NoId;
    case PlaceInfo::Deref: {
      ++Depth;
      Value Pointer = value(Value::symbol(Info.Base));
      --Depth;
      return V.pointee(Pointer);
    }
    case PlaceInfo::Field:
    case PlaceInfo::Element:
    case PlaceInfo::AnyElement:
    case PlaceInfo::Owned: {
      PlaceId Base = place(Info.Base);
      if (Base == NoId)
        return NoId;
      if (Info.K == PlaceInfo::Field)
        return V.field(Base, static_cast<const FieldDecl *>(Info.Of));
      if (Info.K == PlaceInfo::Element)
        return V.element(Base, Info.Index);
      return Info.K == PlaceInfo::Owned ? V.owned(Base) : V.anyElement(Base);
    }
    case PlaceInfo::Version:
      return NoId;
    }
    return NoId;
  }

  Value value(Value X) {
    if (Depth > 12)
      return {};
    if (X.isAddress()) {
      PlaceId P = place(X.asPlace());
      return P == NoId ? Value() : Value::address(P);
    }
    if (X.isAggregate()) {
      PlaceId P = place(X.asPlace());
      return P == NoId ? Value() : Value::aggregate(P);
    }
    if (!X.isSymbol())
      return X;
    const SymbolInfo Info = Own.Vals.symbol(X.asSymbol());
    switch (Info.K) {
    case SymbolInfo::Initial: {
      if (Info.Place == Own.Vals.thisPlace()) {
        // In a closure `this` is what the function around it calls so.
        const auto *M = dyn_cast<CXXMethodDecl>(Callee);
        if (M && M->getParent()->isLambda())
          return X;
        return Site.Object == NoReg ? Value() : Own.reg(S, Site.Object);
      }
      const PlaceInfo P = Own.Vals.place(Info.Place);
      unsigned Index;
      if (P.K == PlaceInfo::Variable)
        if (const ParmVarDecl *Param = parameter(P.Of, Index)) {
          (void)Param;
          Value A = argument(Index);
          return A.isAggregate() ? Value() : A;
        }
      ++Depth;
      PlaceId Target = place(Info.Place);
      --Depth;
      return Target == NoId ? Value() : Own.loadPlace(S, Target);
    }
    case SymbolInfo::Fresh: {
      auto It = Fresh.find(X.asSymbol());
      return It == Fresh.end() ? Value() : It->second;
    }
    case SymbolInfo::Join:
      return {};
    case SymbolInfo::Compare: {
      ++Depth;
      Value L = value(Info.L), R = value(Info.R);
      --Depth;
      return Own.compare(S, Info.Rel, L, R);
    }
    case SymbolInfo::Mask: {
      ++Depth;
      Value L = value(Info.L);
      --Depth;
      return Own.mask(S, L, Value::integer(Info.Index));
    }
    case SymbolInfo::Sum: {
      ++Depth;
      Value L = value(Info.L);
      --Depth;
      return L.isInt() ? Value::integer(L.Payload + Info.Index)
                       : Own.Vals.sum(L, Info.Index);
    }
    case SymbolInfo::Query: {
      ++Depth;
      Value L = value(Info.L);
      --Depth;
      if (!L.isKnown())
        return {};
      const Value *Version = S.lookup(Own.Vals.version(L));
      return Value::symbol(Own.Vals.query(
          Info.Of, L, Version && Version->isInt() ? Version->Payload : 0));
    }
    }
    return {};
  }
};

bool Solver::applyCase(State &S, const SummaryCase &C, const Instruction &I,
                       const CallSite &Site, Value &Result) {
  const FunctionDecl *Callee = Site.Callee;
  Callee->hasBody(Callee);
  Substitution Sub(*this, S, Site, Callee);

  for (const State::Fact &F : C.Requires) {
    Value V = Sub.value(Value::symbol(F.first));
    const Range &R = F.second;
    if (!V.isKnown())
      continue;
    if (!assumeRelation(S, V, Relation::GE, R.low()) ||
        !assumeRelation(S, V, Relation::LE, R.high()))
      return false;
    Range Now = rangeOf(S, V);
    if (!Now.intersect(R))
      return false;
    if (!R.contains(0) && !assumeRelation(S, V, Relation::NE, 0))
      return false;
  }

  // Handles that the function hands out, and memory it allocates.
  unsigned Count = 0;
  auto NewName = [&](Value V) {
    if (!V.isSymbol() || Sub.Fresh.count(V.asSymbol()))
      return;
    const SymbolInfo &Info = Vals.symbol(V.asSymbol());
    if (Info.K != SymbolInfo::Fresh)
      return;
    bool Heap = Info.Heap && !S.isEscaped(V.asSymbol());
    Sub.Fresh[V.asSymbol()] = makeFresh(S, Site.E, 100 + Count++, Heap);
  };
  for (const Acquired &A : C.Acquires)
    NewName(A.Handle);
  NewName(C.Returned);
  for (const State::Binding &B : C.Stores)
    if (Vals.place(Vals.root(B.first)).K == PlaceInfo::Deref)
      if (const SymbolInfo &Memory =
              Vals.symbol(Vals.place(Vals.root(B.first)).Base);
          Memory.K == SymbolInfo::Fresh)
        NewName(Value::symbol(Vals.place(Vals.root(B.first)).Base));

  if (C.Returned.isAggregate()) {
    Sub.ReturnedFrom = C.Returned.asPlace();
    Sub.ReturnedTo = Vals.reg(Facts.Function, I.Dst + Facts.Registers);
    llvm::erase_if(S.Env, [&](const State::Binding &B) {
      return Vals.within(B.first, Sub.ReturnedTo);
    });
  }

  // Values are read before anything is written.
  llvm::SmallVector<Value, 4> Released, Kept;
  for (Value V : C.Released)
    Released.push_back(Sub.value(V));
  for (Value V : C.Kept)
    Kept.push_back(Sub.value(V));
  struct Store {
    PlaceId To;
    Value V;
    bool Known;
  };
  llvm::SmallVector<Store, 4> Stores;
  for (const State::Binding &B : C.Stores) {
    PlaceId To = Sub.place(B.first);
    Value V = Sub.value(B.second);
    if (To == NoId) {
      Kept.push_back(V); // Kept where we cannot see.
      continue;
    }
    Stores.push_back({To, V, V.isKnown()});
  }
  Result = C.Returned.isAggregate() ? Value::aggregate(Sub.ReturnedTo)
                                    : Sub.value(C.Returned);

  for (Value V : Released) {
    int Resource = -1;
    if (const Held *H = S.held(V))
      Resource = int(Sites[H->Site].Resource);
    if (Resource >= 0) {
      release(S, V, unsigned(Resource));
    } else if ((V.isSymbol() &&
                Vals.symbol(V.asSymbol()).K == SymbolInfo::Initial) ||
               (V.isAddress() && !isLocal(V.asPlace()))) {
      insertSorted(S.Released, V);
    }
  }
  for (Value V : Kept) {
    if (V.isAddress() || V.isAggregate())
      escapePlace(S, V.asPlace());
    else if (V.isSymbol())
      escapePlace(S, Vals.deref(V.asSymbol()));
    escape(S, V);
  }
  // Only what the caller can lose is the caller's to release: a handle that
  // is returned, or put into memory of the caller's own making.
  auto IsCallers = [&](Value Handle) {
    if (Handle == Result)
      return true;
    auto Own = [&](PlaceId P) {
      PlaceId Root = Vals.root(P);
      if (P == Sub.ReturnedTo || Vals.within(P, Sub.ReturnedTo) || isLocal(P))
        return true;
      const PlaceInfo &Info = Vals.place(Root);
      if (Info.K != PlaceInfo::Deref)
        return false;
      // What a constructor acquires is lost when it throws later.
      const SymbolInfo &Pointer = Vals.symbol(Info.Base);
      if (IsConstructor && Pointer.K == SymbolInfo::Initial &&
          Pointer.Place == Vals.thisPlace())
        return true;
      return Pointer.Heap && !S.isEscaped(Info.Base);
    };
    if (Handle.isAddress())
      return Own(Handle.asPlace());
    return llvm::any_of(
        Stores, [&](const Store &X) { return X.V == Handle && Own(X.To); });
  };
  auto IsOfThis = [&](Value Handle) {
    auto Own = [&](PlaceId P) {
      const PlaceInfo &Info = Vals.place(Vals.root(P));
      return Info.K == PlaceInfo::Deref &&
             Vals.symbol(Info.Base).K == SymbolInfo::Initial &&
             Vals.symbol(Info.Base).Place == Vals.thisPlace();
    };
    if (Handle.isAddress())
      return Own(Handle.asPlace());
    return llvm::any_of(
        Stores, [&](const Store &X) { return X.V == Handle && Own(X.To); });
  };
  unsigned Index = 0;
  for (const Acquired &A : C.Acquires) {
    Value Handle = Sub.value(A.Handle);
    bool Callers = IsCallers(Handle);
    // What is put into an object of somebody else's concerns a constructor up
    // the calls only: its object is lost when it throws.
    if (!Callers && !IsOfThis(Handle))
      continue;
    unsigned SiteIndex =
        siteFor(Site.E, 200 + Index++, A.Resource, Site.Name, A.Believed);
    if (!Handle.isKnown() || Handle.isInt())
      continue;
    if (Handle.isSymbol() && Handle != Result) {
      Range Now = rangeOf(S, Handle);
      if (Now.intersect(A.Known))
        S.setFact(Handle.asSymbol(), Now);
    }
    if (const Held *Old = S.held(Handle)) {
      Held Copy = *Old;
      lose(S, Copy, ExitKind::Overwrite, I.S, nullptr);
    }
    own(S, SiteIndex, Handle, Value());
    if (Held *H = S.held(Handle)) {
      if (Handle.isAddress() && !isLocal(Handle.asPlace()))
        H->Unbound = false;
      H->Forwarded |= !Callers;
    }
  }
  // All at once, so that a handle that moves from one place to another, or is
  // returned, is not lost in between.
  llvm::SmallVector<State::Binding, 4> Former;
  for (const Store &X : Stores) {
    if (const Value *Old = S.lookup(X.To); Old && S.held(*Old)) {
      if (!X.Known) {
        // What the function left there is not known; it may be the same.
        escape(S, *Old);
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
    Value V = X.Known ? X.V : makeFresh(S, Site.E, 3000 + int64_t(X.To));
    storePlace(S, X.To, V, I.S);
  }
  for (auto [P, Old] : Former) {
    const Value *Now = S.lookup(P);
    if (Old != Result && !(Now && *Now == Old))
      overwritten(S, P, Old, Now ? *Now : Value(), I.S);
  }
  for (PlaceId P : C.Guarded)
    if (PlaceId To = Sub.place(P); To != NoId)
      insertSorted(S.Guarded, To);
  if (!Result.isKnown()) {
    Result = makeFresh(S, Site.E, 0);
    S.setFact(Result.asSymbol(), C.ReturnedRange);
  } else if (Result.isSymbol() && !C.ReturnedRange.isFull()) {
    Range Now = rangeOf(S, Result);
    if (!Now.intersect(C.ReturnedRange))
      return false;
    S.setFact(Result.asSymbol(), Now);
  }
  return true;
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
  if (!Carries && !Unit.isInteresting(Definition))
    return false;
  const Summary *Sum = Unit.summaryOf(Definition);
  if (!Sum && Unit.isInProgress(Definition))
    return false; // Recursion: borrows.
  if (!Sum) {
    // Control flow that is not followed (setjmp): it may do anything.
    Split X{S, Value()};
    for (RegId A : Site.Args) {
      Value V = reg(S, A);
      if (V.isAddress() || V.isAggregate())
        escapePlace(X.S, V.asPlace());
      else if (V.isSymbol())
        escapePlace(X.S, Vals.deref(V.asSymbol()));
      escape(X.S, V);
    }
    X.Result = makeFresh(X.S, Site.E, 0);
    Out.push_back(std::move(X));
    return true;
  }
  if (Site.MayThrow && Unit.exceptions().enabled())
    for (const SummaryCase &C : Sum->Throws) {
      State Leaving = S;
      Value Ignored;
      if (applyCase(Leaving, C, I, Site, Ignored))
        raise(std::move(Leaving), I.S, QualType(), I.Scope, &Site.Name);
    }
  // "if (self->owns) release(self->conn)": where memory that is not known
  // decides whether a handle of ours is released, it is taken to be.
  auto DecidedByMemory = [&](const SummaryCase &C) {
    State Scratch = S;
    Substitution Sub(*this, Scratch, Site, Definition);
    return llvm::any_of(C.Requires, [&](const State::Fact &F) {
      const SymbolInfo &Info = Vals.symbol(F.first);
      if (Info.K != SymbolInfo::Initial ||
          Vals.place(Vals.root(Info.Place)).K != PlaceInfo::Deref)
        return false;
      Value V = Sub.value(Value::symbol(F.first));
      return !S.held(V) && rangeOf(S, V).isFull();
    });
  };
  auto Releases = [&](const SummaryCase &C) {
    State Scratch = S;
    Substitution Sub(*this, Scratch, Site, Definition);
    return llvm::any_of(
        C.Released, [&](Value V) { return S.held(Sub.value(V)) != nullptr; });
  };
  bool SomeRelease = llvm::any_of(Sum->Cases, Releases);
  for (const SummaryCase &C : Sum->Cases) {
    if (SomeRelease && !Releases(C) && DecidedByMemory(C))
      continue;
    Split X{S, Value()};
    if (applyCase(X.S, C, I, Site, X.Result)) {
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
