//===- SessionCheck.h - A check that reports sessions -----------*- C++ -*-===//
//
// What the checks have in common: options in, the findings of one kind out as
// diagnostics, with their fixes. What a diagnostic says is for each check to
// tell. The analysis is UnitAnalysis's.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_TIDY_SESSIONCHECK_H
#define DBTIDY_TIDY_SESSIONCHECK_H

#include "support/ClangCompat.h"
#include "tidy/UnitAnalysis.h"
#include <clang-tidy/ClangTidyCheck.h>
#include <memory>

namespace dbtidy {

class SessionCheck : public clang::tidy::ClangTidyCheck {
public:
  SessionCheck(llvm::StringRef Name, clang::tidy::ClangTidyContext *Context,
               std::shared_ptr<UnitTable> Units, FindingKind Reported);

  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Opts) override;
  void registerPPCallbacks(const clang::SourceManager &SM,
                           clang::Preprocessor *PP,
                           clang::Preprocessor *ModuleExpanderPP) override;
  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) override;
  void
  check(const clang::ast_matchers::MatchFinder::MatchResult &Result) override;

protected:
  /// The warning for \p F.
  virtual std::string warningFor(const Finding &F) const = 0;
  /// The notes that explain \p F.
  virtual void explain(const Finding &F) = 0;

  /// "session 'conn'", or "session" where it has no name.
  static std::string nameOf(const Finding &F);
  unsigned maxExits() const { return MaxExits; }

private:
  bool flag(llvm::StringRef Name, bool Default);
  void readOptions();
  /// The files of rules beside the built-in ones, for \p MainFile.
  std::vector<std::string> ruleFileNames(llvm::StringRef MainFile) const;
  std::string digest() const;
  /// Adds the edits of \p Repair, and the includes that they need, to \p To.
  void attach(const Fix &Repair, const clang::DiagnosticBuilder &To,
              const Finding &F);
  void report(const Finding &F, const Fix &Repair);
  void report(const Shortfall &S);

  std::shared_ptr<UnitTable> Units;
  std::shared_ptr<UnitAnalysis> Unit;
  FindingKind Reported;
  std::string RuleFiles;
  std::string KindsText;
  std::string UnknownText;
  std::string OwnerText;
  std::string ReleaseText;
  FixOptions Fixes;
  clang::tidy::utils::IncludeSorter::IncludeStyle IncludeStyle;
  AnalysisOptions Analysis;
  unsigned MaxExits;
  bool OptionsAreValid = true; // Reading those below may change it.
  bool ReportBounds;
};

} // namespace dbtidy

#endif // DBTIDY_TIDY_SESSIONCHECK_H
