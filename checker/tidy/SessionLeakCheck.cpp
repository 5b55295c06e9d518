//===- SessionLeakCheck.cpp - db-session-leak -----------------------------===//
//
// See SessionLeakCheck.h.
//
//===----------------------------------------------------------------------===//

#include "tidy/SessionLeakCheck.h"
#include "facts/Annotations.h"
#include "fixes/FixPlanner.h"
#include "model/RuleReader.h"
#include "tidy/MacroConstants.h"
#include "clang/AST/ASTContext.h"
#include "clang/ASTMatchers/ASTMatchers.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <fmt/format.h>

using namespace clang;
using namespace clang::ast_matchers;

namespace dbtidy {

static std::string valueOr(std::optional<llvm::StringRef> V,
                           llvm::StringRef Default) {
  return V ? V->str() : Default.str();
}

SessionLeakCheck::SessionLeakCheck(llvm::StringRef Name,
                                   tidy::ClangTidyContext *Context)
    : ClangTidyCheck(Name, Context),
      RuleFiles(valueOr(Options.getLocalOrGlobal("RuleFiles"), "")),
      KindsText(valueOr(Options.getLocalOrGlobal("Kinds"), "")),
      UnknownText(valueOr(Options.getLocalOrGlobal("UnknownCallee"), "borrow")),
      OwnerText(valueOr(Options.getLocalOrGlobal("OwnerStyle"), "unique_ptr")),
      MaxExits(Options.getLocalOrGlobal("MaxExits", 3U)),
      ReportBounds(Options.getLocalOrGlobal("ReportBounds", false)),
      Includes(Options.getLocalOrGlobal("IncludeStyle",
                                        tidy::utils::IncludeSorter::IS_LLVM),
               areDiagsSelfContained()) {
  Analysis.ImplicitExceptions =
      Options.getLocalOrGlobal("ImplicitExceptions", true);
  Analysis.AllocationFailures =
      Options.getLocalOrGlobal("AllocationFailures", false);
  Analysis.Everything = Options.get("Everything", false);
  readOptions();
}

void SessionLeakCheck::readOptions() {
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
    Owner = OwnerStyle::DeleterType;
  } else if (OwnerText != "unique_ptr") {
    configurationDiag("invalid value '%0' of option 'OwnerStyle'; expected "
                      "'unique_ptr' or 'deleter-type'",
                      DiagnosticIDs::Error)
        << OwnerText;
    OptionsAreValid = false;
  }
  llvm::SmallVector<llvm::StringRef, 8> Kinds;
  llvm::StringRef(KindsText).split(Kinds, ',', -1, /*KeepEmpty=*/false);
  for (llvm::StringRef Word : Kinds) {
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

void SessionLeakCheck::storeOptions(tidy::ClangTidyOptions::OptionMap &Opts) {
  Options.store(Opts, "RuleFiles", RuleFiles);
  Options.store(Opts, "ImplicitExceptions", Analysis.ImplicitExceptions);
  Options.store(Opts, "AllocationFailures", Analysis.AllocationFailures);
  Options.store(Opts, "UnknownCallee", UnknownText);
  Options.store(Opts, "Kinds", KindsText);
  Options.store(Opts, "MaxExits", MaxExits);
  Options.store(Opts, "ReportBounds", ReportBounds);
  Options.store(Opts, "OwnerStyle", OwnerText);
  Options.store(Opts, "IncludeStyle", Includes.getStyle());
  Options.store(Opts, "Everything", Analysis.Everything);
  Options.store(Opts, "Digest", digest());
}

/// Result caches that key on the configuration see new rules and versions.
std::string SessionLeakCheck::digest() const {
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
SessionLeakCheck::ruleFileNames(llvm::StringRef MainFile) const {
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

void SessionLeakCheck::registerPPCallbacks(const SourceManager &SM,
                                           Preprocessor *Own,
                                           Preprocessor *ModuleExpanderPP) {
  PP = Own;
  Includes.registerPreprocessor(Own);
}

void SessionLeakCheck::registerMatchers(MatchFinder *Finder) {
  if (OptionsAreValid)
    Finder->addMatcher(translationUnitDecl().bind("unit"), this);
}

bool SessionLeakCheck::loadRulesFor(llvm::StringRef MainFile) {
  LoadedRules Loaded = loadRules(ruleFileNames(MainFile));
  for (const RuleError &E : Loaded.Errors)
    configurationDiag("%0", DiagnosticIDs::Error) << E.format();
  Rules = Loaded.Rules;
  return Rules && Loaded.Errors.empty();
}

void SessionLeakCheck::check(const MatchFinder::MatchResult &Result) {
  ASTContext &Context = *Result.Context;
  const SourceManager &SM = Context.getSourceManager();
  llvm::StringRef MainFile =
      SM.getFilename(SM.getLocForStartOfFile(SM.getMainFileID()));
  if (!loadRulesFor(MainFile))
    return;
  std::unique_ptr<RuleSet> Annotated = withAnnotations(*Rules, Context);
  SessionAnalysis Session(Context, Annotated ? *Annotated : *Rules,
                          macroConstants(PP), Analysis);
  std::vector<Finding> Findings = Session.run();
  std::vector<Fix> Fixes =
      FixPlanner(Session.declarations(), Owner).plan(Findings);
  for (size_t I = 0; I < Findings.size(); ++I) {
    report(Findings[I], Fixes[I]);
    if (std::optional<size_t> By = Fixes[I].RepairedBy) {
      const Finding &Other = Findings[*By];
      diag(Other.At, "the fix of this %0 repairs both", DiagnosticIDs::Note)
          << spelling(Other.Kind);
    }
  }
  if (ReportBounds)
    for (const Shortfall &S : Session.shortfalls())
      report(S);
}

void SessionLeakCheck::report(const Shortfall &S) {
  diag(S.Function->getLocation(), "function %0 is not analysed completely: %1")
      << S.Function << S.Why;
}

void SessionLeakCheck::report(const Finding &F, const Fix &Repair) {
  {
    auto Warning =
        F.Variable.empty()
            ? diag(F.At, "%0 acquired by '%1' is not released on every path")
            : diag(F.At,
                   "%0 '%2' acquired by '%1' is not released on every path");
    Warning << spelling(F.Kind) << F.Callee;
    if (!F.Variable.empty())
      Warning << F.Variable;
    for (const FixItHint &Edit : Repair.Edits)
      Warning << Edit;
    if (!Repair.Edits.empty()) {
      const SourceManager &SM = F.Function->getASTContext().getSourceManager();
      FileID File = SM.getFileID(Repair.Edits.front().RemoveRange.getBegin());
      for (const std::string &Header : Repair.Headers)
        if (std::optional<FixItHint> Include =
                Includes.createIncludeInsertion(File, "<" + Header + ">"))
          Warning << *Include;
    }
  }
  explain(F, Repair);
}

/// The ways out, and why there is no fix.
void SessionLeakCheck::explain(const Finding &F, const Fix &Repair) {
  // The end of the outermost block and of the function read alike.
  llvm::SmallVector<const WayOut *, 4> Distinct;
  for (const WayOut &Exit : F.Exits)
    if (llvm::none_of(Distinct, [&](const WayOut *O) {
          return O->At == Exit.At && O->Text == Exit.Text;
        }))
      Distinct.push_back(&Exit);
  unsigned Shown = 0;
  for (const WayOut *Each : Distinct) {
    const WayOut &Exit = *Each;
    if (Shown++ == MaxExits) {
      unsigned More = unsigned(Distinct.size()) - MaxExits;
      diag(F.At, "and %0 more %select{ways|way}1 out", DiagnosticIDs::Note)
          << More << unsigned(More == 1);
      break;
    }
    for (const PathNote &Note : Exit.Path)
      diag(Note.At, "%0", DiagnosticIDs::Note) << Note.Text;
    diag(Exit.At, "%0", DiagnosticIDs::Note) << Exit.Text;
  }
  if (!Repair.Withheld.empty())
    diag(F.At, "no fix: %0", DiagnosticIDs::Note) << Repair.Withheld;
}

} // namespace dbtidy
