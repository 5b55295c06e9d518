//===- RefusedFilesTest.cpp - Rule files with a defect ----------*- C++ -*-===//
//
// Every file of test/rules/reader has a defect, and starts with the errors that
// it must yield: `# expect: LINE:COLUMN: error: MESSAGE`. Files that cannot be
// text with a comment are made here.
//
//===----------------------------------------------------------------------===//

#include "RuleFolder.h"
#include "model/RuleReader.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include <algorithm>
#include <gtest/gtest.h>

using namespace dbtidy;

static std::vector<std::string> refusedFiles() {
  std::vector<std::string> Names;
  std::error_code Failure;
  for (llvm::sys::fs::directory_iterator
           It(DBTIDY_SOURCE_DIR "/test/rules/reader", Failure),
       End;
       It != End && !Failure; It.increment(Failure))
    if (llvm::StringRef(It->path()).ends_with(".yaml"))
      Names.push_back(llvm::sys::path::stem(It->path()).str());
  std::sort(Names.begin(), Names.end());
  return Names;
}

/// The errors of loading \p Path, one a line, without the path.
static std::string errorsOf(const std::string &Path) {
  LoadedRules Loaded = loadRules({Path});
  EXPECT_EQ(Loaded.Rules == nullptr, !Loaded.Errors.empty());
  std::string Lines;
  for (const RuleError &Error : Loaded.Errors) {
    EXPECT_EQ(Error.File, Path);
    Lines += Error.format().substr(Path.size() + 1) + "\n";
  }
  return Lines;
}

static std::string expectedIn(const std::string &Path) {
  auto Buffer = llvm::MemoryBuffer::getFile(Path);
  if (!Buffer)
    return "(no such file)";
  std::string Lines;
  llvm::StringRef Rest = (*Buffer)->getBuffer();
  while (Rest.consume_front("# expect: ")) {
    auto [Line, Tail] = Rest.split('\n');
    Lines += Line.str() + "\n";
    Rest = Tail;
  }
  return Lines;
}

class RefusedFile : public testing::TestWithParam<std::string> {};

TEST_P(RefusedFile, HasTheseErrors) {
  std::string Path =
      DBTIDY_SOURCE_DIR "/test/rules/reader/" + GetParam() + ".yaml";
  std::string Expected = expectedIn(Path);
  EXPECT_FALSE(Expected.empty());
  EXPECT_EQ(errorsOf(Path), Expected);
}

INSTANTIATE_TEST_SUITE_P(Reader, RefusedFile, testing::ValuesIn(refusedFiles()),
                         [](const testing::TestParamInfo<std::string> &Info) {
                           std::string Name = Info.param;
                           std::replace(Name.begin(), Name.end(), '-', '_');
                           return Name;
                         });

TEST(RefusedBytes, MissingFile) {
  RuleFolder Folder;
  EXPECT_EQ(errorsOf(Folder.path("none.yaml")),
            "1:1: error: there is no such rule file\n");
}

TEST(RefusedBytes, Folder) {
  RuleFolder Folder;
  EXPECT_EQ(errorsOf(Folder.path("")),
            "1:1: error: expected a rule file, found a folder\n");
}

TEST(RefusedBytes, Device) {
  EXPECT_EQ(errorsOf("/dev/zero"),
            "1:1: error: expected a rule file, found a device or a pipe\n");
}

TEST(RefusedBytes, Unreadable) {
  RuleFolder Folder;
  std::string Path = Folder.write("secret.yaml", ruleFile("thing"));
  llvm::sys::fs::setPermissions(Path, llvm::sys::fs::perms::no_perms);
  if (llvm::MemoryBuffer::getFile(Path))
    GTEST_SKIP() << "this user may read every file";
  EXPECT_EQ(errorsOf(Path), "1:1: error: the rule file cannot be read: "
                            "Permission denied\n");
}

TEST(RefusedBytes, NoByteAtAll) {
  RuleFolder Folder;
  EXPECT_EQ(errorsOf(Folder.write("empty.yaml", "")),
            "1:1: error: the file is empty; expected 'library' and "
            "'resources'\n");
}

TEST(RefusedBytes, TenMegabytes) {
  RuleFolder Folder;
  std::string Content(10 * 1024 * 1024, '#');
  EXPECT_EQ(errorsOf(Folder.write("large.yaml", Content)),
            "1:1: error: the file has 10485760 bytes, more than a rule file "
            "may have (1048576 bytes)\n");
}

TEST(RefusedBytes, NoUtf8) {
  RuleFolder Folder;
  EXPECT_EQ(errorsOf(Folder.write("latin.yaml", "library: x\nmanual: \xE9t\n")),
            "2:9: error: the byte 0xE9 is not valid UTF-8 here\n");
}

TEST(RefusedBytes, Utf16) {
  RuleFolder Folder;
  EXPECT_EQ(
      errorsOf(Folder.write("wide.yaml", llvm::StringRef("\xFF\xFEl\0i\0", 6))),
      "1:1: error: the byte 0xFF is not valid UTF-8 here\n");
}

TEST(RefusedBytes, Nul) {
  RuleFolder Folder;
  EXPECT_EQ(errorsOf(Folder.write("nul.yaml",
                                  llvm::StringRef("library: a\0b\n", 13))),
            "1:11: error: the file contains a NUL byte; rule files are UTF-8 "
            "text\n");
}

TEST(RefusedBytes, ControlCharacter) {
  RuleFolder Folder;
  EXPECT_EQ(errorsOf(Folder.write("bell.yaml", "library: \a\n")),
            "1:10: error: the file contains the control character 0x07\n");
}

TEST(RefusedBytes, EndlessNesting) {
  RuleFolder Folder;
  EXPECT_EQ(errorsOf(Folder.write("deep.yaml", std::string(1000000, '['))),
            "1:18: error: nested more than 16 levels deep\n");
  std::string Mappings;
  for (int Level = 0; Level < 200000; ++Level)
    Mappings += "{a: ";
  EXPECT_EQ(errorsOf(Folder.write("deeper.yaml", Mappings)),
            "1:66: error: nested more than 16 levels deep\n");
}

TEST(RefusedBytes, OnlyTheFirstErrorsAreKept) {
  RuleFolder Folder;
  std::string Content = ruleFile("thing");
  for (int Line = 0; Line < 2000; ++Line)
    Content += "k" + std::to_string(Line) + ": 1\n";
  LoadedRules Loaded = loadRules({Folder.write("many.yaml", Content)});
  ASSERT_EQ(Loaded.Errors.size(), 50U);
  EXPECT_NE(Loaded.Errors.back().Message.find("(and 1950 more errors)"),
            std::string::npos);
}

TEST(RefusedBytes, LongTextIsCut) {
  RuleFolder Folder;
  std::string Key(500, 'k');
  EXPECT_EQ(errorsOf(Folder.write("long.yaml", Key + ": 1\n")),
            "1:1: error: unknown key '" + std::string(60, 'k') +
                "...' in a rule file; expected 'library', 'manual', "
                "'headers', 'status-macros' or 'resources'\n");
}
