//===- VariableUses.h - What is done with a handle's variable ---*- C++ -*-===//
//
// Every mention of a local variable in a function, classified by what an
// owner in its place would need there. Reads the AST of one function; makes
// no edits.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_FIXES_VARIABLEUSES_H
#define DBTIDY_FIXES_VARIABLEUSES_H

#include "analysis/Finding.h"
#include "clang/AST/Expr.h"
#include "clang/AST/ParentMap.h"
#include <vector>

namespace dbtidy {

struct VariableUse {
  enum Kind {
    Test,        ///< `if (c)`, `c->field`, `*c`: an owner does the same
    Read,        ///< the handle itself is wanted
    Assign,      ///< `c = X;`
    AssignUsed,  ///< `(c = X)` within an expression
    AssignNull,  ///< `c = NULL;`
    Release,     ///< `close(c);`
    ReleaseUsed, ///< the same within an expression
    Delete,      ///< `delete c;`
    Return,      ///< `return c;`, or an arm of it
    Out,         ///< `&c` handed to an acquisition
    InPlace,     ///< `&m`, the handle of a struct initialised in place
    Unreached,   ///< an argument of a call that no path gets to
    Unknown      ///< anything else
  };
  Kind What = Unknown;
  const clang::DeclRefExpr *Ref = nullptr;
  /// The assignment, the releasing call, or the `&c`.
  const clang::Expr *Whole = nullptr;
};

/// The uses of \p V in \p Body, in source order; those of lambdas included.
std::vector<VariableUse> usesOf(const clang::VarDecl *V,
                                const clang::Stmt *Body,
                                const clang::ParentMap &Parents,
                                const OwnershipFacts &Facts);

} // namespace dbtidy

#endif // DBTIDY_FIXES_VARIABLEUSES_H
