//===- SummaryMaking.cpp - Summaries made at exits ------------------------===//
//
// Makes summaries: what a state at an exit of the function means to a caller,
// and how many such cases are kept. A summary speaks of parameters, `this`,
// globals and captured variables, by the symbols and places that stand for them
// on entry. Applying one is SummaryApplying.cpp's. See Solver.h.
//
//===----------------------------------------------------------------------===//

#include "analysis/Solver.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace dbtidy {

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

SummaryCase Solver::caseOf(const State &S, Value Returned) const {
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
  return C;
}

/// Whether \p A and \p B do the same to handles.
static bool haveSameEffect(const SummaryCase &A, const SummaryCase &B) {
  if (A.Released != B.Released || A.Kept != B.Kept || A.Guarded != B.Guarded ||
      A.Acquires.size() != B.Acquires.size())
    return false;
  for (size_t I = 0; I < A.Acquires.size(); ++I)
    if (A.Acquires[I].Handle != B.Acquires[I].Handle ||
        A.Acquires[I].Resource != B.Acquires[I].Resource)
      return false;
  return true;
}

/// Makes \p Into stand for \p C too: it requires and says what both do.
static void absorb(SummaryCase &Into, const SummaryCase &C) {
  llvm::SmallVector<State::Fact, 4> Common;
  for (const State::Fact &F : Into.Requires)
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
    const auto *Other = llvm::find_if(
        C.Stores, [&](const State::Binding &O) { return O.first == B.first; });
    if (Other == C.Stores.end() || Other->second != B.second)
      B.second = Value();
  }
  for (const State::Binding &B : C.Stores)
    if (llvm::none_of(Into.Stores, [&](const State::Binding &O) {
          return O.first == B.first;
        }))
      Into.Stores.push_back({B.first, Value()});
}

void Solver::recordExit(const State &S, Value Returned, bool Thrown) {
  std::vector<SummaryCase> &Cases = Thrown ? Throws : Exits;
  SummaryCase C = caseOf(S, Returned);
  // Ways through the function that do the same under different conditions
  // are kept apart while they are few: "if (!p) return; if (*p) …".
  constexpr unsigned FewAlike = 6;
  unsigned Alike = 0;
  for (SummaryCase &O : Cases) {
    if (!haveSameEffect(O, C) || O.Returned != C.Returned)
      continue;
    if (O.Requires == C.Requires || ++Alike >= FewAlike) {
      absorb(O, C);
      return;
    }
  }
  if (Cases.size() < Summary::MaxCases) {
    Cases.push_back(std::move(C));
    return;
  }
  for (SummaryCase &O : Cases)
    if (haveSameEffect(O, C)) {
      absorb(O, C);
      return;
    }
  // Have: more different outcomes than are kept. What this one does to handles
  // from outside is added to another as "kept", which silences callers.
  SummaryCase &Last = Cases.back();
  for (Value V : C.Released)
    insertSorted(Last.Kept, V);
  for (Value V : C.Kept)
    insertSorted(Last.Kept, V);
  absorb(Last, C);
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

} // namespace dbtidy
