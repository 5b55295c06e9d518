//===- RuleFile.cpp - The bytes of a rule file on disk ----------*- C++ -*-===//
//
// Reads regular files up to a limit; never waits on a pipe or a device.
//
//===----------------------------------------------------------------------===//

#include "model/RuleFile.h"
#include "llvm/Support/FileSystem.h"

namespace dbtidy {

static void addTooLarge(uint64_t Size, RuleErrors &Errors) {
  Errors.add({},
             "the file has {} bytes, more than a rule file may have ({} bytes)",
             Size, MaxRuleFileSize);
}

std::optional<FileStamp> stampRuleFile(const std::string &Path,
                                       RuleErrors &Errors) {
  llvm::sys::fs::file_status Status;
  if (std::error_code Failure = llvm::sys::fs::status(Path, Status)) {
    if (Failure == std::errc::no_such_file_or_directory)
      Errors.add({}, "there is no such rule file");
    else
      Errors.add({}, "the rule file cannot be read: {}", Failure.message());
    return std::nullopt;
  }
  if (llvm::sys::fs::is_directory(Status)) {
    Errors.add({}, "expected a rule file, found a folder");
    return std::nullopt;
  }
  if (!llvm::sys::fs::is_regular_file(Status)) {
    Errors.add({}, "expected a rule file, found a device or a pipe");
    return std::nullopt;
  }
  if (Status.getSize() > MaxRuleFileSize) {
    addTooLarge(Status.getSize(), Errors);
    return std::nullopt;
  }
  return FileStamp{Status.getUniqueID(), Status.getSize(),
                   Status.getLastModificationTime()};
}

std::unique_ptr<llvm::MemoryBuffer> readRuleFile(const std::string &Path,
                                                 RuleErrors &Errors) {
  // Volatile: a copy, not a mapping, because an editor may truncate the file
  // while it is being parsed.
  auto Buffer = llvm::MemoryBuffer::getFile(Path, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/true,
                                            /*IsVolatile=*/true);
  if (!Buffer) {
    Errors.add({}, "the rule file cannot be read: {}",
               Buffer.getError().message());
    return nullptr;
  }
  // It may have grown since it was looked at.
  if ((*Buffer)->getBufferSize() > MaxRuleFileSize) {
    addTooLarge((*Buffer)->getBufferSize(), Errors);
    return nullptr;
  }
  return std::move(*Buffer);
}

} // namespace dbtidy
