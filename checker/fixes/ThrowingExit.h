//===- ThrowingExit.h - Ways out that may end in a handler ------*- C++ -*-===//
//
// `try { return f(); } catch (...) { close(c); }`: a release in front of the
// return would be followed by that of the handler where `f` throws.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_FIXES_THROWINGEXIT_H
#define DBTIDY_FIXES_THROWINGEXIT_H

#include "facts/Declarations.h"
#include "clang/AST/ParentMap.h"

namespace dbtidy {

/// Whether \p Leaving may throw, and a handler of its function may catch it.
/// C functions of a library that the rules describe do not throw.
bool mayEndInHandler(const clang::Stmt *Leaving,
                     const clang::ParentMap &Parents, Declarations &Decls);

} // namespace dbtidy

#endif // DBTIDY_FIXES_THROWINGEXIT_H
