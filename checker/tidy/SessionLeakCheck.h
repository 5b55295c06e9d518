//===- SessionLeakCheck.h - db-session-leak ---------------------*- C++ -*-===//
//
// The clang-tidy check: options in, diagnostics out. The analysis is
// SessionAnalysis's; the user's documentation is
// docs/checks/db-session-leak.md.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_TIDY_SESSIONLEAKCHECK_H
#define DBTIDY_TIDY_SESSIONLEAKCHECK_H

#include "analysis/SessionAnalysis.h"
#include "fixes/Fix.h"
#include "support/ClangCompat.h"
#include <clang-tidy/ClangTidyCheck.h>
#include <clang-tidy/utils/IncludeInserter.h>
#include <memory>

namespace dbtidy {

class SessionLeakCheck : public clang::tidy::ClangTidyCheck {
public:
  SessionLeakCheck(llvm::StringRef Name,
                   clang::tidy::ClangTidyContext *Context);

  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Opts) override;
  void registerPPCallbacks(const clang::SourceManager &SM,
                           clang::Preprocessor *PP,
                           clang::Preprocessor *ModuleExpanderPP) override;
  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) override;
  void
  check(const clang::ast_matchers::MatchFinder::MatchResult &Result) override;

private:
  void readOptions();
  /// The files of rules beside the built-in ones, for \p MainFile.
  std::vector<std::string> ruleFileNames(llvm::StringRef MainFile) const;
  bool loadRulesFor(llvm::StringRef MainFile);
  std::string digest() const;
  void report(const Finding &F, const Fix &Repair);
  void explain(const Finding &F, const Fix &Repair);
  void report(const Shortfall &S);

  std::string RuleFiles;
  std::string KindsText;
  std::string UnknownText;
  std::string OwnerText;
  OwnerStyle Owner = OwnerStyle::UniquePtr;
  AnalysisOptions Analysis;
  unsigned MaxExits;
  bool ReportBounds;
  bool OptionsAreValid = true;
  std::shared_ptr<const RuleSet> Rules;
  clang::Preprocessor *PP = nullptr;
  clang::tidy::utils::IncludeInserter Includes;
};

} // namespace dbtidy

#endif // DBTIDY_TIDY_SESSIONLEAKCHECK_H
