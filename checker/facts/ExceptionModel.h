//===- ExceptionModel.h - Which calls may throw -----------------*- C++ -*-===//
//
// Decides for a callee whether an exception can come out of it: from its
// exception specification, its language linkage, its body where the
// translation unit has one, and what is known of the standard library
// (analysis.md, "Exceptions"). Where control goes then is the solver's matter.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_FACTS_EXCEPTIONMODEL_H
#define DBTIDY_FACTS_EXCEPTIONMODEL_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/DenseMap.h"
#include <optional>

namespace dbtidy {

/// Whether a handler takes an exception.
enum class Match { No, Maybe, Yes };

/// What is known of an exception's type.
struct ThrownType {
  clang::QualType Type;   ///< Null where nothing is.
  bool OrDerived = false; ///< Type is a base: a handler that rethrows.

  ThrownType(clang::QualType Type = {}, bool OrDerived = false)
      : Type(Type), OrDerived(OrDerived) {}
};

/// Whether \p Handler takes an exception of type \p Exception.
Match handles(const clang::CXXCatchStmt *Handler, ThrownType Exception);

class ExceptionModel {
public:
  /// \p Implicit: calls of unknown behaviour throw. \p Allocation: so do
  /// failed allocations.
  ExceptionModel(clang::ASTContext &Context, bool Implicit, bool Allocation);

  bool enabled() const { return Enabled; }

  bool mayThrow(const clang::FunctionDecl *Callee);
  /// A call whose callee is not a declared function: through a pointer.
  bool mayThrowThrough(const clang::Expr *CalleeExpr);
  bool mayThrow(const clang::CXXNewExpr *New);
  bool mayThrow(const clang::CXXDynamicCastExpr *Cast) const {
    return Enabled && Implicit && Cast->isGLValue();
  }
  /// Whether \p E is the work of a logging macro (`LOG(ERROR) << …`), not of
  /// what is written in its parentheses.
  bool isLogging(const clang::Expr *E) const;
  /// What evaluating \p E (an argument's default) throws, as its calls do.
  bool evaluationMayThrow(const clang::Expr *E);

private:
  bool decide(const clang::FunctionDecl *F);
  bool bodyMayThrow(const clang::FunctionDecl *Definition);
  bool stmtMayThrow(const clang::Stmt *S);
  bool destructorMayThrow(const clang::CXXDestructorDecl *D);
  bool callablesMayThrow(const clang::FunctionDecl *F);
  bool standardMayThrow(const clang::FunctionDecl *F) const;
  static bool isOfToolkit(const clang::FunctionDecl *F);
  bool doesWithoutExceptions();

  clang::ASTContext &Context;
  bool Enabled, Implicit, Allocation;
  std::optional<bool> DoesWithout;
  llvm::DenseMap<const clang::FunctionDecl *, bool> Known;
  /// A function, and the outermost of those being decided that the answer for
  /// it was found to rest on: an index into Deciding.
  struct Frame {
    const clang::FunctionDecl *Function;
    size_t RestsOn;
  };
  /// The functions being decided, outermost first.
  llvm::SmallVector<Frame, 8> Deciding;
  /// Those that do not throw if the function that they rest on does not.
  llvm::SmallVector<Frame, 8> Provisional;
};

} // namespace dbtidy

#endif // DBTIDY_FACTS_EXCEPTIONMODEL_H
