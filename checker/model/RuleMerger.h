//===- RuleMerger.h - From files to one rule set ----------------*- C++ -*-===//
//
// Joins parsed rule files, and checks what only their union shows: ids given
// twice, parents that do not exist, parents in a circle. Called by RuleReader.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_MODEL_RULEMERGER_H
#define DBTIDY_MODEL_RULEMERGER_H

#include "model/ParsedRules.h"
#include "llvm/ADT/ArrayRef.h"
#include <memory>
#include <vector>

namespace dbtidy {

using ParsedFiles = std::vector<std::shared_ptr<const ParsedFile>>;

/// The rule set of \p Builtin and \p User, in this order. A resource of a
/// user's file replaces the built-in one with its id. Any error in any file, or
/// between files, yields the errors and no rules. \p Builtin lives as long as
/// the process; the rule set keeps \p User alive.
LoadedRules mergeRules(llvm::ArrayRef<ParsedRules> Builtin,
                       const ParsedFiles &User);

} // namespace dbtidy

#endif // DBTIDY_MODEL_RULEMERGER_H
