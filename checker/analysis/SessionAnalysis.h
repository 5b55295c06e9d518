//===- SessionAnalysis.h - The analysis of a translation unit ---*- C++ -*-===//
//
// Runs the solver over every function that can reach an acquisition or a
// release, makes summaries of functions on demand, and collects the findings
// in source order. Called by the check; knows no diagnostics.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_ANALYSIS_SESSIONANALYSIS_H
#define DBTIDY_ANALYSIS_SESSIONANALYSIS_H

#include "analysis/AnswerBelief.h"
#include "analysis/Finding.h"
#include "analysis/SummaryTable.h"
#include "analysis/Values.h"
#include "facts/Declarations.h"
#include "facts/ExceptionModel.h"
#include "facts/FunctionFacts.h"
#include "llvm/ADT/DenseMap.h"
#include <map>

namespace dbtidy {

/// What code that cannot be seen does with a handle it is given.
enum class UnknownCallee { Borrow, Keep };

struct AnalysisOptions {
  bool ImplicitExceptions = true;
  bool AllocationFailures = false;
  UnknownCallee Unknown = UnknownCallee::Borrow;
  /// Also finds raw handles that are released on every path.
  bool RawHandles = false;
  /// Also finds handles that are used or released after their release.
  bool Misuse = false;
  /// Kinds to report; empty for all.
  std::vector<ResourceKind> Kinds;
  /// Analyses every function, also those without sessions. For testing.
  bool Everything = false;
};

/// How often a bound was hit and facts were dropped.
struct AnalysisCounters {
  unsigned Functions = 0;
  unsigned StatesDropped = 0;
  unsigned FactsDropped = 0;
  unsigned HandlesDropped = 0;
  unsigned StepsExceeded = 0;
  unsigned CasesMerged = 0;

  void add(const AnalysisCounters &O);
};

/// A function that a bound kept from being analysed completely.
struct Shortfall {
  const clang::FunctionDecl *Function = nullptr;
  std::string Why;
};

class SessionAnalysis {
public:
  SessionAnalysis(clang::ASTContext &Context, const RuleSet &Rules,
                  MacroLookup Macros, AnalysisOptions Options);

  /// The findings of the whole translation unit, by source location.
  std::vector<Finding> run();

  const AnalysisCounters &counters() const { return Counters; }
  /// After run(): functions that were not analysed completely, by location.
  std::vector<Shortfall> shortfalls() const;

  // For the solver.
  Declarations &declarations() { return Decls; }
  ExceptionModel &exceptions() { return Exceptions; }
  Values &values() { return Vals; }
  const AnalysisOptions &options() const { return Options; }
  AnalysisCounters &counters() { return Counters; }
  AnswerBelief &answers() { return Answers; }
  /// The summary of \p F, which has a body here; null where nothing is known
  /// (control flow that is not followed), or not yet (recursion).
  const Summary *summaryOf(const clang::FunctionDecl *F);
  /// The same for a call to be run: a recursive one does what is known so far.
  const Summary *summaryForCall(const clang::FunctionDecl *F);
  /// The bodies here that a virtual call of \p M may run.
  llvm::ArrayRef<const clang::CXXMethodDecl *>
  bodiesOf(const clang::CXXMethodDecl *M);
  /// Functions that a call passes, by the index of the parameter.
  using Callbacks =
      llvm::SmallVector<std::pair<unsigned, const clang::FunctionDecl *>, 2>;
  /// The summary of \p F for calls that pass \p Passed. Null where it has none
  /// of its own.
  const Summary *summaryWith(const clang::FunctionDecl *F,
                             const Callbacks &Passed);
  /// Whether \p F can reach an acquisition or release, or handles handles.
  bool isInteresting(const clang::FunctionDecl *F);
  /// Whether the destructor of the record of \p Field releases it.
  bool destructorReleases(const clang::FieldDecl *Field);

  /// Whether \p V has a cleanup function, and that may release it.
  bool cleanupReleases(const clang::VarDecl *V);

private:
  Solution solve(const clang::FunctionDecl *F);
  bool statementIsInteresting(const clang::Stmt *S);
  std::vector<Finding> sortedFindings();

  clang::ASTContext &Context;
  AnalysisOptions Options;
  Declarations Decls;
  ExceptionModel Exceptions;
  Values Vals;
  AnalysisCounters Counters;
  SummaryTable Summaries;
  std::vector<const clang::FunctionDecl *> Functions;
  AnswerBelief Answers;
  llvm::DenseMap<const clang::FunctionDecl *, bool> Interesting;
  llvm::DenseMap<const clang::FieldDecl *, bool> ReleasedFields;
  /// By method, the bodies that override it; made when first asked for.
  llvm::DenseMap<const clang::CXXMethodDecl *,
                 llvm::SmallVector<const clang::CXXMethodDecl *, 2>>
      Overriders;
  bool OverridersFound = false;
  /// By a helper and the functions that are passed to it.
  std::map<std::vector<const void *>, std::unique_ptr<Summary>> WithCallbacks;
};

} // namespace dbtidy

#endif // DBTIDY_ANALYSIS_SESSIONANALYSIS_H
