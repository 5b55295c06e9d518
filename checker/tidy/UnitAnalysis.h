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

/// What findings depend on. Checks that agree in it share an analysis.
struct UnitSettings {
  std::vector<std::string> RuleFiles;
  AnalysisOptions Analysis; ///< Its kinds are the union of those asked for.
  OwnerStyle Owner = OwnerStyle::UniquePtr;
  clang::tidy::utils::IncludeSorter::IncludeStyle Includes;
  bool SelfContainedDiags = false;

  bool operator==(const UnitSettings &O) const;
};

class UnitAnalysis {
public:
  UnitAnalysis(UnitSettings Settings, clang::Preprocessor *PP);

  /// Before results(): findings of \p What are wanted, if of one of \p Kinds
  /// (empty for all).
  void want(FindingKind What, llvm::ArrayRef<ResourceKind> Kinds);

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

  clang::tidy::utils::IncludeInserter &includes() { return Includes; }
  const UnitSettings &settings() const { return Settings; }

private:
  struct Wish {
    FindingKind What;
    std::vector<ResourceKind> Kinds;
  };
  bool isWanted(const Finding &F) const;
  void analyse(clang::ASTContext &Context);

  UnitSettings Settings;
  clang::Preprocessor *PP;
  clang::tidy::utils::IncludeInserter Includes;
  std::vector<Wish> Wishes;
  std::vector<RuleError> Errors;
  Results Made;
  bool Done = false;
};

/// The units that are being worked on: where several checks meet. clangd works
/// on several at once.
class UnitTable {
public:
  /// The unit that \p PP reads, under \p Settings.
  std::shared_ptr<UnitAnalysis> unitOf(clang::Preprocessor *PP,
                                       const UnitSettings &Settings);

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
