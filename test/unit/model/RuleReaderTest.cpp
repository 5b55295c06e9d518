//===- RuleReaderTest.cpp - Several rule files at once ----------*- C++ -*-===//
//
// Built-in rules, rules of several files, replacement, the cache, the digest.
//
//===----------------------------------------------------------------------===//

#include "model/RuleReader.h"
#include "RuleFolder.h"
#include <gtest/gtest.h>
#include <thread>

using namespace dbtidy;

TEST(BuiltinRules, AreValidAndNotEmpty) {
  LoadedRules Loaded = loadRules({});
  for (const RuleError &Error : Loaded.Errors)
    ADD_FAILURE() << Error.format();
  ASSERT_NE(Loaded.Rules, nullptr);
  ASSERT_FALSE(Loaded.Rules->libraries().empty());
  for (const Library &Each : Loaded.Rules->libraries())
    EXPECT_TRUE(Each.File.starts_with("<built-in>/")) << Each.File.str();
}

TEST(BuiltinRules, AreLoadedOnce) {
  EXPECT_EQ(loadRules({}).Rules, loadRules({}).Rules);
}

TEST(UserRules, FollowTheBuiltinOnes) {
  RuleFolder Folder;
  std::string Path = Folder.write("mine.yaml", ruleFile("my-thing"));
  LoadedRules Loaded = loadRules({Path});
  ASSERT_NE(Loaded.Rules, nullptr);
  int Index = Loaded.Rules->resourceIndex("my-thing");
  EXPECT_EQ(Index + 1, static_cast<int>(Loaded.Rules->resources().size()));
  EXPECT_EQ(Loaded.Rules->libraries().back().File, Path);
  EXPECT_EQ(Loaded.Rules->resources()[Index].Library + 1,
            Loaded.Rules->libraries().size());
}

TEST(UserRules, ReplaceABuiltinResource) {
  LoadedRules Builtin = loadRules({});
  ASSERT_NE(Builtin.Rules, nullptr);
  const Resource &Replaced = Builtin.Rules->resources().front();
  RuleFolder Folder;
  LoadedRules Loaded =
      loadRules({Folder.write("mine.yaml", ruleFile(Replaced.Id))});
  ASSERT_NE(Loaded.Rules, nullptr);
  EXPECT_EQ(Loaded.Rules->resources().size(),
            Builtin.Rules->resources().size());
  int Index = Loaded.Rules->resourceIndex(Replaced.Id);
  ASSERT_GE(Index, 0);
  EXPECT_EQ(Loaded.Rules->resources()[Index].Handles,
            llvm::ArrayRef<llvm::StringRef>("Thing *"));
}

TEST(UserRules, MayHaveABuiltinParent) {
  LoadedRules Builtin = loadRules({});
  ASSERT_NE(Builtin.Rules, nullptr);
  std::string Parent = Builtin.Rules->resources().front().Id.str();
  RuleFolder Folder;
  LoadedRules Loaded = loadRules({Folder.write(
      "mine.yaml", ruleFile("child", "    parent: " + Parent + "\n"))});
  ASSERT_NE(Loaded.Rules, nullptr);
  EXPECT_EQ(Loaded.Rules->resources().back().Parent, Parent);
}

TEST(UserRules, TwoFilesMayNotShareAnId) {
  RuleFolder Folder;
  std::string First = Folder.write("first.yaml", ruleFile("thing"));
  std::string Second = Folder.write("second.yaml", ruleFile("thing"));
  LoadedRules Loaded = loadRules({First, Second});
  EXPECT_EQ(Loaded.Rules, nullptr);
  ASSERT_EQ(Loaded.Errors.size(), 1U);
  EXPECT_EQ(Loaded.Errors[0].format(),
            Second + ":3:9: error: duplicate id 'thing'; the first one is in " +
                First + ":3");
}

TEST(UserRules, OneFileNamedTwiceIsOneFile) {
  RuleFolder Folder;
  std::string Path = Folder.write("mine.yaml", ruleFile("thing"));
  EXPECT_NE(loadRules({Path, Path}).Rules, nullptr);
  EXPECT_NE(loadRules({Path, Folder.path("./mine.yaml")}).Rules, nullptr);
}

TEST(UserRules, ErrorsAreInTheOrderOfTheFiles) {
  RuleFolder Folder;
  std::string First = Folder.write("z.yaml", "librari: x\n");
  std::string Second = Folder.write("a.yaml", "resources: 1\nlibrary: []\n");
  LoadedRules Loaded = loadRules({First, Second});
  EXPECT_EQ(Loaded.Rules, nullptr);
  ASSERT_EQ(Loaded.Errors.size(), 3U);
  EXPECT_EQ(Loaded.Errors[0].File, First);
  EXPECT_EQ(Loaded.Errors[1].File, Second);
  EXPECT_EQ(Loaded.Errors[1].Line, 1U);
  EXPECT_EQ(Loaded.Errors[2].Line, 2U);
}

TEST(UserRules, OneBadFileYieldsNoRulesAtAll) {
  RuleFolder Folder;
  std::string Good = Folder.write("good.yaml", ruleFile("thing"));
  EXPECT_EQ(loadRules({Good, Folder.path("none.yaml")}).Rules, nullptr);
}

TEST(UserRules, ByteOrderMarkAndWindowsLines) {
  RuleFolder Folder;
  std::string Content = "\xEF\xBB\xBF";
  for (char C : ruleFile("thing"))
    Content += C == '\n' ? std::string("\r\n") : std::string(1, C);
  LoadedRules Loaded = loadRules({Folder.write("windows.yaml", Content)});
  for (const RuleError &Error : Loaded.Errors)
    ADD_FAILURE() << Error.format();
  ASSERT_NE(Loaded.Rules, nullptr);
  EXPECT_EQ(Loaded.Rules->callsNamed("thing_close").size(), 1U);
}

TEST(RuleCache, KeepsWhatDidNotChange) {
  RuleFolder Folder;
  std::string Path = Folder.write("mine.yaml", ruleFile("thing"));
  EXPECT_EQ(loadRules({Path}).Rules, loadRules({Path}).Rules);
}

TEST(RuleCache, SeesAChangedFile) {
  RuleFolder Folder;
  std::string Path = Folder.write("mine.yaml", ruleFile("thing"));
  LoadedRules Before = loadRules({Path});
  Folder.write("mine.yaml", ruleFile("other-thing"));
  LoadedRules After = loadRules({Path});
  ASSERT_NE(Before.Rules, nullptr);
  ASSERT_NE(After.Rules, nullptr);
  EXPECT_GE(After.Rules->resourceIndex("other-thing"), 0);
  EXPECT_EQ(After.Rules->resourceIndex("thing"), -1);
  // Who still holds the old rules keeps them.
  EXPECT_GE(Before.Rules->resourceIndex("thing"), 0);
}

TEST(RuleCache, SeesAFileThatAppears) {
  RuleFolder Folder;
  std::string Path = Folder.path("later.yaml");
  EXPECT_EQ(loadRules({Path}).Rules, nullptr);
  Folder.write("later.yaml", ruleFile("thing"));
  EXPECT_NE(loadRules({Path}).Rules, nullptr);
}

TEST(RuleCache, ServesThreads) {
  RuleFolder Folder;
  std::vector<std::string> Paths;
  for (int File = 0; File < 8; ++File) {
    std::string Name = "thing" + std::to_string(File);
    Paths.push_back(Folder.write(Name + ".yaml", ruleFile(Name)));
  }
  std::vector<LoadedRules> Results(Paths.size());
  std::vector<std::thread> Threads;
  for (size_t Index = 0; Index < Paths.size(); ++Index)
    Threads.emplace_back([&, Index] { Results[Index] = loadRules(Paths); });
  for (std::thread &Each : Threads)
    Each.join();
  for (const LoadedRules &Each : Results)
    EXPECT_EQ(Each.Rules, Results.front().Rules);
}

TEST(RuleDigest, ChangesWithTheRules) {
  RuleFolder Folder;
  std::string First = Folder.write("a.yaml", ruleFile("thing"));
  std::string Same = Folder.write("b.yaml", ruleFile("thing"));
  std::string Other = Folder.write("c.yaml", ruleFile("thing") + "# more\n");
  LoadedRules None = loadRules({}), One = loadRules({First}),
              Two = loadRules({Same}), Three = loadRules({Other});
  ASSERT_TRUE(None.Rules && One.Rules && Two.Rules && Three.Rules);
  EXPECT_EQ(None.Rules->digest().size(), 40U);
  EXPECT_NE(None.Rules->digest(), One.Rules->digest());
  EXPECT_EQ(One.Rules->digest(), Two.Rules->digest());
  EXPECT_NE(One.Rules->digest(), Three.Rules->digest());
}
