//===- RuleTables.h - Rules as C++ constants --------------------*- C++ -*-===//
//
// Writes parsed rules down as C++ source, field by field. Called by the rule
// compiler, and by the test that compares what was compiled in with the files.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_MODEL_COMPILER_RULETABLES_H
#define DBTIDY_MODEL_COMPILER_RULETABLES_H

#include "model/ParsedRules.h"
#include <string>

namespace dbtidy {

/// The source that defines builtinRules() to return \p Files. Every call gets
/// the index that its resource has among all of them.
std::string writeRuleTables(llvm::ArrayRef<ParsedRules> Files);

} // namespace dbtidy

#endif // DBTIDY_MODEL_COMPILER_RULETABLES_H
