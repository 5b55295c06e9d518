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
  /// What in \p Body may point into what \p Handle stands for.
  BorrowedData(const clang::Stmt *Body, const clang::VarDecl *Handle,
               const OwnershipFacts &Facts, Declarations &Decls);

  /// Whether such data outlives the function: returned, thrown, or stored
  /// elsewhere.
  bool outlives() const { return Outlives; }
  /// Whether \p E reads the handle, or data borrowed from it.
  bool isReadBy(const clang::Expr *E) const;

private:
  bool carries(const clang::Expr *E) const;
  void propagate(const clang::Stmt *Body);
  void findEscapes(const clang::Stmt *Body);
  bool isLocalPlace(const clang::Expr *LHS,
                    const clang::VarDecl **Root = nullptr) const;

  const clang::VarDecl *Handle;
  const OwnershipFacts &Facts;
  Declarations &Decls;
  /// Local variables that may hold borrowed data.
  llvm::SmallPtrSet<const clang::VarDecl *, 8> Carriers;
  bool Outlives = false;
};

} // namespace dbtidy

#endif // DBTIDY_FIXES_BORROWEDDATA_H
