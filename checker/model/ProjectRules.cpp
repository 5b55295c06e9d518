//===- ProjectRules.cpp - The rule file of a project ------------*- C++ -*-===//
//
// Looks for `.dbtidy.yaml` where clang-tidy looks for `.clang-tidy`: beside the
// source file, then in each folder above.
//
//===----------------------------------------------------------------------===//

#include "model/RuleReader.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

namespace dbtidy {

std::string findProjectRules(llvm::StringRef SourceFile) {
  llvm::SmallString<256> Folder(SourceFile);
  if (Folder.empty() || llvm::sys::fs::make_absolute(Folder))
    return {};
  llvm::sys::path::remove_dots(Folder, /*remove_dot_dot=*/true);
  while (true) {
    llvm::StringRef Parent = llvm::sys::path::parent_path(Folder);
    if (Parent.empty() || Parent.size() == Folder.size())
      return {};
    Folder.resize(Parent.size());
    llvm::SmallString<256> Candidate(Folder);
    llvm::sys::path::append(Candidate, ".dbtidy.yaml");
    // A folder or a pipe of that name is somebody else's; the reader would
    // refuse it.
    if (llvm::sys::fs::is_regular_file(Candidate))
      return Candidate.str().str();
  }
}

} // namespace dbtidy
