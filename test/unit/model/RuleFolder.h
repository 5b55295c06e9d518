//===- RuleFolder.h - A temporary folder of rule files ----------*- C++ -*-===//
//
// What the tests of the reader write their rule files into; removed with the
// object. Test code only.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_TEST_UNIT_MODEL_RULEFOLDER_H
#define DBTIDY_TEST_UNIT_MODEL_RULEFOLDER_H

#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <string>

namespace dbtidy {

class RuleFolder {
public:
  RuleFolder() { llvm::sys::fs::createUniqueDirectory("dbtidy-rules", Folder); }
  ~RuleFolder() { llvm::sys::fs::remove_directories(Folder); }
  RuleFolder(const RuleFolder &) = delete;
  RuleFolder &operator=(const RuleFolder &) = delete;

  std::string path(llvm::StringRef Name) const {
    llvm::SmallString<128> Path(Folder);
    llvm::sys::path::append(Path, Name);
    return Path.str().str();
  }

  /// Writes \p Content to the file \p Name, making its folders; returns its
  /// path.
  std::string write(llvm::StringRef Name, llvm::StringRef Content) const {
    std::string Path = path(Name);
    llvm::sys::fs::create_directories(llvm::sys::path::parent_path(Path));
    std::error_code Failure;
    llvm::raw_fd_ostream(Path, Failure) << Content;
    return Path;
  }

private:
  llvm::SmallString<128> Folder;
};

/// A valid rule file with one resource; \p Calls are further lines of it.
inline std::string ruleFile(llvm::StringRef Id, llvm::StringRef Calls = "") {
  return ("library: test\nresources:\n  - id: " + Id +
          "\n    kind: session\n    handle: Thing *\n"
          "    acquire:\n      - function: thing_open\n"
          "    release:\n      - function: thing_close\n" +
          Calls)
      .str();
}

} // namespace dbtidy

#endif // DBTIDY_TEST_UNIT_MODEL_RULEFOLDER_H
