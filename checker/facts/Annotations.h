//===- Annotations.h - Rules that attributes in the code state --*- C++ -*-===//
//
// Attributes of functions that hand out, or take back, handles of a type that
// no rule knows: ownership_returns, ownership_takes, ownership_holds,
// acquire_handle, release_handle, and GCC's malloc(deallocator, index). They
// become rules like those of a file. For handles that a rule knows, CallSites
// reads the same attributes. Asked by the check before the analysis.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_FACTS_ANNOTATIONS_H
#define DBTIDY_FACTS_ANNOTATIONS_H

#include "model/RuleSet.h"
#include "clang/AST/ASTContext.h"
#include <memory>

namespace dbtidy {

/// \p Rules and those that attributes in \p Context state; null where there are
/// none of these.
std::unique_ptr<RuleSet> withAnnotations(const RuleSet &Rules,
                                         clang::ASTContext &Context);

/// Whether withAnnotations() may find any; cheap.
bool mayHaveAnnotations(const clang::ASTContext &Context);

} // namespace dbtidy

#endif // DBTIDY_FACTS_ANNOTATIONS_H
