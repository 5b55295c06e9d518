//===- ParsedRules.h - One rule file, with positions ------------*- C++ -*-===//
//
// What one rule file says, before the files are merged into a rule set: the
// plain rules, and where in the file they stand, for errors that only the
// comparison of several rules brings out. Made by RuleFileParser.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_MODEL_PARSEDRULES_H
#define DBTIDY_MODEL_PARSEDRULES_H

#include "model/Rule.h"
#include "model/RuleErrors.h"
#include <string>
#include <vector>

namespace dbtidy {

struct ParsedResource {
  Resource Data;
  Position IdAt;
  Position ParentAt;
  std::vector<Position> CallsAt; ///< One for each of Data.Calls.
};

struct ParsedRules {
  Library Origin;
  std::vector<ParsedResource> Resources;
  /// What is wrong with the file; the rest is then not to be used.
  std::vector<RuleError> Errors;
  /// Hex digest of the file's content.
  std::string Digest;
};

} // namespace dbtidy

#endif // DBTIDY_MODEL_PARSEDRULES_H
