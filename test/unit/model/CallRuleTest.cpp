//===- CallRuleTest.cpp - What the keys of a call mean ----------*- C++ -*-===//
//
// One valid rule file with every key, and the plain data it becomes.
//
//===----------------------------------------------------------------------===//

#include "model/RuleFileParser.h"
#include "llvm/ADT/StringExtras.h"
#include <deque>
#include <gtest/gtest.h>

using namespace dbtidy;

/// The only call of a resource with \p Handle, given the lines of its `acquire`
/// and what stands besides.
static CallRule parseCall(llvm::StringRef Key, llvm::StringRef Call,
                          llvm::StringRef Handle = "Thing *") {
  std::string Text =
      ("library: test\nstatus-macros:\n"
       "  - {name: THING_OK, values: [0, THING_INFO]}\n"
       "resources:\n  - id: thing\n    kind: session\n    handle: " +
       Handle + "\n    " + Key + ":\n      - " + Call + "\n")
          .str();
  if (Key != "acquire")
    Text += "    acquire:\n      - function: some_open\n";
  if (Key != "release")
    Text += "    release:\n      - function: some_close\n";
  // The rule refers to its file.
  static std::deque<ParsedFile> Files;
  const ParsedFile &File = Files.emplace_back(parseRules("test.yaml", Text));
  for (const RuleError &Error : File.Errors)
    ADD_FAILURE() << Error.format();
  for (const ParsedResource &Parsed : File.Rules.Resources)
    for (const CallRule &Rule : Parsed.Data.Calls)
      if (!Rule.Callee.starts_with("some_"))
        return Rule;
  ADD_FAILURE() << "no call";
  return {};
}

static Slot slotOf(llvm::StringRef Key, llvm::StringRef Call) {
  return parseCall(Key, Call).Handle;
}

TEST(CallRule, HandleOfAnAcquisition) {
  EXPECT_EQ(slotOf("acquire", "{function: f}"), (Slot{Slot::Returned, 0}));
  EXPECT_EQ(slotOf("acquire", "{function: f, out: 2}"),
            (Slot{Slot::Pointee, 2}));
  EXPECT_EQ(slotOf("acquire", "{function: f, in-place: 1}"),
            (Slot{Slot::Argument, 1}));
  EXPECT_EQ(slotOf("acquire", "{method: C::f, object: true}"),
            (Slot{Slot::Object, 0}));
  EXPECT_EQ(slotOf("acquire", "{constructor: C}"), (Slot{Slot::Object, 0}));
}

TEST(CallRule, HandleOfOtherCalls) {
  for (const char *Key : {"release", "adopt", "borrow", "query", "use"}) {
    EXPECT_EQ(slotOf(Key, "{function: f}"), (Slot{Slot::Argument, 0})) << Key;
    EXPECT_EQ(slotOf(Key, "{function: f, argument: 3}"),
              (Slot{Slot::Argument, 3}));
    EXPECT_EQ(slotOf(Key, "{function: f, through: 1}"),
              (Slot{Slot::Pointee, 1}));
    EXPECT_EQ(slotOf(Key, "{method: C::f, object: true}"),
              (Slot{Slot::Object, 0}));
  }
  EXPECT_EQ(slotOf("reset", "{function: f, argument: 1}"),
            (Slot{Slot::Pointee, 1}));
  CallRule Swap =
      parseCall("swap", "{method: C::swap, arguments: [object, 0]}");
  EXPECT_EQ(Swap.Handle, (Slot{Slot::Object, 0}));
  EXPECT_EQ(Swap.Other, (Slot{Slot::Pointee, 0}));
}

TEST(CallRule, WhenAnAcquisitionHoldsByDefault) {
  auto Default = [](llvm::StringRef Call, llvm::StringRef Handle) {
    return parseCall("acquire", Call, Handle).Holds.When;
  };
  EXPECT_EQ(Default("{function: f}", "Thing *"), Condition::NonNull);
  EXPECT_EQ(Default("{function: f, out: 0}", "ThingHandle"),
            Condition::NonNull);
  EXPECT_EQ(Default("{function: f}", "int"), Condition::NonNegative);
  EXPECT_EQ(Default("{function: f, out: 1}", "unsigned long"),
            Condition::NonNegative);
  EXPECT_EQ(Default("{function: f, in-place: 0}", "Thing"), Condition::Always);
  EXPECT_EQ(Default("{constructor: Thing}", "Thing"), Condition::Always);
}

TEST(CallRule, WhenAnAcquisitionHolds) {
  auto Holds = [](llvm::StringRef Value) {
    return parseCall("acquire",
                     ("{function: f, out: 0, holds: " + Value + "}").str())
        .Holds;
  };
  EXPECT_EQ(Holds("always").When, Condition::Always);
  EXPECT_EQ(Holds("{returns: 0}").When, Condition::Returns);
  EXPECT_EQ(Holds("{returns: 0x10}").Values[0].Value, 16);
  EXPECT_EQ(Holds("{returns: [-1, A::B]}").Values[0].Value, -1);
  EXPECT_EQ(Holds("{returns: [-1, A::B]}").Values[1].Name, "A::B");
  EXPECT_EQ(Holds("{returns-not: ERR}").When, Condition::ReturnsNot);
  EXPECT_EQ(Holds("{returns-at-least: 0}").When, Condition::ReturnsAtLeast);
  Condition Status = Holds("{status: THING_OK}");
  EXPECT_EQ(Status.When, Condition::Returns);
  ASSERT_EQ(Status.Values.size(), 2U);
  EXPECT_EQ(Status.Values[1].Name, "THING_INFO");
}

TEST(CallRule, ReleaseHoldsAlwaysByDefault) {
  EXPECT_EQ(parseCall("release", "{function: f}").Holds.When,
            Condition::Always);
  EXPECT_EQ(
      parseCall("release", "{function: f, holds: {returns: 0}}").Holds.When,
      Condition::Returns);
}

TEST(CallRule, Forms) {
  auto Form = [](llvm::StringRef Call) {
    return parseCall("release", Call).Form;
  };
  EXPECT_EQ(Form("{function: ns::f}"), CalleeForm::Function);
  EXPECT_EQ(Form("{method: C::f}"), CalleeForm::Method);
  EXPECT_EQ(Form("{member: Api::close}"), CalleeForm::Member);
  EXPECT_EQ(Form("{macro: CLOSE}"), CalleeForm::Macro);
  EXPECT_EQ(Form("{delete: true}"), CalleeForm::Delete);
  EXPECT_EQ(parseCall("acquire", "{constructor: ns::C}").Form,
            CalleeForm::Constructor);
}

TEST(CallRule, QualifiedNamesInLists) {
  EXPECT_EQ(parseCall("release", "{function: [ns::f, ns::g]}").Callee, "ns::f");
  EXPECT_EQ(parseCall("release", "{function: 'ns::f'}").Callee, "ns::f");
  EXPECT_EQ(parseCall("release", "{function: \"ns::f\"}").Callee, "ns::f");
}

TEST(CallRule, DeleteAcceptsNull) {
  CallRule Rule = parseCall("release", "{delete: true}");
  EXPECT_TRUE(Rule.NullSafe);
  EXPECT_EQ(Rule.Callee, "");
}

TEST(CallRule, OtherKeys) {
  CallRule Rule = parseCall(
      "release", "{function: f, parameters: 2, through: 1, null-safe: true, "
                 "nulls: true, when: {argument: 0, not-equals: [1, DROP]}}");
  EXPECT_EQ(Rule.Parameters, 2U);
  EXPECT_TRUE(Rule.NullSafe);
  EXPECT_TRUE(Rule.Nulls);
  ASSERT_TRUE(Rule.When);
  EXPECT_EQ(Rule.When->Argument, 0U);
  EXPECT_TRUE(Rule.When->Negated);
  ASSERT_EQ(Rule.When->AnyOf.size(), 2U);
  EXPECT_EQ(Rule.When->AnyOf[1].Name, "DROP");
  EXPECT_EQ(parseCall("acquire", "{function: f, parent: 1}").Parent,
            (Slot{Slot::Argument, 1}));
  EXPECT_EQ(parseCall("acquire", "{method: C::f, parent: object}").Parent,
            (Slot{Slot::Object, 0}));
}

TEST(CallRule, CallsThatWhenTellsApartAreFine) {
  ParsedFile File = parseRules(
      "test.yaml",
      "library: test\nresources:\n  - id: thing\n    kind: session\n"
      "    handle: Thing *\n    acquire:\n"
      "      - {function: f, in-place: 0, when: {argument: 1, equals: OPEN}}\n"
      "    release:\n"
      "      - {function: f, when: {argument: 1, equals: CLOSE}}\n"
      "      - {function: f, when: {argument: 1, equals: DROP}}\n");
  EXPECT_TRUE(File.Errors.empty());
}
