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

namespace dbtidy {

/// The rule set of \p Builtin and \p User, in this order. A resource of a
/// user's file replaces the built-in one with its id. Any error in any file, or
/// between files, yields the errors and no rules.
LoadedRules mergeRules(llvm::ArrayRef<const ParsedRules *> Builtin,
                       llvm::ArrayRef<const ParsedRules *> User);

} // namespace dbtidy

#endif // DBTIDY_MODEL_RULEMERGER_H
