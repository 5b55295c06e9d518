//===- UnitAnalysis.h - What the checks of a unit share ---------*- C++ -*-===//
//
// The findings of one translation unit and the fixes for them, made once for
// all checks that are on: one analysis, and fixes that do not meet. The checks
// ask for it; it knows no diagnostics.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_TIDY_UNITANALYSIS_H
#define DBTIDY_TIDY_UNITANALYSIS_H

#include "analysis/SessionAnalysis.h"
#include "fixes/Fix.h"
#include "model/RuleReader.h"
#include <clang-tidy/utils/IncludeInserter.h>
#include <memory>
#include <mutex>

namespace clang {
class Preprocessor;
} // namespace clang

namespace dbtidy {

/// What findings and fixes depend on.
struct UnitSettings {
  std::vector<std::string> RuleFiles;
  AnalysisOptions Analysis; ///< Of its kinds, those that any check asks for.
  FixOptions Fixes;
  clang::tidy::utils::IncludeSorter::IncludeStyle Includes;
  bool SelfContainedDiags = false;
};

class UnitAnalysis {
public:
  explicit UnitAnalysis(clang::Preprocessor *PP) : PP(PP) {}

  /// Before results(), while nothing is read yet: a check wants findings of
  /// \p What, of the kinds that \p Settings name. Apart from those, the
  /// settings of db-session-leak count, if it is on, so that no session is
  /// reported twice.
  void want(FindingKind What, UnitSettings Settings);

  struct Results {
    std::vector<Finding> Findings; ///< Those wanted, by location.
    std::vector<Fix> Fixes;        ///< One for each.
    std::vector<Shortfall> Shortfalls;
  };
  /// Analyses \p Context when first called.
  const Results &results(clang::ASTContext &Context);
  /// The errors in rule files, if any, to who asks first.
  std::vector<RuleError> takeErrors() { return std::move(Errors); }
  std::vector<Shortfall> takeShortfalls() { return std::move(Made.Shortfalls); }

  clang::tidy::utils::IncludeInserter &includes() {
    return *Wishes.front().Includes;
  }

private:
  struct Wish {
    FindingKind What;
    UnitSettings Settings;
    std::unique_ptr<clang::tidy::utils::IncludeInserter> Includes;
  };
  bool isWanted(const Finding &F) const;
  AnalysisOptions analysisOptions() const;
  void analyse(clang::ASTContext &Context);

  clang::Preprocessor *PP;
  std::vector<Wish> Wishes; ///< The one whose settings count first.
  std::vector<RuleError> Errors;
  Results Made;
  bool Done = false;
};

/// The units that are being worked on: where several checks meet. clangd works
/// on several at once.
class UnitTable {
public:
  /// The unit that \p PP reads.
  std::shared_ptr<UnitAnalysis> unitOf(clang::Preprocessor *PP);

private:
  struct Entry {
    clang::Preprocessor *PP;
    std::weak_ptr<UnitAnalysis> Unit;
  };
  std::mutex Mutex;
  std::vector<Entry> Entries;
};

} // namespace dbtidy

#endif // DBTIDY_TIDY_UNITANALYSIS_H
