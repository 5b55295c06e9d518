//===- FunctionNames.h - The names that code mentions -----------*- C++ -*-===//
//
// The variables that a piece of code declares and mentions, and whether it
// calls anything. Makes no edits.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_FIXES_FUNCTIONNAMES_H
#define DBTIDY_FIXES_FUNCTIONNAMES_H

#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/StringSet.h"
#include <vector>

namespace dbtidy {

struct FunctionNames {
  bool HasCall = false;
  llvm::StringSet<> Used;
  std::vector<const clang::VarDecl *> Variables;
  std::vector<const clang::DeclRefExpr *> References;
};

FunctionNames namesIn(const clang::Stmt *S);
/// Its parameters included.
FunctionNames namesIn(const clang::FunctionDecl *F);

} // namespace dbtidy

#endif // DBTIDY_FIXES_FUNCTIONNAMES_H
