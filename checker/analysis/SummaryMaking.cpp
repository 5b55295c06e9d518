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
  llvm::copy_if(S.Released, std::back_inserter(C.Certain),
                [&](Value V) { return S.former(V); });
  C.Used = S.Used;
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
    if (!Visible)
      continue;
    if (isEntryPlace(Vals, B.first) &&
        B.second == Value::symbol(Vals.initial(B.first)))
      continue;
    if (C.Stores.size() >= MostStores)
      keepEntryValue(Vals, C, B.second);
    else
      C.Stores.push_back({B.first, B.second, rangeOf(S, B.second)});
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
      absorb(Vals, O, C);
      return;
    }
  }
  if (Cases.size() < Summary::MaxCases) {
    Cases.push_back(std::move(C));
    return;
  }
  for (SummaryCase &O : Cases)
    if (haveSameEffect(O, C)) {
      absorb(Vals, O, C);
      return;
    }
  // Have: more different outcomes than are kept. What this one does to handles
  // from outside is added to another as "kept", which silences callers. One
  // that acquires would seem to do so whenever this one comes about.
  ++Bounds.CasesMerged;
  SummaryCase &Last = Cases.back();
  Last.Acquires.clear();
  for (Value V : C.Released)
    insertSorted(Last.Kept, V);
  for (Value V : C.Kept)
    insertSorted(Last.Kept, V);
  absorb(Vals, Last, C);
}

std::unique_ptr<Summary> Solver::summary() {
  if (GaveUp)
    return nullptr;
  auto Result = std::make_unique<Summary>();
  Result->Cases = std::move(Exits);
  Result->Throws = std::move(Throws);
  Result->CallsUnknown = CallsUnknown;
  Result->Function = Facts.Function;
  return Result;
}

} // namespace dbtidy
