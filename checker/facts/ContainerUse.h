//===- ContainerUse.h - Containers that nobody else sees --------*- C++ -*-===//
//
// Which containers of the standard library, local variables or parameters, are
// used in plain ways only: filled, read element by element, walked over, passed
// to functions here that do no more. Their elements are tracked as those of an
// array are, at an index that is not known; every other container keeps what is
// put into it. Found by a look at the syntax; used by FactsBuilder.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_FACTS_CONTAINERUSE_H
#define DBTIDY_FACTS_CONTAINERUSE_H

#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"

namespace dbtidy {

/// What a member function of a container does with its elements.
enum class ContainerOperation : uint8_t {
  Other,
  Put,     ///< Adds the last argument.
  Element, ///< Returns a reference to one.
  Look     ///< Neither.
};

ContainerOperation containerOperation(const clang::CXXMethodDecl *M);

class ContainerUse {
public:
  explicit ContainerUse(const clang::FunctionDecl *F);

  /// The variable that \p E names, where it is a plain container; else null.
  const clang::VarDecl *plain(const clang::Expr *E) const;
  bool isPlain(const clang::VarDecl *V) const {
    return Containers.count(V) && !Other.count(V);
  }
  /// The plain container that a loop with this variable walks over, or null.
  const clang::VarDecl *walkedBy(const clang::VarDecl *Loop) const;
  /// Whether \p E names what clang makes up for a loop over one.
  bool isRange(const clang::Expr *E) const;

private:
  friend struct ContainerVisitor;
  static bool isPlainParameter(const clang::FunctionDecl *F, unsigned Index,
                               unsigned Depth);
  ContainerUse(const clang::FunctionDecl *F, unsigned Depth);
  void look(const clang::FunctionDecl *F, unsigned Depth);

  llvm::DenseSet<const clang::VarDecl *> Containers;
  /// Those that are used in some other way.
  llvm::DenseSet<const clang::VarDecl *> Other;
  /// Loop variables, and the made-up ones of their ranges.
  llvm::DenseMap<const clang::VarDecl *, const clang::VarDecl *> Loops, Ranges;
};

} // namespace dbtidy

#endif // DBTIDY_FACTS_CONTAINERUSE_H
