//===- ThrowingExit.cpp - Ways out that may end in a handler --------------===//
//
// See ThrowingExit.h.
//
//===----------------------------------------------------------------------===//

#include "fixes/ThrowingExit.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace dbtidy {

static bool isNoexcept(const FunctionDecl *F) {
  const auto *Type = F->getType()->getAs<FunctionProtoType>();
  return Type && Type->canThrow() == CT_Cannot;
}

static bool mayThrow(const Stmt *S, Declarations &Decls) {
  if (isa<CXXThrowExpr, CXXNewExpr>(S))
    return true;
  if (const auto *Call = dyn_cast<CallExpr>(S)) {
    const FunctionDecl *F = Call->getDirectCallee();
    if (!F || (!isNoexcept(F) && !(Decls.inLibrary(F) && F->isExternC())))
      return true;
  }
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(S))
    if (!isNoexcept(Construct->getConstructor()))
      return true;
  for (const Stmt *Child : S->children())
    if (Child && mayThrow(Child, Decls))
      return true;
  return false;
}

/// The block of a try statement that \p S stands in, not one of its handlers.
static bool isInTryBlock(const Stmt *S, const ParentMap &Parents) {
  while (const Stmt *Parent = Parents.getParent(S)) {
    const auto *Try = dyn_cast<CXXTryStmt>(Parent);
    if (Try && Try->getTryBlock() == S)
      return true;
    S = Parent;
  }
  return false;
}

bool mayEndInHandler(const Stmt *Leaving, const ParentMap &Parents,
                     Declarations &Decls) {
  return Leaving && isInTryBlock(Leaving, Parents) && mayThrow(Leaving, Decls);
}

} // namespace dbtidy
