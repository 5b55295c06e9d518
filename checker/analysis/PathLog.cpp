//===- PathLog.cpp - Decisions on the way ---------------------------------===//
//
// See PathLog.h.
//
//===----------------------------------------------------------------------===//

#include "analysis/PathLog.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Stmt.h"
#include "clang/Basic/SourceManager.h"
#include <fmt/format.h>

using namespace clang;

namespace dbtidy {

const PathNode *PathLog::extend(const PathNode *Path, PathNode::Kind What,
                                const Stmt *At, const Stmt *Label,
                                const std::string *Name, bool Implied) {
  PathNode *&Node = Ids[{Path, At, Label, What}];
  if (Node) {
    Node->Implied &= Implied;
  } else {
    PathNode N;
    N.Parent = Path;
    N.Length = Path ? Path->Length + 1 : 1;
    N.What = What;
    N.At = At;
    N.Label = Label;
    N.Name = Name;
    N.Implied = Implied;
    Nodes.push_back(N);
    Node = &Nodes.back();
  }
  return Node;
}

std::string PathLog::textOf(const PathNode &N) const {
  switch (N.What) {
  case PathNode::True:
    return "taking the true branch";
  case PathNode::False:
    return "taking the false branch";
  case PathNode::Enter:
    return "entering the loop";
  case PathNode::Leave:
    return "leaving the loop";
  case PathNode::Case: {
    std::string Label;
    if (const auto *C = dyn_cast_or_null<CaseStmt>(N.Label)) {
      llvm::raw_string_ostream Out(Label);
      C->getLHS()->IgnoreImplicit()->printPretty(Out, nullptr,
                                                 Context.getPrintingPolicy());
    }
    return fmt::format("taking the 'case {}' branch", Label);
  }
  case PathNode::Default:
    return "taking the 'default' branch";
  case PathNode::Throws:
    return fmt::format("'{}' throws and the handler is entered",
                       N.Name ? *N.Name : "");
  }
  return "";
}

/// `if (open(&c) != OK)`: the call has decided, and the ways part there. A
/// constant condition parts nothing.
bool PathLog::isDecision(const PathNode &N) const {
  if (!N.Implied)
    return true;
  PathNode::Kind Other =
      N.What == PathNode::True ? PathNode::False : PathNode::True;
  return Ids.count({N.Parent, N.At, N.Label, Other});
}

std::vector<PathNote> PathLog::notes(const PathNode *Path,
                                     const PathNode *Since) const {
  std::vector<PathNote> Notes;
  unsigned Until = Since ? Since->Length : 0;
  const SourceManager &SM = Context.getSourceManager();
  for (const PathNode *N = Path; N && N->Length > Until; N = N->Parent)
    if (isDecision(*N))
      Notes.push_back(
          {N->At ? SM.getFileLoc(N->At->getBeginLoc()) : SourceLocation(),
           textOf(*N)});
  std::reverse(Notes.begin(), Notes.end());
  return Notes;
}

} // namespace dbtidy
