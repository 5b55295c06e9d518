//===- SessionCheck.cpp - A check that reports sessions -------------------===//
//
// See SessionCheck.h.
//
//===----------------------------------------------------------------------===//

#include "tidy/SessionCheck.h"
#include "model/RuleReader.h"
#include "clang/AST/ASTContext.h"
#include "clang/ASTMatchers/ASTMatchers.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/Support/YAMLParser.h"
#include <fmt/format.h>

using namespace clang;
using namespace clang::ast_matchers;

namespace dbtidy {

static std::string valueOr(std::optional<llvm::StringRef> V,
                           llvm::StringRef Default) {
  return V ? V->str() : Default.str();
}

SessionCheck::SessionCheck(llvm::StringRef Name,
                           tidy::ClangTidyContext *Context,
                           std::shared_ptr<UnitTable> Units,
                           FindingKind Reported)
    : ClangTidyCheck(Name, Context), Units(std::move(Units)),
      Reported(Reported),
      RuleFiles(valueOr(Options.getLocalOrGlobal("RuleFiles"), "")),
      KindsText(valueOr(Options.getLocalOrGlobal("Kinds"), "")),
      UnknownText(valueOr(Options.getLocalOrGlobal("UnknownCallee"), "borrow")),
      OwnerText(valueOr(Options.getLocalOrGlobal("OwnerStyle"), "unique_ptr")),
      ReleaseText(valueOr(Options.getLocalOrGlobal("ReleaseStyle"), "calls")),
      IncludeStyle(Options.getLocalOrGlobal(
          "IncludeStyle", tidy::utils::IncludeSorter::IS_LLVM)),
      MaxExits(Options.getLocalOrGlobal("MaxExits", 3U)),
      ReportBounds(flag("ReportBounds", false)) {
  Analysis.ImplicitExceptions = flag("ImplicitExceptions", true);
  Analysis.AllocationFailures = flag("AllocationFailures", false);
  Analysis.Everything = flag("Everything", false);
  Fixes.Risky = flag("RiskyFixes", false);
  readOptions();
}

/// The option \p Name, which is `true` or `false`. clang-tidy's own templates
/// for bool are not to be had in a plugin that g++ has built: it mangles their
/// names in another way than clang.
bool SessionCheck::flag(llvm::StringRef Name, bool Default) {
  std::optional<llvm::StringRef> Text = Options.getLocalOrGlobal(Name);
  if (!Text)
    return Default;
  if (std::optional<bool> Value = llvm::yaml::parseBool(*Text))
    return *Value;
  if (int64_t Number; !Text->getAsInteger(10, Number))
    return Number != 0;
  configurationDiag("invalid value '%0' of option '%1'; expected 'true' or "
                    "'false'",
                    DiagnosticIDs::Error)
      << *Text << Name;
  OptionsAreValid = false;
  return Default;
}

void SessionCheck::readOptions() {
  if (UnknownText == "keep") {
    Analysis.Unknown = UnknownCallee::Keep;
  } else if (UnknownText != "borrow") {
    configurationDiag("invalid value '%0' of option 'UnknownCallee'; expected "
                      "'borrow' or 'keep'",
                      DiagnosticIDs::Error)
        << UnknownText;
    OptionsAreValid = false;
  }
  if (OwnerText == "deleter-type") {
    Fixes.Owner = OwnerStyle::DeleterType;
  } else if (OwnerText == "scope-guard") {
    Fixes.Owner = OwnerStyle::ScopeGuard;
  } else if (OwnerText != "unique_ptr") {
    configurationDiag("invalid value '%0' of option 'OwnerStyle'; expected "
                      "'unique_ptr', 'deleter-type' or 'scope-guard'",
                      DiagnosticIDs::Error)
        << OwnerText;
    OptionsAreValid = false;
  }
  if (ReleaseText == "cleanup") {
    Fixes.Release = ReleaseStyle::Cleanup;
  } else if (ReleaseText != "calls") {
    configurationDiag("invalid value '%0' of option 'ReleaseStyle'; expected "
                      "'calls' or 'cleanup'",
                      DiagnosticIDs::Error)
        << ReleaseText;
    OptionsAreValid = false;
  }
  llvm::SmallVector<llvm::StringRef, 8> Words;
  llvm::StringRef(KindsText).split(Words, ',', -1, /*KeepEmpty=*/false);
  for (llvm::StringRef Word : Words) {
    Word = Word.trim();
    bool Known = false;
    for (ResourceKind K :
         {ResourceKind::Session, ResourceKind::Statement, ResourceKind::Result,
          ResourceKind::Cursor, ResourceKind::Transaction, ResourceKind::Pool,
          ResourceKind::Environment})
      if (Word == spelling(K)) {
        Analysis.Kinds.push_back(K);
        Known = true;
      }
    if (!Known && !Word.empty()) {
      configurationDiag(
          "invalid value '%0' in option 'Kinds'; expected session, statement, "
          "result, cursor, transaction, pool or environment",
          DiagnosticIDs::Error)
          << Word;
      OptionsAreValid = false;
    }
  }
}

void SessionCheck::storeOptions(tidy::ClangTidyOptions::OptionMap &Opts) {
  auto StoreFlag = [&](llvm::StringRef Name, bool Value) {
    Options.store(Opts, Name, llvm::StringRef(Value ? "true" : "false"));
  };
  Options.store(Opts, "RuleFiles", RuleFiles);
  StoreFlag("ImplicitExceptions", Analysis.ImplicitExceptions);
  StoreFlag("AllocationFailures", Analysis.AllocationFailures);
  Options.store(Opts, "UnknownCallee", UnknownText);
  Options.store(Opts, "Kinds", KindsText);
  Options.store(Opts, "MaxExits", MaxExits);
  StoreFlag("ReportBounds", ReportBounds);
  Options.store(Opts, "OwnerStyle", OwnerText);
  Options.store(Opts, "ReleaseStyle", ReleaseText);
  StoreFlag("RiskyFixes", Fixes.Risky);
  Options.store(Opts, "IncludeStyle", IncludeStyle);
  StoreFlag("Everything", Analysis.Everything);
  Options.store(Opts, "Digest", digest());
}

/// Result caches that key on the configuration see new rules and versions.
std::string SessionCheck::digest() const {
  // Options are also stored where no file is looked at, with --dump-config: a
  // project's rules are then those of the working folder.
  llvm::StringRef File = getCurrentMainFile();
  std::vector<std::string> Names =
      ruleFileNames(File.empty() ? "unnamed" : File);
  std::string Stamp = DBTIDY_VERSION;
  if (LoadedRules Loaded = loadRules(Names); Loaded.Rules)
    Stamp += "-" + Loaded.Rules->digest().str();
  return Stamp;
}

std::vector<std::string>
SessionCheck::ruleFileNames(llvm::StringRef MainFile) const {
  std::vector<std::string> Names;
  if (std::string Project = findProjectRules(MainFile); !Project.empty())
    Names.push_back(Project);
  llvm::SmallVector<llvm::StringRef, 4> Parts;
  llvm::StringRef(RuleFiles).split(Parts, ';', -1, /*KeepEmpty=*/false);
  for (llvm::StringRef Part : Parts) {
    Part = Part.trim();
    if (Part.empty())
      continue;
    Names.push_back(Part.str());
  }
  return Names;
}

void SessionCheck::registerPPCallbacks(const SourceManager &SM,
                                       Preprocessor *PP,
                                       Preprocessor *ModuleExpanderPP) {
  if (!OptionsAreValid)
    return;
  llvm::StringRef MainFile =
      SM.getFilename(SM.getLocForStartOfFile(SM.getMainFileID()));
  Unit = Units->unitOf(PP);
  Unit->want(Reported, {ruleFileNames(MainFile), Analysis, Fixes, IncludeStyle,
                        areDiagsSelfContained()});
}

void SessionCheck::registerMatchers(MatchFinder *Finder) {
  if (OptionsAreValid)
    Finder->addMatcher(translationUnitDecl().bind("unit"), this);
}

void SessionCheck::check(const MatchFinder::MatchResult &Result) {
  const UnitAnalysis::Results &Made = Unit->results(*Result.Context);
  for (const RuleError &E : Unit->takeErrors())
    configurationDiag("%0", DiagnosticIDs::Error) << E.format();
  for (size_t I = 0; I < Made.Findings.size(); ++I) {
    const Finding &F = Made.Findings[I];
    if (F.What != Reported)
      continue;
    report(F, Made.Fixes[I]);
    if (std::optional<size_t> By = Made.Fixes[I].RepairedBy) {
      const Finding &Other = Made.Findings[*By];
      diag(Other.At, "the fix of this %0 repairs both", DiagnosticIDs::Note)
          << spelling(Other.Kind);
    }
  }
  if (ReportBounds)
    for (const Shortfall &S : Unit->takeShortfalls())
      report(S);
}

std::string SessionCheck::nameOf(const Finding &F) {
  return F.Variable.empty()
             ? spelling(F.Kind)
             : fmt::format("{} '{}'", spelling(F.Kind), F.Variable);
}

void SessionCheck::report(const Shortfall &S) {
  diag(S.Function->getLocation(), "function %0 is not analysed completely: %1")
      << S.Function << S.Why;
}

void SessionCheck::attach(const Fix &Repair, const DiagnosticBuilder &To,
                          const Finding &F) {
  if (Repair.Edits.empty())
    return;
  for (const FixItHint &Edit : Repair.Edits)
    To << Edit;
  const SourceManager &SM = F.Function->getASTContext().getSourceManager();
  FileID File = SM.getFileID(Repair.Edits.front().RemoveRange.getBegin());
  for (const std::string &Header : Repair.Headers)
    if (std::optional<FixItHint> Include =
            Unit->includes().createIncludeInsertion(File, "<" + Header + ">"))
      To << *Include;
}

void SessionCheck::report(const Finding &F, const Fix &Repair) {
  {
    auto Warning = diag(F.At, "%0") << warningFor(F);
    if (Repair.Risk.empty())
      attach(Repair, Warning, F);
  }
  explain(F);
  if (!Repair.Risk.empty()) {
    auto Note = diag(F.At, "a fix, unless %0", DiagnosticIDs::Note);
    Note << Repair.Risk;
    attach(Repair, Note, F);
  }
  if (!Repair.Withheld.empty())
    diag(F.At, "no fix: %0", DiagnosticIDs::Note) << Repair.Withheld;
}

} // namespace dbtidy
