//===- DeclarationsTest.cpp - Rules matched against declarations ----------===//
//
// Which declarations a rule is about, which types are handles, and what a
// rule's constants stand for. The rules here are made up for the purpose.
//
//===----------------------------------------------------------------------===//

#include "facts/Declarations.h"
#include "model/RuleFileParser.h"
#include "model/RuleMerger.h"
#include "support/Snippet.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace clang;

namespace dbtidy {
namespace {

const char *const TestRules = R"(
library: test
headers: [thing.h]
resources:
  - id: thing
    kind: session
    handle: Thing *
    acquire:
      - function: [thing_open, "ns::open"]
      - {function: open_two, parameters: 2}
      - function: "Factory::make"
      - {method: "ns::Pool::lease"}
      - {member: "Api::open"}
      - {member: "NamedApi::open_named"}
      - {macro: THING_OPEN, out: 0}
    release:
      - function: thing_close
      - {method: "ns::Pool::giveBack", argument: 0}
      - {delete: true}
  - id: guard
    kind: transaction
    handle: "ns::Guard"
    acquire:
      - {constructor: "ns::Guard", object: true}
    release:
      - {method: "ns::Guard::done", object: true}
  - id: opaque
    kind: statement
    handle: THANDLE
    acquire:
      - function: opaque_open
    release:
      - function: opaque_close
)";

const RuleSet &testRules() {
  static const LoadedRules Loaded = mergeRules(
      {}, {std::make_shared<ParsedFile>(parseRules("test.yaml", TestRules))});
  for (const RuleError &E : Loaded.Errors)
    ADD_FAILURE() << E.format();
  return *Loaded.Rules;
}

class DeclarationsTest : public ::testing::Test {
protected:
  void parse(llvm::StringRef Text, Language L = Language::Cxx,
             const std::map<std::string, std::string> &Headers = {},
             std::map<std::string, int64_t> Constants = {}) {
    Code = std::make_unique<Snippet>(Text, L, "", Headers);
    Decls = std::make_unique<Declarations>(Code->context(), testRules(),
                                           macros(std::move(Constants)));
  }

  /// "acquire thing" for each rule that \p F falls under.
  static std::vector<std::string> spell(const Declarations::RuleList &Rules) {
    std::vector<std::string> All;
    for (const CallRule *R : Rules)
      All.push_back((R->What == Effect::Acquire   ? "acquire "
                     : R->What == Effect::Release ? "release "
                                                  : "other ") +
                    testRules().resources()[R->Resource].Id.str());
    return All;
  }
  std::vector<std::string> rules(llvm::StringRef Function) {
    return spell(Decls->rulesFor(Code->function(Function)));
  }
  /// The id of the resource that the variable is a handle of, or "".
  std::string handle(llvm::StringRef Variable) {
    int Id = Decls->handleOf(Code->get<ValueDecl>(Variable)->getType());
    return Id < 0 ? "" : testRules().resources()[Id].Id.str();
  }

  std::unique_ptr<Snippet> Code;
  std::unique_ptr<Declarations> Decls;
};

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST_F(DeclarationsTest, FunctionsByQualifiedName) {
  parse(R"(
struct Thing;
extern "C" Thing *thing_open();
namespace ns { Thing *open(); }
namespace other { void thing_close(Thing *); extern "C" void ns_close(); }
struct Factory { static Thing *make(); };
struct Lookalike { Thing *thing_open_(); static Thing *make2(); };
)");
  EXPECT_THAT(rules("thing_open"), ElementsAre("acquire thing"));
  EXPECT_THAT(rules("open"), ElementsAre("acquire thing"));
  EXPECT_THAT(rules("make"), ElementsAre("acquire thing"));
  EXPECT_THAT(rules("thing_close"), IsEmpty());
  EXPECT_THAT(rules("make2"), IsEmpty());
}

TEST_F(DeclarationsTest, CLinkageInANamespaceIsTheSameFunction) {
  parse(R"(struct Thing;
namespace wrapped { extern "C" { void thing_close(Thing *); } })");
  EXPECT_THAT(rules("thing_close"), ElementsAre("release thing"));
}

TEST_F(DeclarationsTest, InlineNamespacesAreNotPartOfAName) {
  parse(
      "struct Thing; namespace ns { inline namespace v1 { Thing *open(); } }");
  EXPECT_THAT(rules("open"), ElementsAre("acquire thing"));
}

TEST_F(DeclarationsTest, MethodsOfTheSameNameAreNotFunctions) {
  parse("struct Thing; struct Mine { Thing *thing_open(); };");
  EXPECT_THAT(rules("thing_open"), IsEmpty());
}

TEST_F(DeclarationsTest, NumberOfParametersPicksTheOverload) {
  parse("struct Thing; Thing *open_two(int, int);");
  EXPECT_THAT(rules("open_two"), ElementsAre("acquire thing"));
  parse("struct Thing; Thing *open_two(int);");
  EXPECT_THAT(rules("open_two"), IsEmpty());
}

TEST_F(DeclarationsTest, MethodsAlsoOfDerivedClassesAndTemplates) {
  parse(R"(
struct Thing;
namespace ns { struct Pool { Thing *lease(); void giveBack(Thing *); }; }
struct Mine : ns::Pool { Thing *lease(); };
)");
  EXPECT_THAT(rules("lease"), ElementsAre("acquire thing")); // Mine's
  EXPECT_THAT(rules("giveBack"), ElementsAre("release thing"));
  parse("struct Thing; struct Pool { Thing *lease(); };");
  EXPECT_THAT(rules("lease"), IsEmpty());
  parse(R"(
struct Thing;
namespace ns { template <typename T> struct Pool { Thing *lease(); }; }
Thing *f(ns::Pool<int> &p) { return p.lease(); }
)");
  EXPECT_THAT(rules("lease"), ElementsAre("acquire thing"));
}

TEST_F(DeclarationsTest, InstantiationsOfFunctionTemplates) {
  parse(R"(
struct Thing;
template <typename T> Thing *thing_open(T);
Thing *f() { return thing_open(1); }
)");
  EXPECT_THAT(rules("thing_open"), ElementsAre("acquire thing"));
}

TEST_F(DeclarationsTest, ConstructorsButNotCopies) {
  parse("namespace ns { struct Guard { Guard(int); Guard(const Guard &); "
        "Guard(Guard &&); void done(); }; }");
  const auto *Class = Code->get<CXXConstructorDecl>("Guard")->getParent();
  unsigned Matched = 0;
  for (const CXXConstructorDecl *C : Class->ctors()) {
    bool Own = !C->isCopyOrMoveConstructor();
    EXPECT_EQ(spell(Decls->rulesFor(C)).size(), Own ? 1u : 0u);
    Matched += Own;
  }
  EXPECT_EQ(Matched, 1u);
  EXPECT_THAT(rules("done"), ElementsAre("release guard"));
}

TEST_F(DeclarationsTest, MembersOfStructsAndTheirTypedefs) {
  parse(R"(
typedef struct Thing Thing;
struct Api { Thing *(*open)(void); Thing *(*other)(void); };
typedef struct st_api { Thing *(*open_named)(void); } NamedApi;
struct Unlike { Thing *(*open_unlike)(void); };
)",
        Language::C);
  auto Of = [&](llvm::StringRef Field) {
    return spell(Decls->rulesForMember(Code->get<FieldDecl>(Field)));
  };
  EXPECT_THAT(Of("open"), ElementsAre("acquire thing"));
  EXPECT_THAT(Of("other"), IsEmpty());
  EXPECT_THAT(Of("open_named"), ElementsAre("acquire thing"));
  EXPECT_THAT(Of("open_unlike"), IsEmpty());
}

TEST_F(DeclarationsTest, MacrosAndDelete) {
  parse("struct Thing {}; Thing *t; int *i;");
  EXPECT_THAT(spell(Decls->rulesForMacro("THING_OPEN")),
              ElementsAre("acquire thing"));
  EXPECT_THAT(spell(Decls->rulesForMacro("thing_open")), IsEmpty());
  EXPECT_TRUE(Decls->hasMacroRules());
  auto Delete = [&](llvm::StringRef V) {
    return spell(Decls->rulesForDelete(Code->get<VarDecl>(V)->getType()));
  };
  EXPECT_THAT(Delete("t"), ElementsAre("release thing"));
  EXPECT_THAT(Delete("i"), IsEmpty());
}

TEST_F(DeclarationsTest, HandleTypesThroughSugar) {
  parse(R"(
struct Thing;
typedef Thing Alias;
typedef Alias *AliasPointer;
using Again = AliasPointer;
Thing *plain;
const Thing *constant;
Thing *const fixed = nullptr;
AliasPointer alias;
Again again;
decltype(plain) deduced;
auto automatic = plain;
Thing **indirect;
void *unknown;
int number;
)");
  for (const char *Name :
       {"plain", "constant", "fixed", "alias", "again", "deduced", "automatic"})
    EXPECT_EQ(handle(Name), "thing") << Name;
  for (const char *Name : {"indirect", "unknown", "number"})
    EXPECT_EQ(handle(Name), "") << Name;
}

TEST_F(DeclarationsTest, OpaqueTypedefsByTheirNameOnly) {
  parse(R"(
typedef void *THANDLE;
typedef void *OTHER;
typedef THANDLE Mine;
THANDLE handle;
Mine mine;
OTHER other;
void *plain;
THANDLE *out;
)",
        Language::C);
  EXPECT_EQ(handle("handle"), "opaque");
  EXPECT_EQ(handle("mine"), "opaque");
  for (const char *Name : {"other", "plain", "out"})
    EXPECT_EQ(handle(Name), "") << Name;
}

TEST_F(DeclarationsTest, ClassesAsHandles) {
  parse("namespace ns { struct Guard { int x; }; } ns::Guard guard; "
        "ns::Guard *pointer;");
  EXPECT_EQ(handle("guard"), "guard");
  EXPECT_EQ(handle("pointer"), "");
}

TEST_F(DeclarationsTest, ConstantsByMacroEnumeratorAndNumber) {
  parse("enum Status { THING_OK, THING_ROW = 100, THING_BAD = -3 };",
        Language::C, {}, {{"THING_MACRO", 7}});
  EXPECT_EQ(Decls->valueOf({"", 5}), 5);
  EXPECT_EQ(Decls->valueOf({"THING_OK", 0}), 0);
  EXPECT_EQ(Decls->valueOf({"THING_ROW", 0}), 100);
  EXPECT_EQ(Decls->valueOf({"THING_BAD", 0}), -3);
  EXPECT_EQ(Decls->valueOf({"THING_UNKNOWN", 0}), std::nullopt);
  // Only macros that the code ever names can be looked up.
  parse("int THING_MACRO;", Language::C, {}, {{"THING_MACRO", 7}});
  EXPECT_EQ(Decls->valueOf({"THING_MACRO", 0}), 7);
}

TEST_F(DeclarationsTest, LibraryAndSystemHeaders) {
  parse("#include <thing.h>\n#include <other.h>\nvoid own();", Language::C,
        {{"thing.h", "void from_library(void);"},
         {"other.h", "void from_system(void);"}});
  EXPECT_TRUE(Decls->inLibrary(Code->named("from_library")));
  EXPECT_FALSE(Decls->inLibrary(Code->named("from_system")));
  EXPECT_FALSE(Decls->inLibrary(Code->named("own")));
  EXPECT_TRUE(Decls->inSystemHeader(Code->named("from_system")));
  EXPECT_FALSE(Decls->inSystemHeader(Code->named("own")));
}

TEST_F(DeclarationsTest, WhetherThereIsAnythingToAnalyse) {
  parse("extern \"C\" void *opaque_open(); void f() {}");
  EXPECT_FALSE(Decls->mentionsAnyRule()) << "a prototype alone";
  parse("extern \"C\" void *opaque_open(); void f() { opaque_open(); }");
  EXPECT_TRUE(Decls->mentionsAnyRule());
  parse("void f() {}");
  EXPECT_FALSE(Decls->mentionsAnyRule());
}

TEST_F(DeclarationsTest, VariablesThatNothingChanges) {
  parse(R"(
const int constant = 3;
static int readOnly = 4;
static int assigned = 5;
static int addressed = 6;
int shared = 7;
extern int announced;
int announced = 9;
volatile const int device = 8;
int f() { int *p = &addressed; assigned = 1;
          return readOnly + assigned + *p; }
)",
        Language::Cxx);
  auto Of = [&](llvm::StringRef Name) {
    return Decls->constantValue(Code->get<VarDecl>(Name));
  };
  EXPECT_EQ(Of("constant"), 3);
  EXPECT_EQ(Of("readOnly"), 4);
  // No header tells others of it.
  EXPECT_EQ(Of("shared"), 7);
  for (const char *Name : {"assigned", "addressed", "announced", "device"})
    EXPECT_EQ(Of(Name), std::nullopt) << Name;
}

TEST_F(DeclarationsTest, QualifiedNames) {
  parse(R"(
namespace a { inline namespace b { namespace { struct C { void f(); }; } } }
template <typename T> struct D { void g(); };
typedef struct { int h; } E;
void a::b::C::f() {}
template struct D<int>;
)");
  EXPECT_EQ(Declarations::qualifiedName(Code->named("f")), "a::C::f");
  EXPECT_EQ(Declarations::qualifiedName(Code->named("g")), "D::g");
  EXPECT_EQ(Declarations::qualifiedName(Code->named("h")), "E::h");
}

} // namespace
} // namespace dbtidy
