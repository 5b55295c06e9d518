//===- BuiltinRules.h - The rules inside the plugin -------------*- C++ -*-===//
//
// The rule files of rules/ as they were when the plugin was built, already
// parsed: constants in a source file that compiler/ writes during the build, so
// that a process parses rules only where its user adds some. Used by
// RuleReader.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_MODEL_BUILTINRULES_H
#define DBTIDY_MODEL_BUILTINRULES_H

#include "model/ParsedRules.h"

namespace dbtidy {

/// By name of the file. Valid together: no id twice, every parent there.
llvm::ArrayRef<ParsedRules> builtinRules();

} // namespace dbtidy

#endif // DBTIDY_MODEL_BUILTINRULES_H
