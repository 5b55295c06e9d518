//===- RuleReader.h - Rule files in YAML ------------------------*- C++ -*-===//
//
// Reads and validates rule files, on llvm::yaml's parser. Every defect is a
// `file:line:column: error: …`; a file with any defect yields no rules at all.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_MODEL_RULEREADER_H
#define DBTIDY_MODEL_RULEREADER_H

#include "model/RuleSet.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <memory>
#include <string>
#include <vector>

namespace dbtidy {

/// A defect in a rule file. Line and Column count from 1; 0 where the file
/// itself (missing, unreadable, too large) is meant.
struct RuleError {
  std::string File;
  unsigned Line = 0;
  unsigned Column = 0;
  std::string Message;

  /// "file:line:column: error: message"; a defect of the file itself is shown
  /// at 1:1, so that every message has the one shape that tools parse.
  std::string format() const;
};

/// The outcome of loading: a rule set, or what is wrong (then Rules is null).
struct LoadedRules {
  std::shared_ptr<const RuleSet> Rules;
  std::vector<RuleError> Errors;
};

/// Loads the built-in rules followed by the rule files at \p Files; a resource
/// with the id of a built-in one replaces it. Paths are relative to the working
/// folder of the process. The result is kept for the life of the process: the
/// same files (same path, size and time of change) are not parsed twice. May be
/// called from several threads at once. Errors are in the order of the files,
/// then by line.
LoadedRules loadRules(llvm::ArrayRef<std::string> Files);

/// The nearest `.dbtidy.yaml` in the folder of \p SourceFile or above, or "".
std::string findProjectRules(llvm::StringRef SourceFile);

} // namespace dbtidy

#endif // DBTIDY_MODEL_RULEREADER_H
