//===- RuleFile.h - The bytes of a rule file on disk ------------*- C++ -*-===//
//
// Finds out whether a path is a rule file that may be read, whether it changed,
// and reads it. Does not look at the content; used by RuleReader.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_MODEL_RULEFILE_H
#define DBTIDY_MODEL_RULEFILE_H

#include "model/RuleErrors.h"
#include "llvm/Support/Chrono.h"
#include "llvm/Support/FileSystem/UniqueID.h"
#include "llvm/Support/MemoryBuffer.h"
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace dbtidy {

/// A hand-written rule file has a few hundred lines (the largest shipped one is
/// below 64 KiB). More than this is a mistake, such as a dump or a log, and
/// must not cost time and memory in every translation unit.
constexpr uint64_t MaxRuleFileSize = 1024 * 1024;

/// What tells whether a file is the one that was read before.
struct FileStamp {
  llvm::sys::fs::UniqueID Id;
  uint64_t Size = 0;
  llvm::sys::TimePoint<> Changed;

  bool operator==(const FileStamp &O) const {
    return Id == O.Id && Size == O.Size && Changed == O.Changed;
  }
};

/// The stamp of the file at \p Path; nothing, and an error, where there is no
/// file that could be read.
std::optional<FileStamp> stampRuleFile(const std::string &Path,
                                       RuleErrors &Errors);

/// The content of the file at \p Path; null, and an error, where it cannot be
/// read.
std::unique_ptr<llvm::MemoryBuffer> readRuleFile(const std::string &Path,
                                                 RuleErrors &Errors);

} // namespace dbtidy

#endif // DBTIDY_MODEL_RULEFILE_H
