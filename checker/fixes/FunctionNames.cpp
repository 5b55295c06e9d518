//===- FunctionNames.cpp - The names that code mentions -------------------===//
//
// See FunctionNames.h.
//
//===----------------------------------------------------------------------===//

#include "fixes/FunctionNames.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

namespace dbtidy {

namespace {
class Collector : public RecursiveASTVisitor<Collector> {
public:
  bool VisitVarDecl(VarDecl *V) {
    Found.Variables.push_back(V);
    Found.Used.insert(V->getName());
    return true;
  }
  bool VisitDeclRefExpr(DeclRefExpr *R) {
    if (R->getDecl()->getDeclName().isIdentifier())
      Found.Used.insert(R->getDecl()->getName());
    Found.References.push_back(R);
    return true;
  }
  bool VisitMemberExpr(MemberExpr *M) {
    if (M->getMemberDecl()->getDeclName().isIdentifier())
      Found.Used.insert(M->getMemberDecl()->getName());
    return true;
  }
  bool VisitCallExpr(CallExpr *) {
    Found.HasCall = true;
    return true;
  }

  FunctionNames Found;
};
} // namespace

FunctionNames namesIn(const Stmt *S) {
  Collector C;
  C.TraverseStmt(const_cast<Stmt *>(S));
  return std::move(C.Found);
}

FunctionNames namesIn(const FunctionDecl *F) {
  Collector C;
  for (const ParmVarDecl *P : F->parameters())
    C.VisitVarDecl(const_cast<ParmVarDecl *>(P));
  C.TraverseStmt(F->getBody());
  return std::move(C.Found);
}

} // namespace dbtidy
