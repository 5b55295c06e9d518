//===- RuleFileParser.h - From text to the rules of a file ------*- C++ -*-===//
//
// Parses one rule file and checks all that can be checked without looking at
// other files. Reads no file and merges nothing; called by RuleReader.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_MODEL_RULEFILEPARSER_H
#define DBTIDY_MODEL_RULEFILEPARSER_H

#include "model/ParsedRules.h"

namespace dbtidy {

/// The rules that \p Content says; \p File is its name in errors.
ParsedFile parseRules(llvm::StringRef File, llvm::StringRef Content);

} // namespace dbtidy

#endif // DBTIDY_MODEL_RULEFILEPARSER_H
