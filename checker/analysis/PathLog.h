//===- PathLog.h - Decisions on the way -------------------------*- C++ -*-===//
//
// The decisions on the ways through one function, as lists that share their
// beginnings. Written by the solver at branches and handlers, read when a way
// out is recorded. Knows no states.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_ANALYSIS_PATHLOG_H
#define DBTIDY_ANALYSIS_PATHLOG_H

#include "analysis/Finding.h"
#include "analysis/State.h"
#include <deque>
#include <map>
#include <tuple>

namespace clang {
class ASTContext;
} // namespace clang

namespace dbtidy {

class PathLog {
public:
  explicit PathLog(const clang::ASTContext &Context) : Context(Context) {}

  /// \p Path with one more decision. There is one node for one decision after
  /// the same path, however often it is taken: joins compare paths by identity.
  const PathNode *extend(const PathNode *Path, PathNode::Kind What,
                         const clang::Stmt *At, const clang::Stmt *Label,
                         const std::string *Name, bool Implied);

  /// The decisions of \p Path that came after \p Since, the first one first.
  std::vector<PathNote> notes(const PathNode *Path,
                              const PathNode *Since) const;

private:
  std::string textOf(const PathNode &N) const;
  bool isDecision(const PathNode &N) const;

  using Key = std::tuple<const PathNode *, const clang::Stmt *,
                         const clang::Stmt *, PathNode::Kind>;
  const clang::ASTContext &Context;
  std::deque<PathNode> Nodes;
  std::map<Key, PathNode *> Ids;
};

} // namespace dbtidy

#endif // DBTIDY_ANALYSIS_PATHLOG_H
