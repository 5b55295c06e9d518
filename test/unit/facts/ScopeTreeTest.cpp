//===- ScopeTreeTest.cpp - Scopes, try blocks, full expressions -----------===//
//
// Calls of functions without a body mark places in the code; the tests ask
// for the scopes they stand in.
//
//===----------------------------------------------------------------------===//

#include "facts/ScopeTree.h"
#include "support/Snippet.h"
#include <gtest/gtest.h>

using namespace clang;

namespace dbtidy {
namespace {

const char *const Markers = "int a(int = 0), b(int = 0), c(int = 0);\n";

class ScopeTreeTest : public ::testing::Test {
protected:
  void parse(llvm::StringRef Text) {
    Code = std::make_unique<Snippet>(Text, Language::Cxx, Markers);
    const FunctionDecl *F = Code->function("f");
    Tree = std::make_unique<ScopeTree>(F, F->getBody());
  }
  ScopeId at(llvm::StringRef Marker) { return Tree->of(Code->callOf(Marker)); }
  ScopeId variable(llvm::StringRef Name) {
    return Tree->of(Code->get<VarDecl>(Name));
  }
  bool within(ScopeId Outer, ScopeId Inner) {
    return Outer != Inner && Tree->encloses(Outer, Inner);
  }

  std::unique_ptr<Snippet> Code;
  std::unique_ptr<ScopeTree> Tree;
};

TEST_F(ScopeTreeTest, BlocksNest) {
  parse("void f(int p) { int x = a(); { int y = b(); } { c(); } }");
  EXPECT_EQ(variable("p"), 0u);
  EXPECT_EQ(variable("x"), at("a"));
  EXPECT_EQ(variable("y"), at("b"));
  EXPECT_TRUE(within(at("a"), at("b")));
  EXPECT_TRUE(within(at("a"), at("c")));
  EXPECT_FALSE(Tree->encloses(at("b"), at("c")));
  EXPECT_EQ(Tree->commonAncestor(at("b"), at("c")), at("a"));
  EXPECT_EQ(Tree->commonAncestor(at("a"), at("c")), at("a"));
  EXPECT_TRUE(Tree->encloses(0, at("b")));
}

TEST_F(ScopeTreeTest, VariablesOfLoopsAndConditions) {
  parse("void f() { for (int i = 0; a(i); ++i) b();"
        " if (int j = 1; c(j)) { } }");
  EXPECT_NE(variable("i"), 0u);
  EXPECT_EQ(variable("i"), at("a"));
  EXPECT_TRUE(Tree->encloses(variable("i"), at("b")));
  EXPECT_FALSE(Tree->encloses(variable("i"), variable("j")));
  EXPECT_TRUE(Tree->encloses(variable("j"), at("c")));
}

TEST_F(ScopeTreeTest, VariablesThatAreNotLocal) {
  parse("int global; void f() { static int kept; extern int global; a(); }");
  EXPECT_FALSE(Tree->declares(Code->get<VarDecl>("global")));
  EXPECT_FALSE(Tree->declares(Code->get<VarDecl>("kept")));
}

TEST_F(ScopeTreeTest, TryCoversItsBlockAndNotItsHandlers) {
  parse("void f() { try { try { a(); } catch (int e) { b(); } }"
        " catch (...) { c(); } }");
  const CXXTryStmt *Inner = (*Tree)[at("a")].Try;
  ASSERT_TRUE(Inner);
  const CXXTryStmt *Outer = (*Tree)[at("b")].Try;
  ASSERT_TRUE(Outer);
  EXPECT_NE(Inner, Outer);
  EXPECT_EQ((*Tree)[at("c")].Try, nullptr);
  EXPECT_EQ((*Tree)[Tree->outside(Inner)].Try, Outer);
  EXPECT_EQ((*Tree)[Tree->outside(Outer)].Try, nullptr);
  EXPECT_TRUE(Tree->encloses(variable("e"), at("b")));
  EXPECT_FALSE(Tree->encloses(variable("e"), at("a")));
}

TEST_F(ScopeTreeTest, ScopesInATryAreStillInIt) {
  parse(
      "void f() { try { if (a()) { while (b()) { c(); } } } catch (...) {} }");
  ASSERT_TRUE((*Tree)[at("a")].Try);
  EXPECT_EQ((*Tree)[at("b")].Try, (*Tree)[at("a")].Try);
  EXPECT_EQ((*Tree)[at("c")].Try, (*Tree)[at("a")].Try);
}

TEST_F(ScopeTreeTest, FunctionTryBlocks) {
  parse("void f() try { a(); } catch (...) { b(); }");
  EXPECT_TRUE((*Tree)[at("a")].Try);
  EXPECT_FALSE((*Tree)[at("b")].Try);
}

TEST_F(ScopeTreeTest, InitialisersStandInTheFunctionTryBlock) {
  Code = std::make_unique<Snippet>(
      "struct S { int m; S() try : m(a()) { b(); } catch (...) { c(); } };",
      Language::Cxx, Markers);
  const auto *F = Code->get<CXXConstructorDecl>("S");
  for (const CXXConstructorDecl *C : F->getParent()->ctors())
    if (C->isUserProvided())
      F = C;
  Tree = std::make_unique<ScopeTree>(F, F->getBody());
  EXPECT_TRUE((*Tree)[at("a")].Try);
  EXPECT_TRUE((*Tree)[at("b")].Try);
  EXPECT_FALSE((*Tree)[at("c")].Try);
}

TEST_F(ScopeTreeTest, FullExpressions) {
  parse("void f() { a(b()); while (true) c(); }");
  EXPECT_TRUE(Tree->isFullExpression(Code->callOf("a")));
  EXPECT_FALSE(Tree->isFullExpression(Code->callOf("b")));
  EXPECT_TRUE(Tree->isFullExpression(Code->callOf("c")));
  // What is returned outlives the expression.
  parse("int f() { return a(); }");
  EXPECT_FALSE(Tree->isFullExpression(Code->callOf("a")));
}

TEST_F(ScopeTreeTest, ArmsOfOperators) {
  parse("int f(int x) { a(); return x ? b() : (c()); }");
  const Expr *Operator = Tree->armOf(Code->callOf("b"));
  ASSERT_TRUE(Operator);
  EXPECT_TRUE(isa<ConditionalOperator>(Operator));
  EXPECT_EQ(Tree->armOf(Code->callOf("c")), Operator);
  EXPECT_EQ(Tree->armOf(Code->callOf("a")), nullptr);
}

TEST_F(ScopeTreeTest, UnevaluatedOperands) {
  parse("void f() { int n = sizeof(a()); bool t = noexcept(b()); c(); }");
  EXPECT_TRUE(Tree->isUnevaluated(Code->callOf("a")));
  EXPECT_TRUE(Tree->isUnevaluated(Code->callOf("b")));
  EXPECT_FALSE(Tree->isUnevaluated(Code->callOf("c")));
}

TEST_F(ScopeTreeTest, BodiesOfLambdasAreOtherFunctions) {
  parse("void f() { auto l = [x = a()] { b(); }; c(); }");
  EXPECT_TRUE(Tree->knows(Code->callOf("a")));
  EXPECT_FALSE(Tree->knows(Code->callOf("b")));
  EXPECT_TRUE(Tree->knows(Code->callOf("c")));
}

TEST_F(ScopeTreeTest, FlowThatIsNotFollowed) {
  parse("void f() { void *p = &&L; L: goto *p; }");
  EXPECT_TRUE(Tree->hasComputedFlow());
  parse("extern \"C\" int setjmp(void *); void f(void *p) { setjmp(p); }");
  EXPECT_TRUE(Tree->hasComputedFlow());
  parse("void f() { goto L; L:; }");
  EXPECT_FALSE(Tree->hasComputedFlow());
}

} // namespace
} // namespace dbtidy
