//===- Risk.h - When a fix may be wrong -------------------------*- C++ -*-===//
//
// A finding may be a false alarm because a function that cannot be seen takes
// the handle. Then a release that is added makes a second one. What speaks for
// that is looked for here; the makers of fixes ask.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_FIXES_RISK_H
#define DBTIDY_FIXES_RISK_H

#include "analysis/Finding.h"
#include "facts/Declarations.h"
#include "clang/AST/ParentMap.h"

namespace dbtidy {

/// Why the handle that \p V holds may not be this function's to release, as
/// part of a sentence: "'f' may keep 'c'"; empty where nothing says so.
std::string riskOf(const Finding &F, const clang::VarDecl *V,
                   const clang::ParentMap &Parents, Declarations &Decls);

} // namespace dbtidy

#endif // DBTIDY_FIXES_RISK_H
