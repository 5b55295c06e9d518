//===- Snippet.h - A few lines of C or C++, parsed for a test ---*- C++ -*-===//
//
// Parses code, finds declarations in it by name, and runs the analysis on it
// with the built-in rules. Findings come back as text, one line per note with
// the line in the snippet, so that a test shows what a user would see.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_TEST_UNIT_SUPPORT_SNIPPET_H
#define DBTIDY_TEST_UNIT_SUPPORT_SNIPPET_H

#include "analysis/SessionAnalysis.h"
#include "model/RuleReader.h"
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace clang {
class ASTUnit;
} // namespace clang

namespace dbtidy {

enum class Language { C, Cxx };

/// Prototypes of some of libpq and sqlite3, which the built-in rules describe.
extern const char *const LibpqPrototypes;
extern const char *const SqlitePrototypes;

class Snippet {
public:
  /// Parses \p Prototypes and then \p Code, whose lines count from 1. Files in
  /// \p Headers are found by `#include <name>` as system headers. A defect of
  /// the code fails the test.
  explicit Snippet(llvm::StringRef Code, Language L = Language::Cxx,
                   llvm::StringRef Prototypes = LibpqPrototypes,
                   const std::map<std::string, std::string> &Headers = {});
  ~Snippet();

  clang::ASTContext &context() const;
  /// The last declaration called \p Name, wherever it stands; its definition
  /// where there is one. Fails the test and the cast where there is none.
  const clang::NamedDecl *named(llvm::StringRef Name) const;
  template <typename T> const T *get(llvm::StringRef Name) const {
    return llvm::cast<T>(named(Name));
  }
  const clang::FunctionDecl *function(llvm::StringRef Name) const;
  /// The last call of the function \p Callee; a marker in the code.
  const clang::CallExpr *callOf(llvm::StringRef Callee) const;
  unsigned lineOf(clang::SourceLocation At) const;

private:
  std::unique_ptr<clang::ASTUnit> Unit;
};

/// The rules in rules/.
const RuleSet &shippedRules();

/// A look-up in \p Constants, in place of a preprocessor's macros.
MacroLookup macros(std::map<std::string, int64_t> Constants = {});

/// What the analysis of a snippet came to.
struct Outcome {
  std::vector<Finding> Findings;
  AnalysisCounters Counters;
  /// Per finding "1: session 'c' of 'PQconnectdb'", then the notes of each way
  /// out, "  2: taking the true branch", each line ended.
  std::string Text;
};

Outcome analyse(const Snippet &Code, AnalysisOptions Options = {});

/// The text for \p Code, in C++ with libpq's prototypes.
std::string leaks(llvm::StringRef Code, AnalysisOptions Options = {});
std::string leaksInC(llvm::StringRef Code, AnalysisOptions Options = {});

} // namespace dbtidy

#endif // DBTIDY_TEST_UNIT_SUPPORT_SNIPPET_H
