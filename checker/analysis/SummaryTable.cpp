//===- SummaryTable.cpp - Summaries on demand, also of recursion ----------===//
//
// See SummaryTable.h.
//
//===----------------------------------------------------------------------===//

#include "analysis/SummaryTable.h"
#include "llvm/ADT/STLExtras.h"
#include <fmt/format.h>

using namespace clang;

namespace dbtidy {

SummaryTable::Entry &SummaryTable::entry(const FunctionDecl *Definition) {
  Entry *&E = Ids[Definition];
  if (!E) {
    Entries.push_back(std::make_unique<Entry>());
    E = Entries.back().get();
    E->Function = Definition;
  }
  return *E;
}

/// The function being solved calls one that is not settled.
void SummaryTable::restOn(size_t Outer) {
  if (!Stack.empty())
    Stack.back()->RestsOn = std::min(Stack.back()->RestsOn, Outer);
}

/// \returns whether there is anything to base a further round on.
bool SummaryTable::runRound(Entry &E, unsigned Round) {
  E.Asked = E.TooDeep = false;
  Solution Now = Solve(E.Function);
  const Summary *Before = E.Known.Result.get();
  if (Now.Result && Round >= GeneralizeFrom)
    generalize(Vals, *Now.Result, Before);
  E.Changed =
      !Now.Result ? Before != nullptr : !Before || *Before != *Now.Result;
  if (E.TooDeep && Now.Shortfall.empty())
    Now.Shortfall = fmt::format("calls nest more than {} deep", MaxCallDepth);
  E.Known = std::move(Now);
  return E.Known.Result != nullptr;
}

/// Whether another round would find the same.
bool SummaryTable::isStable(const Entry &E, size_t FirstMember) const {
  if (E.Asked && E.Changed)
    return false;
  return llvm::none_of(llvm::drop_begin(Members, FirstMember),
                       [](const Entry *M) { return M->Changed; });
}

void SummaryTable::require(const FunctionDecl *Definition) {
  Entry &E = entry(Definition);
  if (E.Status == Entry::Provisional)
    return restOn(E.RestsOn);
  if (E.Status != Entry::New && E.Status != Entry::Stale)
    return;
  size_t Own = Stack.size(), FirstMember = Members.size();
  E.Status = Entry::Solving;
  E.RestsOn = Own;
  Stack.push_back(&E);
  // One of several that call each other takes part in the rounds of the
  // outermost one, and counts its own by those.
  for (unsigned Round = E.Rounds + 1;; ++Round) {
    E.Rounds = Round;
    bool Known = runRound(E, Round);
    if (E.RestsOn < Own || (Known && isStable(E, FirstMember)))
      break;
    if (!Known || Round >= MaxRounds) {
      // Have: a function that cannot be followed, or several that do more each
      // time (the list behind the list ...).
      if (Known)
        E.Known.Shortfall = "its recursion is not followed";
      E.Known.Result = nullptr;
      for (Entry *M : llvm::drop_begin(Members, FirstMember))
        if (!Known || M->Changed)
          M->Known.Result = nullptr;
      break;
    }
    for (Entry *M : llvm::drop_begin(Members, FirstMember))
      M->Status = Entry::Stale;
    Members.resize(FirstMember);
  }
  Stack.pop_back();
  if (E.RestsOn < Own) {
    E.Status = Entry::Provisional;
    Members.push_back(&E);
    for (Entry *M : llvm::drop_begin(Members, FirstMember))
      M->RestsOn = std::min(M->RestsOn, E.RestsOn);
    return restOn(E.RestsOn);
  }
  E.Status = Entry::Settled;
  for (Entry *M : llvm::drop_begin(Members, FirstMember))
    M->Status = Entry::Settled;
  Members.resize(FirstMember);
}

const Summary *SummaryTable::lookup(const FunctionDecl *Definition) {
  Entry &E = entry(Definition);
  if (E.Status == Entry::New && Stack.size() >= MaxCallDepth) {
    Stack.back()->TooDeep = true;
    return nullptr;
  }
  require(Definition);
  return E.Status == Entry::Solving ? nullptr : E.Known.Result.get();
}

const Summary *SummaryTable::lookupForCall(const FunctionDecl *Definition) {
  Entry &E = entry(Definition);
  if (E.Status != Entry::Solving)
    return lookup(Definition);
  // The way through the recursion that comes back without it is found first.
  static const Summary NeverReturns;
  E.Asked = true;
  restOn(llvm::find(Stack, &E) - Stack.begin());
  return E.Known.Result ? E.Known.Result.get() : &NeverReturns;
}

} // namespace dbtidy
