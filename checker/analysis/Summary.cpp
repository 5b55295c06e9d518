//===- Summary.cpp - Cases of a summary compared and merged ---------------===//
//
// See Summary.h.
//
//===----------------------------------------------------------------------===//

#include "analysis/Summary.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace dbtidy {

/// Whether what \p P holds on entry is something a caller can name.
bool isEntryPlace(const Values &Vals, PlaceId P) {
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

bool isEntryValue(const Values &Vals, Value V) {
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

static bool operator==(const Acquired &A, const Acquired &B) {
  return A.Resource == B.Resource && A.Handle == B.Handle &&
         A.Believed == B.Believed && A.Known == B.Known;
}

static bool operator==(const Stored &A, const Stored &B) {
  return A.To == B.To && A.V == B.V && A.Known == B.Known;
}

static bool operator==(const SummaryCase &A, const SummaryCase &B) {
  return A.Requires == B.Requires && A.Released == B.Released &&
         A.Kept == B.Kept && A.Certain == B.Certain && A.Used == B.Used &&
         llvm::equal(A.Stores, B.Stores) &&
         llvm::equal(A.Acquires, B.Acquires) && A.Returned == B.Returned &&
         A.ReturnedRange == B.ReturnedRange && A.Guarded == B.Guarded;
}

bool Summary::operator==(const Summary &O) const {
  return CallsUnknown == O.CallsUnknown && llvm::equal(Cases, O.Cases) &&
         llvm::equal(Throws, O.Throws);
}

bool haveSameEffect(const SummaryCase &A, const SummaryCase &B) {
  if (A.Released != B.Released || A.Kept != B.Kept || A.Guarded != B.Guarded ||
      A.Acquires.size() != B.Acquires.size())
    return false;
  for (size_t I = 0; I < A.Acquires.size(); ++I)
    if (A.Acquires[I].Handle != B.Acquires[I].Handle ||
        A.Acquires[I].Resource != B.Acquires[I].Resource)
      return false;
  return true;
}

void keepEntryValue(const Values &Vals, SummaryCase &C, Value V) {
  if (V.isSymbol() && Vals.symbol(V.asSymbol()).K == SymbolInfo::Initial &&
      isEntryValue(Vals, V))
    insertSorted(C.Kept, V);
}

void absorb(const Values &Vals, SummaryCase &Into, const SummaryCase &C) {
  llvm::SmallVector<State::Fact, 4> Common;
  for (const State::Fact &F : Into.Requires)
    for (const State::Fact &G : C.Requires)
      if (F.first == G.first) {
        Range R = F.second.join(G.second);
        if (!R.isFull())
          Common.push_back({F.first, R});
      }
  Into.Requires = std::move(Common);
  intersect(Into.Certain, C.Certain);
  intersect(Into.Used, C.Used);
  if (Into.Returned != C.Returned) {
    Into.Returned = Value();
    Into.ReturnedRange = Into.ReturnedRange.join(C.ReturnedRange);
  }
  for (Stored &Own : Into.Stores) {
    const auto *Other = llvm::find_if(
        C.Stores, [&](const Stored &O) { return O.To == Own.To; });
    if (Other != C.Stores.end() && Other->V == Own.V) {
      Own.Known = Own.Known.join(Other->Known);
      continue;
    }
    keepEntryValue(Vals, Into, Own.V);
    Own.V = Value();
    Own.Known =
        Other == C.Stores.end() ? Range() : Own.Known.join(Other->Known);
    if (Other != C.Stores.end())
      keepEntryValue(Vals, Into, Other->V);
  }
  for (const Stored &X : C.Stores)
    if (llvm::none_of(Into.Stores,
                      [&](const Stored &O) { return O.To == X.To; })) {
      keepEntryValue(Vals, Into, X.V);
      Into.Stores.push_back({X.To, Value(), Range()});
    }
}

/// Whether what \p C returns tells its callers something of its effect: a
/// status, or a handle that it hands out.
static bool returnsOutcome(const SummaryCase &C) {
  return C.Returned.isInt() || llvm::any_of(C.Acquires, [&](const Acquired &A) {
           return A.Handle == C.Returned;
         });
}

static bool haveSameOutcome(const SummaryCase &A, const SummaryCase &B) {
  if (!haveSameEffect(A, B))
    return false;
  bool Tells = returnsOutcome(A);
  return Tells == returnsOutcome(B) && (!Tells || A.Returned == B.Returned);
}

/// One case for each outcome, that says nothing that has changed since
/// \p Before.
static void generalize(const Values &Vals, std::vector<SummaryCase> &Cases,
                       const std::vector<SummaryCase> &Before) {
  std::vector<SummaryCase> Merged;
  for (const SummaryCase &C : Cases) {
    auto Same = llvm::find_if(
        Merged, [&](const SummaryCase &O) { return haveSameOutcome(O, C); });
    if (Same == Merged.end())
      Merged.push_back(C);
    else
      absorb(Vals, *Same, C);
  }
  for (SummaryCase &C : Merged)
    for (const SummaryCase &Old : Before) {
      if (!haveSameOutcome(C, Old))
        continue;
      llvm::erase_if(C.Requires, [&](const State::Fact &F) {
        return !llvm::is_contained(Old.Requires, F);
      });
      if (C.ReturnedRange != Old.ReturnedRange)
        C.ReturnedRange = Range();
      if (C.Returned != Old.Returned)
        C.Returned = Value();
      for (Stored &Own : C.Stores)
        if (!llvm::is_contained(Old.Stores, Own))
          Own.V = Value();
    }
  Cases = std::move(Merged);
}

void generalize(const Values &Vals, Summary &Now, const Summary *Before) {
  static const std::vector<SummaryCase> None;
  generalize(Vals, Now.Cases, Before ? Before->Cases : None);
  generalize(Vals, Now.Throws, Before ? Before->Throws : None);
}

} // namespace dbtidy
