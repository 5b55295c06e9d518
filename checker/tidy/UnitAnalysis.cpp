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

bool UnitSettings::operator==(const UnitSettings &O) const {
  return RuleFiles == O.RuleFiles &&
         Analysis.ImplicitExceptions == O.Analysis.ImplicitExceptions &&
         Analysis.AllocationFailures == O.Analysis.AllocationFailures &&
         Analysis.Unknown == O.Analysis.Unknown &&
         Analysis.Everything == O.Analysis.Everything && Owner == O.Owner &&
         Includes == O.Includes && SelfContainedDiags == O.SelfContainedDiags;
}

UnitAnalysis::UnitAnalysis(UnitSettings Settings, Preprocessor *PP)
    : Settings(std::move(Settings)), PP(PP),
      Includes(this->Settings.Includes, this->Settings.SelfContainedDiags) {
  Includes.registerPreprocessor(PP);
}

void UnitAnalysis::want(FindingKind What, llvm::ArrayRef<ResourceKind> Kinds) {
  Wishes.push_back({What, Kinds.vec()});
}

bool UnitAnalysis::isWanted(const Finding &F) const {
  return llvm::any_of(Wishes, [&](const Wish &W) {
    return W.What == F.What &&
           (W.Kinds.empty() || llvm::is_contained(W.Kinds, F.Kind));
  });
}

void UnitAnalysis::analyse(ASTContext &Context) {
  LoadedRules Loaded = loadRules(Settings.RuleFiles);
  Errors = std::move(Loaded.Errors);
  if (!Loaded.Rules || !Errors.empty())
    return;
  AnalysisOptions &Options = Settings.Analysis;
  bool AllKinds = false;
  for (const Wish &W : Wishes) {
    Options.RawHandles |= W.What == FindingKind::RawHandle;
    AllKinds |= W.Kinds.empty();
    Options.Kinds.insert(Options.Kinds.end(), W.Kinds.begin(), W.Kinds.end());
  }
  if (AllKinds)
    Options.Kinds.clear();
  std::unique_ptr<RuleSet> Annotated = withAnnotations(*Loaded.Rules, Context);
  SessionAnalysis Session(Context, Annotated ? *Annotated : *Loaded.Rules,
                          macroConstants(PP), Options);
  Made.Findings = Session.run();
  llvm::erase_if(Made.Findings, [&](const Finding &F) { return !isWanted(F); });
  Made.Fixes =
      FixPlanner(Session.declarations(), Settings.Owner).plan(Made.Findings);
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

std::shared_ptr<UnitAnalysis> UnitTable::unitOf(Preprocessor *PP,
                                                const UnitSettings &Settings) {
  std::lock_guard<std::mutex> Guard(Mutex);
  llvm::erase_if(Entries, [](const Entry &E) { return E.Unit.expired(); });
  for (const Entry &E : Entries)
    if (E.PP == PP)
      if (std::shared_ptr<UnitAnalysis> Known = E.Unit.lock();
          Known && Known->settings() == Settings)
        return Known;
  auto Unit = std::make_shared<UnitAnalysis>(Settings, PP);
  Entries.push_back({PP, Unit});
  return Unit;
}

} // namespace dbtidy
