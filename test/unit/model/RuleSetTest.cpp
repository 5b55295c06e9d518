//===- RuleSetTest.cpp - Look-up in a rule set ------------------*- C++ -*-===//
//
// Names, ids and headers.
//
//===----------------------------------------------------------------------===//

#include "model/RuleSet.h"
#include <gtest/gtest.h>

using namespace dbtidy;

static CallRule call(Effect What, CalleeForm Form, const char *Callee) {
  CallRule Rule;
  Rule.What = What;
  Rule.Form = Form;
  Rule.Callee = Callee;
  return Rule;
}

namespace {
class RuleSetTest : public testing::Test {
protected:
  RuleSetTest() : Rules(libraries(), resources(), "abc") {}

  static std::vector<Library> libraries() {
    static const llvm::StringRef Headers[] = {"one.h", "mysql/"};
    return {{"one", "one.yaml", "", Headers}, {"two", "two.yaml", "", {}}};
  }

  static std::vector<Resource> resources() {
    static const CallRule First[] = {
        call(Effect::Acquire, CalleeForm::Method, "a::Pool::take"),
        call(Effect::Release, CalleeForm::Function, "give")};
    static const CallRule Second[] = {
        call(Effect::Acquire, CalleeForm::Function, "b::take"),
        call(Effect::Acquire, CalleeForm::Constructor, "b::Thing"),
        call(Effect::Release, CalleeForm::Delete, "")};
    std::vector<Resource> Made(2);
    Made[0].Id = "first";
    Made[0].Calls = First;
    Made[1].Id = "second";
    Made[1].Library = 1;
    Made[1].Calls = Second;
    return Made;
  }

  RuleSet Rules;
};
} // namespace

TEST_F(RuleSetTest, FindsCallsByTheirLastComponent) {
  ASSERT_EQ(Rules.callsNamed("take").size(), 2U);
  EXPECT_EQ(Rules.callsNamed("take")[0]->Callee, "a::Pool::take");
  EXPECT_EQ(Rules.callsNamed("take")[0]->Resource, 0U);
  EXPECT_EQ(Rules.callsNamed("take")[1]->Callee, "b::take");
  EXPECT_EQ(Rules.callsNamed("take")[1]->Resource, 1U);
  EXPECT_EQ(Rules.callsNamed("Thing").size(), 1U);
  EXPECT_EQ(Rules.callsNamed("delete").size(), 1U);
  EXPECT_TRUE(Rules.callsNamed("a::Pool::take").empty());
  EXPECT_TRUE(Rules.callsNamed("").empty());
}

TEST_F(RuleSetTest, NamesAreSorted) {
  std::vector<llvm::StringRef> Expected = {"Thing", "delete", "give", "take"};
  EXPECT_EQ(Rules.calleeNames().vec(), Expected);
}

TEST_F(RuleSetTest, FindsResourcesById) {
  EXPECT_EQ(Rules.resourceIndex("second"), 1);
  EXPECT_EQ(Rules.resourceIndex("third"), -1);
  EXPECT_EQ(Rules.digest(), "abc");
}

TEST_F(RuleSetTest, Headers) {
  for (const char *Path :
       {"one.h", "/usr/include/one.h", "mysql/mysql.h",
        "/usr/include/mysql/mysql.h", "/opt/mysql/include/x.h"})
    EXPECT_TRUE(Rules.declaresHeader(0, Path)) << Path;
  for (const char *Path : {"", "someone.h", "/usr/include/one.hpp", "one.h/x.h",
                           "/usr/mysqlx/m.h", "/usr/include/xmysql/m.h"})
    EXPECT_FALSE(Rules.declaresHeader(0, Path)) << Path;
  EXPECT_TRUE(Rules.declaresHeader(1, "anything.h"));
}

TEST(LastComponent, OfNames) {
  EXPECT_EQ(lastComponent("f"), "f");
  EXPECT_EQ(lastComponent("a::b::f"), "f");
  EXPECT_EQ(lastComponent("A::operator<<"), "operator<<");
}

TEST(Spelling, OfKinds) {
  EXPECT_STREQ(spelling(ResourceKind::Session), "session");
  EXPECT_STREQ(spelling(ResourceKind::Environment), "environment");
}
