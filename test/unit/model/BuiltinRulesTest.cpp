//===- BuiltinRulesTest.cpp - What was compiled in --------------*- C++ -*-===//
//
// The constants in the plugin say what the files in rules/ say: every field of
// every rule, compared by writing both down.
//
//===----------------------------------------------------------------------===//

#include "model/BuiltinRules.h"
#include "model/RuleFileParser.h"
#include "model/compiler/RuleTables.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include <deque>
#include <gtest/gtest.h>

using namespace dbtidy;

/// The rule files of rules/, by name.
static std::vector<std::string> ruleFiles() {
  std::vector<std::string> Paths;
  std::error_code Failure;
  for (llvm::sys::fs::directory_iterator
           At(DBTIDY_SOURCE_DIR "/rules", Failure),
       End;
       At != End && !Failure; At.increment(Failure))
    if (llvm::sys::path::extension(At->path()) == ".yaml")
      Paths.push_back(At->path());
  llvm::sort(Paths);
  return Paths;
}

/// The lines of \p Text, for a failure that shows the rule that differs.
static std::vector<std::string> lines(const std::string &Text) {
  llvm::SmallVector<llvm::StringRef, 0> Lines;
  llvm::StringRef(Text).split(Lines, '\n');
  return {Lines.begin(), Lines.end()};
}

TEST(BuiltinRules, SayWhatTheFilesSay) {
  std::deque<ParsedFile> Files;
  std::vector<ParsedRules> Parsed;
  for (const std::string &Path : ruleFiles()) {
    auto Buffer = llvm::MemoryBuffer::getFile(Path);
    ASSERT_TRUE(Buffer) << Path;
    std::string Name = ("<built-in>/" + llvm::sys::path::filename(Path)).str();
    Files.push_back(parseRules(Name, (*Buffer)->getBuffer()));
    Parsed.push_back(Files.back().Rules);
  }
  ASSERT_FALSE(Parsed.empty());
  EXPECT_EQ(lines(writeRuleTables(builtinRules())),
            lines(writeRuleTables(Parsed)));
}

TEST(BuiltinRules, KnowTheIndexOfTheirResource) {
  unsigned Index = 0;
  for (const ParsedRules &File : builtinRules())
    for (const ParsedResource &Each : File.Resources) {
      for (const CallRule &Call : Each.Data.Calls)
        EXPECT_EQ(Call.Resource, Index) << Call.Callee.str();
      ++Index;
    }
}
