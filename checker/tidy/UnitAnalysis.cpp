//===- UnitAnalysis.cpp - What the checks of a unit share -----------------===//
//
// See UnitAnalysis.h.
//
//===----------------------------------------------------------------------===//

#include "tidy/UnitAnalysis.h"
#include "facts/Annotations.h"
#include "fixes/FixPlanner.h"
#include "tidy/MacroConstants.h"
#include "clang/AST/ASTContext.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace dbtidy {

void UnitAnalysis::want(FindingKind What, UnitSettings Settings) {
  auto Includes = std::make_unique<tidy::utils::IncludeInserter>(
      Settings.Includes, Settings.SelfContainedDiags);
  Includes->registerPreprocessor(PP);
  auto Before = llvm::find_if(
      Wishes, [&](const Wish &Known) { return What < Known.What; });
  Wishes.insert(Before, {What, std::move(Settings), std::move(Includes)});
}

bool UnitAnalysis::isWanted(const Finding &F) const {
  return llvm::any_of(Wishes, [&](const Wish &W) {
    const std::vector<ResourceKind> &Kinds = W.Settings.Analysis.Kinds;
    return W.What == F.What &&
           (Kinds.empty() || llvm::is_contained(Kinds, F.Kind));
  });
}

/// What all checks together want to know.
AnalysisOptions UnitAnalysis::analysisOptions() const {
  AnalysisOptions Options = Wishes.front().Settings.Analysis;
  for (const Wish &W : Wishes) {
    const std::vector<ResourceKind> &Kinds = W.Settings.Analysis.Kinds;
    Options.RawHandles |= W.What == FindingKind::RawHandle;
    Options.Misuse |= W.What >= FindingKind::DoubleRelease;
    if (Kinds.empty() || Options.Kinds.empty())
      Options.Kinds.clear();
    else
      Options.Kinds.insert(Options.Kinds.end(), Kinds.begin(), Kinds.end());
  }
  return Options;
}

void UnitAnalysis::analyse(ASTContext &Context) {
  const UnitSettings &Settings = Wishes.front().Settings;
  LoadedRules Loaded = loadRules(Settings.RuleFiles);
  Errors = std::move(Loaded.Errors);
  if (!Loaded.Rules || !Errors.empty())
    return;
  std::unique_ptr<RuleSet> Annotated = withAnnotations(*Loaded.Rules, Context);
  SessionAnalysis Session(Context, Annotated ? *Annotated : *Loaded.Rules,
                          macroConstants(PP), analysisOptions());
  Made.Findings = Session.run();
  llvm::erase_if(Made.Findings, [&](const Finding &F) { return !isWanted(F); });
  Made.Fixes =
      FixPlanner(Session.declarations(), Settings.Fixes).plan(Made.Findings);
  Made.Shortfalls = Session.shortfalls();
  // They refer to the rules, which go.
  for (Finding &F : Made.Findings)
    F.Rule = nullptr;
}

const UnitAnalysis::Results &UnitAnalysis::results(ASTContext &Context) {
  if (!Done)
    analyse(Context);
  Done = true;
  return Made;
}

std::shared_ptr<UnitAnalysis> UnitTable::unitOf(Preprocessor *PP) {
  std::lock_guard<std::mutex> Guard(Mutex);
  llvm::erase_if(Entries, [](const Entry &E) { return E.Unit.expired(); });
  for (const Entry &E : Entries)
    if (E.PP == PP)
      if (std::shared_ptr<UnitAnalysis> Known = E.Unit.lock())
        return Known;
  auto Unit = std::make_shared<UnitAnalysis>(PP);
  Entries.push_back({PP, Unit});
  return Unit;
}

} // namespace dbtidy
