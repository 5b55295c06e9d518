//===- SummaryTable.h - Summaries on demand, also of recursion --*- C++ -*-===//
//
// Which functions have been solved, and what came of it. Functions that call
// each other are solved together, in rounds: in the first a recursive call does
// not return, in the next it does what the round before found, until nothing
// changes. Solves nothing itself; used by SessionAnalysis.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_ANALYSIS_SUMMARYTABLE_H
#define DBTIDY_ANALYSIS_SUMMARYTABLE_H

#include "analysis/Finding.h"
#include "analysis/Summary.h"
#include "llvm/ADT/DenseMap.h"
#include <functional>
#include <memory>
#include <string>

namespace dbtidy {

/// What solving a function once yields.
struct Solution {
  std::unique_ptr<Summary> Result; ///< Null where nothing is known.
  std::vector<Finding> Findings;
  std::string Shortfall; ///< Why it is not complete; empty where it is.
};

class SummaryTable {
public:
  /// Calls of helpers that call helpers are followed this deep.
  static constexpr unsigned MaxCallDepth = 24;
  /// Rounds over functions that call each other; those that still change are
  /// given up. From GeneralizeFrom on, what tells apart ways of the same effect
  /// is forgotten, so that counting down to zero ends.
  static constexpr unsigned MaxRounds = 6;
  static constexpr unsigned GeneralizeFrom = 3;

  using Solver = std::function<Solution(const clang::FunctionDecl *)>;
  SummaryTable(const Values &Vals, Solver Solve)
      : Vals(Vals), Solve(std::move(Solve)) {}

  /// Solves \p Definition, unless that was done or is being done.
  void require(const clang::FunctionDecl *Definition);
  /// What calling \p Definition does; null where nothing is known, which for a
  /// function that is being solved means that its summary is not there yet.
  const Summary *lookup(const clang::FunctionDecl *Definition);
  /// The same for a call to be run: a recursive one does what is known so far.
  const Summary *lookupForCall(const clang::FunctionDecl *Definition);

  /// All functions solved, in the order in which they were asked for.
  struct Entry {
    const clang::FunctionDecl *Function = nullptr;
    Solution Known;
    enum { New, Solving, Stale, Provisional, Settled } Status = New;
    unsigned Rounds = 0;
    bool Changed = false; ///< In the last round.
    bool Asked = false;   ///< While it was being solved.
    bool TooDeep = false; ///< It calls what was not followed any more.
    /// The outermost function being solved that this one was found to call.
    size_t RestsOn = 0;
  };
  const std::vector<std::unique_ptr<Entry>> &entries() const { return Entries; }

private:
  Entry &entry(const clang::FunctionDecl *Definition);
  void restOn(size_t Outer);
  bool runRound(Entry &E, unsigned Round);
  bool isStable(const Entry &E, size_t FirstMember) const;

  const Values &Vals;
  Solver Solve;
  llvm::DenseMap<const clang::FunctionDecl *, Entry *> Ids;
  std::vector<std::unique_ptr<Entry>> Entries;
  std::vector<Entry *> Stack;   ///< Being solved, outermost first.
  std::vector<Entry *> Members; ///< Provisional ones.
};

} // namespace dbtidy

#endif // DBTIDY_ANALYSIS_SUMMARYTABLE_H
