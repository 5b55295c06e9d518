//===- BorrowedData.h - Data of a handle that outlives it -------*- C++ -*-===//
//
// A text that belongs to a handle (an error message, a column of a row) is gone
// when the handle is released. Where such data leaves the function, the
// missing release must not simply be added. Syntactic, and on the side of "it
// does".
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_FIXES_BORROWEDDATA_H
#define DBTIDY_FIXES_BORROWEDDATA_H

#include "analysis/Finding.h"
#include "facts/Declarations.h"
#include "clang/AST/ParentMap.h"
#include "llvm/ADT/SmallPtrSet.h"

namespace dbtidy {

class BorrowedData {
public:
  /// What in \p Body may point into what \p Handle, of \p F's resource, stands
  /// for: texts and rows of it, and the handles that were made from it.
  BorrowedData(const clang::Stmt *Body, const clang::VarDecl *Handle,
               const Finding &F, Declarations &Decls);

  /// Whether such data outlives the function: returned, thrown, or stored
  /// elsewhere.
  bool outlives() const { return Outlives; }
  /// Whether \p E reads the handle, or data borrowed from it.
  bool isReadBy(const clang::Expr *E) const;
  /// Whether such data is read outside of \p Scope, at whose end the handle
  /// goes.
  bool isReadOutside(clang::SourceRange Scope) const;
  /// Whether such data may be read once \p Overwriting, a part of \p Body, has
  /// given the handle's variable another value.
  bool isReadAfter(const clang::Stmt *Overwriting,
                   const clang::ParentMap &Parents) const;

private:
  bool carries(const clang::Expr *E) const;
  bool isMadeFromHandle(const clang::CallExpr *C) const;
  void findChildren(const clang::CallExpr *C);
  void propagate(const clang::Stmt *Body);
  void findEscapes(const clang::Stmt *Body);
  bool isLocalPlace(const clang::Expr *LHS,
                    const clang::VarDecl **Root = nullptr) const;

  const clang::VarDecl *Handle;
  unsigned Resource;
  const OwnershipFacts &Facts;
  Declarations &Decls;
  /// Local variables that may hold borrowed data.
  llvm::SmallPtrSet<const clang::VarDecl *, 8> Carriers;
  /// Where these are mentioned, other than to give them another value.
  std::vector<const clang::DeclRefExpr *> Reads;
  bool Outlives = false;
};

} // namespace dbtidy

#endif // DBTIDY_FIXES_BORROWEDDATA_H
