//===- ParsedRules.h - One rule file, with positions ------------*- C++ -*-===//
//
// What one rule file says, before the files are merged into a rule set: the
// plain rules, and where in the file they stand, for errors that only the
// comparison of several rules brings out. Made by RuleFileParser from a user's
// file; a constant in the plugin for a built-in one (BuiltinRules.h).
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_MODEL_PARSEDRULES_H
#define DBTIDY_MODEL_PARSEDRULES_H

#include "model/Rule.h"
#include "model/RuleErrors.h"
#include "llvm/Support/Allocator.h"
#include <vector>

namespace dbtidy {

struct ParsedResource {
  Resource Data;
  Position IdAt;
  Position ParentAt;
};

struct ParsedRules {
  Library Origin;
  llvm::ArrayRef<ParsedResource> Resources;
  /// Hex digest of the file's content.
  llvm::StringRef Digest;
};

/// A file that was read by this process.
struct ParsedFile {
  /// Holds what Rules refers to.
  llvm::BumpPtrAllocator Memory;
  ParsedRules Rules;
  /// What is wrong with the file; Rules is then not to be used.
  std::vector<RuleError> Errors;
};

} // namespace dbtidy

#endif // DBTIDY_MODEL_PARSEDRULES_H
