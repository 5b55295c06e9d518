//===- FactsBuilderTest.cpp - Instructions, blocks and edges --------------===//
//
// What small functions become: the calls in order of evaluation, what stands
// between them, and how blocks follow each other. Numbers of registers and
// blocks are not part of the contract, so no test names one.
//
//===----------------------------------------------------------------------===//

#include "facts/Declarations.h"
#include "facts/ExceptionModel.h"
#include "facts/FunctionFacts.h"
#include "support/Snippet.h"
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

using namespace clang;

namespace dbtidy {
namespace {

using ::testing::ElementsAre;

class FactsBuilderTest : public ::testing::Test {
protected:
  void build(llvm::StringRef Text, Language L = Language::Cxx) {
    Code = std::make_unique<Snippet>(Text, L);
    Decls = std::make_unique<Declarations>(Code->context(), shippedRules(),
                                           macros());
    Exceptions = std::make_unique<ExceptionModel>(Code->context(), true, false);
    Facts = buildFacts(Code->function("f"), *Decls, *Exceptions);
  }

  /// All instructions in reverse post-order of their blocks.
  std::vector<const Instruction *> code() const {
    std::vector<const Instruction *> All;
    for (unsigned Block : Facts->ReversePostOrder)
      for (const Instruction &I : Facts->Blocks[Block].Code)
        All.push_back(&I);
    return All;
  }
  std::vector<std::string> calls() const {
    std::vector<std::string> Names;
    for (const Instruction *I : code())
      if (I->Op == Opcode::Call)
        Names.push_back(I->Call->Name);
    return Names;
  }
  unsigned count(Opcode Op) const {
    unsigned N = 0;
    for (const Instruction *I : code())
      N += I->Op == Op;
    return N;
  }
  const CallSite &call(llvm::StringRef Name) const {
    for (const Instruction *I : code())
      if (I->Op == Opcode::Call && I->Call->Name == Name)
        return *I->Call;
    ADD_FAILURE() << "no call of " << Name.str();
    static const CallSite None;
    return None;
  }
  const Block &blockOf(llvm::StringRef Callee) const {
    for (unsigned Id : Facts->ReversePostOrder)
      for (const Instruction &I : Facts->Blocks[Id].Code)
        if (I.Op == Opcode::Call && I.Call->Name == Callee)
          return Facts->Blocks[Id];
    ADD_FAILURE() << "no call of " << Callee.str();
    return Facts->Blocks[0];
  }
  unsigned edges(Edge::Kind Kind) const {
    unsigned N = 0;
    for (const Block &B : Facts->Blocks)
      for (const Edge &E : B.Out)
        N += E.When == Kind;
    return N;
  }
  bool hasBackEdge() const {
    for (unsigned Id : Facts->ReversePostOrder)
      for (const Edge &E : Facts->Blocks[Id].Out)
        if (!Facts->Blocks[E.Target].IsExit &&
            Facts->Blocks[E.Target].Order <= Facts->Blocks[Id].Order)
          return true;
    return false;
  }

  std::unique_ptr<Snippet> Code;
  std::unique_ptr<Declarations> Decls;
  std::unique_ptr<ExceptionModel> Exceptions;
  std::unique_ptr<FunctionFacts> Facts;
};

//===- Instructions -------------------------------------------------------===//

TEST_F(FactsBuilderTest, CallsInOrderOfEvaluation) {
  build("int a(int), b(); void c(); void f() { a(b()); c(); }");
  EXPECT_THAT(calls(), ElementsAre("b", "a", "c"));
}

TEST_F(FactsBuilderTest, RegistersAreWrittenBeforeTheyAreRead) {
  build(R"(struct S { int *p; int q[3]; };
int g(int);
int f(S *s, int n) {
  int r = n > 3 && s->p ? g(*s->p) : -1;
  for (int i = 0; i < n; ++i) s->q[i] = r += i;
  switch (r) { case 1: return 3; default: break; }
  try { g(r); } catch (...) { r = 0; }
  return s->q[1] & r;
})");
  ASSERT_TRUE(Facts);
  std::set<RegId> Written;
  auto IsKnown = [&](RegId R) { return R == NoReg || Written.count(R); };
  for (unsigned Id : Facts->ReversePostOrder) {
    for (const Instruction &I : Facts->Blocks[Id].Code) {
      EXPECT_TRUE(IsKnown(I.A));
      EXPECT_TRUE(IsKnown(I.B));
      if (I.Call) {
        for (RegId R : I.Call->Args)
          EXPECT_TRUE(IsKnown(R));
      }
      if (I.Dst != NoReg) {
        EXPECT_LT(I.Dst, Facts->Registers);
        Written.insert(I.Dst);
      }
    }
    EXPECT_TRUE(IsKnown(Facts->Blocks[Id].Condition));
  }
}

TEST_F(FactsBuilderTest, RegistersThatCrossBlocksAreMarked) {
  build("int g(int); int f(int x) { return g(x ? 1 : 2) + g(x && g(3)); }");
  ASSERT_TRUE(Facts);
  std::vector<std::set<unsigned>> WrittenIn(Facts->Registers);
  for (unsigned Id : Facts->ReversePostOrder)
    for (const Instruction &I : Facts->Blocks[Id].Code)
      if (I.Dst != NoReg)
        WrittenIn[I.Dst].insert(Id);
  auto Check = [&](RegId R, unsigned Block) {
    EXPECT_TRUE(R == NoReg || WrittenIn[R].count(Block) ||
                Facts->Crosses.test(R))
        << "register " << R;
  };
  for (unsigned Id : Facts->ReversePostOrder) {
    for (const Instruction &I : Facts->Blocks[Id].Code) {
      Check(I.A, Id);
      Check(I.B, Id);
      if (I.Call)
        for (RegId R : I.Call->Args)
          Check(R, Id);
    }
    Check(Facts->Blocks[Id].Condition, Id);
  }
}

TEST_F(FactsBuilderTest, VariablesAreDeclaredStoredAndLoaded) {
  build("int f() { int x; x = 3; return x; }");
  EXPECT_EQ(count(Opcode::Declare), 1u);
  EXPECT_EQ(count(Opcode::Store), 1u);
  EXPECT_EQ(count(Opcode::Load), 1u);
  EXPECT_EQ(count(Opcode::Return), 1u);
}

TEST_F(FactsBuilderTest, ReferencesAreBound) {
  build("int f(int x) { int &r = x; return r; }");
  EXPECT_EQ(count(Opcode::BindReference), 1u);
  EXPECT_EQ(count(Opcode::Store), 0u);
}

TEST_F(FactsBuilderTest, RecordsAreCopiedAndMoved) {
  build("struct S { int a; }; S f(S &x) { S y = x; return y; }");
  EXPECT_GE(count(Opcode::LoadAggregate), 1u);
  build("struct S { int a; }; "
        "void f(S &x) { S y = static_cast<S &&>(x); }");
  EXPECT_EQ(count(Opcode::MoveAggregate), 1u);
}

TEST_F(FactsBuilderTest, UnevaluatedOperandsDoNothing) {
  build("int g(); void f() { int n = sizeof(g()); (void)noexcept(g()); }");
  EXPECT_THAT(calls(), ElementsAre());
}

TEST_F(FactsBuilderTest, LambdasAreClosuresAndTheirBodiesElsewhere) {
  build("void g(); void f() { auto l = [] { g(); }; }");
  EXPECT_EQ(count(Opcode::Closure), 1u);
  EXPECT_THAT(calls(), ElementsAre());
}

TEST_F(FactsBuilderTest, CallsKnowTheirRules) {
  build("void audit(PGconn *); void f() { PGconn *c = PQconnectdb(\"\"); "
        "audit(c); PQfinish(c); }");
  ASSERT_EQ(call("PQconnectdb").Rules.size(), 1u);
  EXPECT_EQ(call("PQconnectdb").Rules[0]->What, Effect::Acquire);
  ASSERT_EQ(call("PQfinish").Rules.size(), 1u);
  EXPECT_EQ(call("PQfinish").Rules[0]->What, Effect::Release);
  EXPECT_TRUE(call("audit").Rules.empty());
  EXPECT_TRUE(call("audit").MayThrow);
  EXPECT_FALSE(call("PQfinish").MayThrow);
  EXPECT_GE(call("PQconnectdb").ReturnsHandle, 0);
  EXPECT_EQ(call("audit").ReturnsHandle, -1);
}

TEST_F(FactsBuilderTest, CallsThatDoNotReturnStopTheBlock) {
  build("[[noreturn]] void die(); void g(); void f() { die(); g(); }");
  EXPECT_THAT(calls(), ElementsAre("die"));
  build("void fatal_error(); void g(); void f() { fatal_error(); g(); }");
  EXPECT_EQ(count(Opcode::Stop), 1u);
}

TEST_F(FactsBuilderTest, CallsThroughPointersHaveATarget) {
  build("void f(void (*p)(int)) { p(3); }");
  ASSERT_EQ(count(Opcode::Call), 1u);
  for (const Instruction *I : code())
    if (I->Op == Opcode::Call) {
      EXPECT_EQ(I->Call->Callee, nullptr);
      EXPECT_NE(I->Call->Target, NoReg);
      EXPECT_EQ(I->Call->Args.size(), 1u);
      EXPECT_TRUE(I->Call->MayThrow);
    }
}

TEST_F(FactsBuilderTest, MethodsHaveAnObject) {
  build("struct S { void g(int); }; void f(S &s) { s.g(1); }");
  EXPECT_NE(call("g").Object, NoReg);
  EXPECT_EQ(call("g").Args.size(), 1u);
}

//===- Blocks and edges ---------------------------------------------------===//

TEST_F(FactsBuilderTest, BranchesHaveACondition) {
  build("void g(), h(); void f(int x) { if (x) g(); else h(); }");
  EXPECT_EQ(edges(Edge::IfTrue), 1u);
  EXPECT_EQ(edges(Edge::IfFalse), 1u);
  EXPECT_NE(&blockOf("g"), &blockOf("h"));
  EXPECT_FALSE(hasBackEdge());
}

TEST_F(FactsBuilderTest, ConditionsThatCannotHoldAreLeftOut) {
  build("void g(), h(); void f() { if (0) g(); h(); }");
  EXPECT_THAT(calls(), ElementsAre("h"));
}

TEST_F(FactsBuilderTest, LogicalOperatorsDecideTwice) {
  build("void g(); void f(int x, int y) { if (x && y) g(); }");
  EXPECT_EQ(edges(Edge::IfTrue), 2u);
  EXPECT_EQ(edges(Edge::IfFalse), 2u);
}

TEST_F(FactsBuilderTest, SwitchesHaveCasesAndADefault) {
  build("void g(); void f(int x) { switch (x) { case 1: g(); break; "
        "case 4 ... 6: break; case -2: default: break; } }",
        Language::Cxx);
  std::vector<std::string> Cases;
  for (const Block &B : Facts->Blocks)
    for (const Edge &E : B.Out)
      if (E.When == Edge::Case)
        Cases.push_back(fmt::format("{}-{}", E.CaseLow, E.CaseHigh));
  EXPECT_THAT(Cases, ::testing::UnorderedElementsAre("1-1", "4-6", "-2--2"));
  EXPECT_EQ(edges(Edge::Default), 1u);
}

TEST_F(FactsBuilderTest, LoopsGoBack) {
  build("void g(); void f(int n) { while (n--) g(); }");
  EXPECT_TRUE(hasBackEdge());
  const Block &Body = blockOf("g");
  EXPECT_GE(Body.LoopEnd, Body.Order);
  build("void g(); void f(int n) { for (;;) { if (n--) continue; g(); } }");
  EXPECT_TRUE(hasBackEdge());
}

TEST_F(FactsBuilderTest, OrderIsThePositionInReversePostOrder) {
  build("void g(); void f(int n) { while (n) { if (n > 3) g(); --n; } g(); }");
  ASSERT_FALSE(Facts->ReversePostOrder.empty());
  EXPECT_EQ(Facts->ReversePostOrder.front(), Facts->Entry);
  for (unsigned I = 0; I < Facts->ReversePostOrder.size(); ++I)
    EXPECT_EQ(Facts->Blocks[Facts->ReversePostOrder[I]].Order, I);
}

TEST_F(FactsBuilderTest, JumpsAreNamed) {
  build("void f(int n) { while (n) { if (n > 3) break; if (n) continue; "
        "goto out; } out:; }");
  unsigned Jumps = 0;
  for (const Block &B : Facts->Blocks)
    Jumps += B.Jump != nullptr;
  EXPECT_EQ(Jumps, 3u);
}

TEST_F(FactsBuilderTest, HandlersHeadBlocks) {
  build("void g(), h(); void f() { try { g(); } catch (int) { h(); } "
        "catch (...) {} }");
  EXPECT_EQ(Facts->Handlers.size(), 2u);
  for (const auto &[Handler, Id] : Facts->Handlers) {
    EXPECT_TRUE(isa<CXXCatchStmt>(Handler));
    EXPECT_TRUE(Facts->Blocks[Id].IsHandler);
  }
  // They come after the calls that throw into them.
  EXPECT_GT(blockOf("h").Order, blockOf("g").Order);
}

TEST_F(FactsBuilderTest, ThrowsKnowTheirType) {
  build("void f() { throw 3; }");
  ASSERT_EQ(count(Opcode::Throw), 1u);
  for (const Instruction *I : code())
    EXPECT_TRUE(I->Op != Opcode::Throw || I->Thrown->isIntegerType());
}

TEST_F(FactsBuilderTest, InstructionsStandInTheirScopes) {
  build("void g(), h(); void f() { g(); { h(); } }");
  ScopeId Outer = 0, Inner = 0;
  for (const Instruction *I : code())
    if (I->Op == Opcode::Call)
      (I->Call->Name == "g" ? Outer : Inner) = I->Scope;
  EXPECT_NE(Outer, Inner);
  EXPECT_TRUE(Facts->Scopes.encloses(Outer, Inner));
}

TEST_F(FactsBuilderTest, OneExit) {
  build("int f(int x) { if (x) return 1; return 2; }");
  unsigned Exits = 0;
  for (const Block &B : Facts->Blocks)
    Exits += B.IsExit;
  EXPECT_EQ(Exits, 1u);
  EXPECT_EQ(count(Opcode::Return), 2u);
}

TEST_F(FactsBuilderTest, FlowThatIsNotFollowedHasNoFacts) {
  build("void f() { void *p = &&L; L: goto *p; }");
  EXPECT_FALSE(Facts);
  build("extern \"C\" int setjmp(void *); void f(void *p) { setjmp(p); }");
  EXPECT_FALSE(Facts);
}

//===- Size ---------------------------------------------------------------===//

TEST_F(FactsBuilderTest, InstructionsGrowWithTheCodeAndNoFaster) {
  auto SizeOf = [&](unsigned Pieces) {
    std::string Text = "int g(int); void f(int *x) {\n";
    for (unsigned I = 0; I < Pieces; ++I)
      Text += "if (x[1] && g(x[2] ? 3 : 4)) { try { g(5); } catch (...) {} }\n";
    build(Text + "}");
    return code().size() + Facts->Blocks.size();
  };
  size_t Ten = SizeOf(10), Thousand = SizeOf(1000);
  EXPECT_LE(Thousand, 100 * Ten);
  EXPECT_GE(Thousand, 90 * Ten);
}

} // namespace
} // namespace dbtidy
