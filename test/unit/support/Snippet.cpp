//===- Snippet.cpp - A few lines of C or C++, parsed for a test -----------===//
//
// The only file of the unit tests that drives the compiler. See Snippet.h.
//
//===----------------------------------------------------------------------===//

#include "support/Snippet.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Frontend/ASTUnit.h"
#include "clang/Tooling/Tooling.h"
#include <fmt/format.h>
#include <gtest/gtest.h>

using namespace clang;

namespace dbtidy {

const char *const LibpqPrototypes = R"(
#ifdef __cplusplus
extern "C" {
#endif
typedef struct pg_conn PGconn;
typedef struct pg_result PGresult;
PGconn *PQconnectdb(const char *);
int PQstatus(const PGconn *);
void PQfinish(PGconn *);
PGresult *PQexec(PGconn *, const char *);
int PQntuples(const PGresult *);
void PQclear(PGresult *);
#ifdef __cplusplus
}
#endif
)";

const char *const SqlitePrototypes = R"(
#ifdef __cplusplus
extern "C" {
#endif
typedef struct sqlite3 sqlite3;
typedef struct sqlite3_stmt sqlite3_stmt;
int sqlite3_open(const char *, sqlite3 **);
int sqlite3_close(sqlite3 *);
int sqlite3_prepare_v2(sqlite3 *, const char *, int, sqlite3_stmt **,
                       const char **);
int sqlite3_step(sqlite3_stmt *);
int sqlite3_finalize(sqlite3_stmt *);
#ifdef __cplusplus
}
#endif
)";

Snippet::Snippet(llvm::StringRef Code, Language L, llvm::StringRef Prototypes,
                 const std::map<std::string, std::string> &Headers) {
  std::string Text = (Prototypes + "\n#line 1\n" + Code).str();
  bool IsC = L == Language::C;
  std::vector<std::string> Args{IsC ? "-std=gnu17" : "-std=c++20",
                                IsC ? "-xc" : "-xc++",
                                "-w",
                                "-fexceptions",
                                "-isystem",
                                "/headers"};
  if (!IsC)
    Args.push_back("-fcxx-exceptions");
  tooling::FileContentMappings Files;
  for (const auto &[Name, Content] : Headers)
    Files.push_back({"/headers/" + Name, Content});
  Unit = tooling::buildASTFromCodeWithArgs(
      Text, Args, IsC ? "snippet.c" : "snippet.cpp", "dbtidy-unit-test",
      std::make_shared<PCHContainerOperations>(),
      tooling::getClangStripDependencyFileAdjuster(), Files);
  EXPECT_FALSE(Unit->getDiagnostics().hasErrorOccurred()) << Code.str();
}

Snippet::~Snippet() = default;

ASTContext &Snippet::context() const { return Unit->getASTContext(); }

namespace {
struct NameFinder : RecursiveASTVisitor<NameFinder> {
  explicit NameFinder(llvm::StringRef Name) : Name(Name) {}

  bool shouldVisitTemplateInstantiations() const { return true; }
  bool shouldVisitImplicitCode() const { return true; }

  bool VisitNamedDecl(NamedDecl *D) {
    if (D->getNameAsString() == Name)
      Found = D;
    return true;
  }
  llvm::StringRef Name;
  NamedDecl *Found = nullptr;
};

struct CallFinder : RecursiveASTVisitor<CallFinder> {
  explicit CallFinder(llvm::StringRef Callee) : Callee(Callee) {}

  bool VisitCallExpr(CallExpr *E) {
    if (const FunctionDecl *F = E->getDirectCallee())
      if (F->getNameAsString() == Callee)
        Found = E;
    return true;
  }
  llvm::StringRef Callee;
  CallExpr *Found = nullptr;
};
} // namespace

const NamedDecl *Snippet::named(llvm::StringRef Name) const {
  NameFinder Finder(Name);
  Finder.TraverseAST(context());
  EXPECT_TRUE(Finder.Found) << "no declaration of " << Name.str();
  return Finder.Found;
}

const FunctionDecl *Snippet::function(llvm::StringRef Name) const {
  const auto *F = get<FunctionDecl>(Name);
  const FunctionDecl *Definition = nullptr;
  return F->hasBody(Definition) ? Definition : F;
}

const CallExpr *Snippet::callOf(llvm::StringRef Callee) const {
  CallFinder Finder(Callee);
  Finder.TraverseAST(context());
  EXPECT_TRUE(Finder.Found) << "no call of " << Callee.str();
  return Finder.Found;
}

unsigned Snippet::lineOf(SourceLocation At) const {
  return context().getSourceManager().getPresumedLoc(At).getLine();
}

const RuleSet &shippedRules() {
  static const LoadedRules Loaded = loadRules({});
  EXPECT_TRUE(Loaded.Rules);
  return *Loaded.Rules;
}

MacroLookup macros(std::map<std::string, int64_t> Constants) {
  return [Constants = std::move(Constants)](
             llvm::StringRef Name) -> std::optional<int64_t> {
    auto It = Constants.find(Name.str());
    return It == Constants.end() ? std::nullopt : std::optional(It->second);
  };
}

Outcome analyse(const Snippet &Code, AnalysisOptions Options) {
  SessionAnalysis Analysis(Code.context(), shippedRules(), macros(), Options);
  Outcome Result;
  Result.Findings = Analysis.run();
  Result.Counters = static_cast<const SessionAnalysis &>(Analysis).counters();
  for (const Finding &F : Result.Findings) {
    Result.Text += fmt::format(
        "{}: {}{} of '{}'\n", Code.lineOf(F.At), spelling(F.Kind),
        F.Variable.empty() ? "" : " '" + F.Variable + "'", F.Callee);
    for (const WayOut &Exit : F.Exits) {
      for (const PathNote &Note : Exit.Path)
        Result.Text +=
            fmt::format("  {}: {}\n", Code.lineOf(Note.At), Note.Text);
      Result.Text += fmt::format("  {}: {}\n", Code.lineOf(Exit.At), Exit.Text);
    }
  }
  return Result;
}

std::string leaks(llvm::StringRef Code, AnalysisOptions Options) {
  return analyse(Snippet(Code), Options).Text;
}

std::string leaksInC(llvm::StringRef Code, AnalysisOptions Options) {
  return analyse(Snippet(Code, Language::C), Options).Text;
}

} // namespace dbtidy
