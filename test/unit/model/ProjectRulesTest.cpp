//===- ProjectRulesTest.cpp - .dbtidy.yaml above a source file --*- C++ -*-===//
//
// Which project rules a source file has.
//
//===----------------------------------------------------------------------===//

#include "RuleFolder.h"
#include "model/RuleReader.h"
#include <gtest/gtest.h>

using namespace dbtidy;

TEST(ProjectRules, BesideTheSource) {
  RuleFolder Folder;
  std::string Rules = Folder.write("src/.dbtidy.yaml", "");
  EXPECT_EQ(findProjectRules(Folder.path("src/main.c")), Rules);
}

TEST(ProjectRules, NearestAbove) {
  RuleFolder Folder;
  std::string Outer = Folder.write(".dbtidy.yaml", "");
  std::string Inner = Folder.write("a/.dbtidy.yaml", "");
  EXPECT_EQ(findProjectRules(Folder.path("a/b/c/main.c")), Inner);
  EXPECT_EQ(findProjectRules(Folder.path("b/main.c")), Outer);
}

TEST(ProjectRules, DotsInThePath) {
  RuleFolder Folder;
  std::string Rules = Folder.write("a/.dbtidy.yaml", "");
  Folder.write("b/.dbtidy.yaml", "");
  EXPECT_EQ(findProjectRules(Folder.path("b/../a/./main.c")), Rules);
}

TEST(ProjectRules, AFolderOfThatNameIsNone) {
  RuleFolder Folder;
  std::string Rules = Folder.write(".dbtidy.yaml", "");
  Folder.write("a/.dbtidy.yaml/file", "");
  EXPECT_EQ(findProjectRules(Folder.path("a/main.c")), Rules);
}

TEST(ProjectRules, None) {
  EXPECT_EQ(findProjectRules(""), "");
  EXPECT_EQ(findProjectRules("/no/such/folder/main.c"), "");
}
