//===- Lineage.h - What is made from what -----------------------*- C++ -*-===//
//
// Statements are made from connections, results from statements: by the rules,
// over all generations.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_FIXES_LINEAGE_H
#define DBTIDY_FIXES_LINEAGE_H

#include "analysis/Finding.h"
#include "model/RuleSet.h"

namespace dbtidy {

/// Whether the resource \p Child is made from \p Ancestor.
bool isMadeFrom(unsigned Child, unsigned Ancestor, const RuleSet &Rules);

/// Whether the parent of \p F's handle may be released already where \p States
/// hold.
bool mayLackParent(const Finding &F, const HolderStates &States,
                   const RuleSet &Rules);

} // namespace dbtidy

#endif // DBTIDY_FIXES_LINEAGE_H
