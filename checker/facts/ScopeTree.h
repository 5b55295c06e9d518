//===- ScopeTree.h - Lexical scopes and try blocks of a function -*- C++
//-*-===//
//
// Which scope each statement stands in, which variables die with it, and which
// `try` catches what is thrown there. clang's CFG does not say when a pointer
// variable goes out of scope; this does. Made once per analysed function.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_FACTS_SCOPETREE_H
#define DBTIDY_FACTS_SCOPETREE_H

#include "clang/AST/Decl.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include <vector>

namespace dbtidy {

using ScopeId = unsigned;

struct Scope {
  ScopeId Parent = 0; ///< The root is its own parent.
  unsigned Depth = 0;
  const clang::Stmt *Origin = nullptr;
  /// The innermost `try` whose handlers catch what is thrown in this scope.
  const clang::CXXTryStmt *Try = nullptr;
  /// Whether a variable is declared right in it: most braces have none.
  bool Declares = false;
};

/// \p E without parentheses and the marker for its temporaries, neither of
/// which is an element of clang's CFG.
const clang::Expr *stripWrappers(const clang::Expr *E);

class ScopeTree {
public:
  /// \p Body is the function's body; constructor initialisers stand in the
  /// root scope, or in the function-try-block around them.
  ScopeTree(const clang::FunctionDecl *F, const clang::Stmt *Body);

  const Scope &operator[](ScopeId S) const { return Scopes[S]; }
  unsigned size() const { return Scopes.size(); }

  bool knows(const clang::Stmt *S) const { return StmtScope.count(S); }
  /// The scope a statement stands in; the root for unknown ones.
  ScopeId of(const clang::Stmt *S) const;
  /// The scope a variable of this function is declared in; parameters stand in
  /// the root. False where the variable is not local.
  bool declares(const clang::VarDecl *V) const { return VarScope.count(V); }
  ScopeId of(const clang::VarDecl *V) const { return VarScope.lookup(V); }

  bool encloses(ScopeId Outer, ScopeId Inner) const;
  ScopeId commonAncestor(ScopeId A, ScopeId B) const;
  /// The innermost handler that \p S is in, or null.
  const clang::CXXCatchStmt *handlerAround(ScopeId S) const;
  /// The scope that the `try` \p T itself stands in.
  ScopeId outside(const clang::CXXTryStmt *T) const { return of(T); }

  /// Expressions whose temporaries die right after them.
  bool isFullExpression(const clang::Stmt *S) const {
    return FullExpressions.count(S);
  }
  /// Expressions whose value decides a branch.
  bool isCondition(const clang::Stmt *S) const { return Conditions.count(S); }
  /// A computed goto, setjmp or the like: control flow this analysis does not
  /// follow.
  bool hasComputedFlow() const { return ComputedFlow; }

  /// The conditional or logical operator whose value may be that of \p S, or
  /// the statement expression whose value it is.
  const clang::Expr *armOf(const clang::Stmt *S) const {
    return Arms.lookup(S);
  }
  /// The variable that a constructor call initialises.
  const clang::VarDecl *initialises(const clang::Expr *E) const {
    return Constructs.lookup(E);
  }

  /// Operands of sizeof, noexcept and the like.
  bool isUnevaluated(const clang::Stmt *S) const {
    return Unevaluated.count(S);
  }
  /// Whether a constructor call makes a base of `*this`, or delegates.
  bool makesThis(const clang::Expr *E) const { return Bases.count(E); }
  /// The `new` expression whose object a constructor call makes.
  const clang::CXXNewExpr *allocates(const clang::Expr *E) const {
    return News.lookup(E);
  }

private:
  void walk(const clang::Stmt *Root, ScopeId S);
  ScopeId open(ScopeId Parent, const clang::Stmt *Origin,
               const clang::CXXTryStmt *Try);
  void declare(const clang::VarDecl *V, ScopeId In);
  void noteUnevaluated(const clang::Stmt *Root);
  void noteInitialiser(const clang::VarDecl *V);

  std::vector<Scope> Scopes;
  llvm::DenseMap<const clang::Stmt *, ScopeId> StmtScope;
  llvm::DenseMap<const clang::VarDecl *, ScopeId> VarScope;
  llvm::DenseSet<const clang::Stmt *> FullExpressions, Conditions;
  llvm::DenseMap<const clang::Stmt *, const clang::Expr *> Arms;
  llvm::DenseMap<const clang::Expr *, const clang::VarDecl *> Constructs;
  llvm::DenseMap<const clang::Expr *, const clang::CXXNewExpr *> News;
  llvm::DenseSet<const clang::Stmt *> Unevaluated;
  llvm::DenseSet<const clang::Expr *> Bases;
  bool ComputedFlow = false;
};

} // namespace dbtidy

#endif // DBTIDY_FACTS_SCOPETREE_H
