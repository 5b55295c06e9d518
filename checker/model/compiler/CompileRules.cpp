//===- CompileRules.cpp - From rule files to C++ source -------------------===//
//
// dbtidy-compile-rules OUTPUT FILE...: run by the build whenever a rule file
// changes. Reads the files as a user's would be read, refuses what is wrong
// with them, and writes the constants of BuiltinRules.h.
//
//===----------------------------------------------------------------------===//

#include "model/RuleFile.h"
#include "model/RuleFileParser.h"
#include "model/RuleMerger.h"
#include "model/compiler/RuleTables.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace dbtidy;

static bool isSound(llvm::ArrayRef<RuleError> Errors) {
  for (const RuleError &Error : Errors)
    fmt::print(stderr, "{}\n", Error.format());
  return Errors.empty();
}

static std::shared_ptr<const ParsedFile> parse(const std::string &Path) {
  RuleErrors Errors(Path);
  std::unique_ptr<llvm::MemoryBuffer> Buffer = readRuleFile(Path, Errors);
  if (!Buffer) {
    isSound(Errors.sorted());
    return nullptr;
  }
  return std::make_shared<ParsedFile>(parseRules(Path, Buffer->getBuffer()));
}

/// As parse() leaves it, but under the name that it has inside the plugin.
static ParsedRules builtin(const ParsedRules &Rules,
                           llvm::BumpPtrAllocator &Memory) {
  ParsedRules Renamed = Rules;
  std::string Name =
      ("<built-in>/" + llvm::sys::path::filename(Rules.Origin.File)).str();
  Renamed.Origin.File = llvm::StringRef(Name).copy(Memory);
  return Renamed;
}

int main(int Count, char **Words) {
  if (Count < 2) {
    fmt::print(stderr, "usage: dbtidy-compile-rules OUTPUT FILE...\n");
    return 2;
  }
  ParsedFiles Files;
  for (const char *Path : llvm::ArrayRef(Words + 2, Words + Count)) {
    Files.push_back(parse(Path));
    if (!Files.back())
      return 1;
  }
  if (!isSound(mergeRules({}, Files).Errors))
    return 1;

  llvm::BumpPtrAllocator Names;
  std::vector<ParsedRules> Rules;
  for (const std::shared_ptr<const ParsedFile> &File : Files)
    Rules.push_back(builtin(File->Rules, Names));
  std::error_code Failure;
  llvm::raw_fd_ostream Output(Words[1], Failure);
  if (Failure) {
    fmt::print(stderr, "{}: error: {}\n", Words[1], Failure.message());
    return 1;
  }
  Output << writeRuleTables(Rules);
  return 0;
}
