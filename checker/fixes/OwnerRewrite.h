//===- OwnerRewrite.h - A raw handle becomes an RAII owner ------*- C++ -*-===//
//
// The fix for C++. Either the variable itself becomes an owner and its uses
// follow, or, where the handle is acquired through an out-parameter or in
// place, an owner is declared beside it right after the acquisition. In C, if
// asked for, the variable gets a cleanup function.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_FIXES_OWNERREWRITE_H
#define DBTIDY_FIXES_OWNERREWRITE_H

#include "analysis/Finding.h"
#include "facts/Declarations.h"
#include "fixes/Fix.h"
#include "fixes/OwnerType.h"
#include "fixes/SourceText.h"
#include "fixes/VariableUses.h"
#include "clang/AST/ParentMap.h"
#include "llvm/ADT/DenseMap.h"

namespace dbtidy {

class OwnerRewrite {
public:
  OwnerRewrite(const clang::FunctionDecl *F, Declarations &Decls,
               const SourceText &Source, const FixOptions &Options);

  /// The declaration statement of the variable that holds \p F's handle, if
  /// there is one; findings that share it are fixed together.
  const clang::DeclStmt *declarationOf(const Finding &F) const;
  /// One fix for \p Findings, whose variables share a declaration statement.
  Fix rewrite(llvm::ArrayRef<const Finding *> Findings);

private:
  struct Variable {
    const Finding *Of;
    const clang::VarDecl *Decl;
    std::vector<VariableUse> Uses;
    ReleaseCall Call;
    OwnerType Owner;
    std::string Risk;
  };

  std::string prepare(Variable &V);
  bool isOwnedOrNull(const clang::Expr *E, const Finding &F) const;
  bool isNull(const clang::Expr *E) const;
  std::string becomeOwner(const Variable &V, Fix &Into);
  std::string rewriteDeclaration(llvm::ArrayRef<Variable> Variables, Fix &Into);
  std::string rewriteUse(const Variable &V, const VariableUse &Use, Fix &Into);
  std::string ownBeside(const Variable &V, Fix &Into);
  std::string cleanUp(const Variable &V, Fix &Into);
  std::string declareCleanup(const Variable &V, Fix &Into);
  std::string indentOfBody() const;
  bool isAcquisition(const clang::Expr *E, const Finding &F) const;
  std::string unusedName(llvm::StringRef Wish) const;
  void releaseBeforeParent(const Variable &V, llvm::StringRef Reset,
                           clang::SourceLocation Since, Fix &Into,
                           std::string &Why);
  bool endsScope(const clang::Stmt *Release) const;
  bool isJumpedOver(clang::SourceLocation At,
                    const clang::CompoundStmt *Block) const;
  bool isPartOf(const clang::Stmt *Part, const clang::Stmt *Whole) const;
  bool isInLambda(const clang::Stmt *S) const;
  const clang::CompoundStmt *blockOf(const clang::Stmt *S) const;

  const clang::FunctionDecl *Function;
  const clang::Stmt *Body;
  Declarations &Decls;
  const SourceText &Source;
  const FixOptions &Options;
  clang::ParentMap Parents;
  llvm::DenseMap<const clang::VarDecl *, const clang::DeclStmt *> Statements;
};

} // namespace dbtidy

#endif // DBTIDY_FIXES_OWNERREWRITE_H
