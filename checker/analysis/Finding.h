//===- Finding.h - A leaked resource, as plain data -------------*- C++ -*-===//
//
// What the analysis found out, for diagnostics and fixes: one finding per
// acquisition, with every way out that skips the release and the decisions on
// the way there. No behaviour, no diagnostics engine.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_ANALYSIS_FINDING_H
#define DBTIDY_ANALYSIS_FINDING_H

#include "model/Rule.h"
#include "clang/Basic/SourceLocation.h"
#include <string>
#include <vector>

namespace clang {
class Expr;
class FunctionDecl;
class VarDecl;
} // namespace clang

namespace dbtidy {

/// A decision on the way from the acquisition to the way out.
struct PathNote {
  clang::SourceLocation At;
  std::string Text;
};

/// How control, or the handle, gets away.
enum class ExitKind {
  Return,      ///< `return`, `co_return`
  FunctionEnd, ///< falling off the end
  Throw,       ///< `throw`
  Call,        ///< a call that may throw
  Jump,        ///< goto, break, continue out of the variable's scope
  ScopeEnd,    ///< the end of the variable's scope
  Overwrite,   ///< the variable that holds the handle gets another value
  Discard      ///< nobody holds the handle
};

struct WayOut {
  ExitKind Kind;
  clang::SourceLocation At;
  std::string Text;
  std::vector<PathNote> Path;
};

struct Finding {
  unsigned Resource = 0; ///< Index into RuleSet::resources().
  ResourceKind Kind = ResourceKind::Session;
  const clang::Expr *Acquisition = nullptr;
  const clang::FunctionDecl *Function = nullptr;
  clang::SourceLocation At;
  std::string Variable; ///< As written, `this->conn`; empty for none.
  std::string Callee;
  std::string Release;       ///< The function that should have been called.
  std::vector<WayOut> Exits; ///< Explicit ones first, each by location.
};

} // namespace dbtidy

#endif // DBTIDY_ANALYSIS_FINDING_H
