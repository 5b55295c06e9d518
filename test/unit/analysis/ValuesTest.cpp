//===- ValuesTest.cpp - Interning, roots and limits -----------------------===//
//
// Symbols and places are made once and found again; access paths and
// expressions over symbols are bounded.
//
//===----------------------------------------------------------------------===//

#include "analysis/Values.h"
#include "support/Snippet.h"
#include <gtest/gtest.h>

using namespace clang;

namespace dbtidy {
namespace {

class ValuesTest : public ::testing::Test {
protected:
  Values Vals;
  const int Some = 0, Other = 0;
};

TEST_F(ValuesTest, SymbolsAreInterned) {
  SymbolId A = Vals.fresh(&Some, 0);
  EXPECT_EQ(A, Vals.fresh(&Some, 0));
  EXPECT_NE(A, Vals.fresh(&Some, 1));
  EXPECT_NE(A, Vals.fresh(&Other, 0));
  EXPECT_NE(A, Vals.fresh(&Some, 0, /*Heap=*/true));

  PlaceId P = Vals.deref(A);
  EXPECT_EQ(Vals.initial(P), Vals.initial(P));
  EXPECT_EQ(Vals.join(&Some, 1, P), Vals.join(&Some, 1, P));
  EXPECT_NE(Vals.join(&Some, 1, P), Vals.join(&Some, 2, P));
  EXPECT_NE(Vals.join(&Some, 1, P), Vals.join(&Other, 1, P));
}

TEST_F(ValuesTest, ExpressionsAreInternedByOperandsAndRelation) {
  Value X = Value::symbol(Vals.fresh(&Some, 0));
  Value Zero = Value::integer(0);
  Value Equal = Vals.compare(Relation::EQ, X, Zero);
  EXPECT_EQ(Equal, Vals.compare(Relation::EQ, X, Zero));
  EXPECT_NE(Equal, Vals.compare(Relation::NE, X, Zero));
  EXPECT_NE(Equal, Vals.compare(Relation::EQ, Zero, X));
  EXPECT_NE(Equal, Vals.compare(Relation::EQ, X, Value::integer(1)));
  EXPECT_EQ(Vals.mask(X, 1), Vals.mask(X, 1));
  EXPECT_NE(Vals.mask(X, 1), Vals.mask(X, 2));
  EXPECT_NE(Vals.mask(X, 1), Vals.sum(X, 1));
  EXPECT_EQ(Vals.query(&Some, X, 0), Vals.query(&Some, X, 0));
  EXPECT_NE(Vals.query(&Some, X, 0), Vals.query(&Some, X, 1));
}

TEST_F(ValuesTest, NothingIsKnownOfExpressionsOverUnknowns) {
  EXPECT_FALSE(
      Vals.compare(Relation::EQ, Value(), Value::integer(0)).isKnown());
  EXPECT_FALSE(Vals.mask(Value(), 1).isKnown());
  EXPECT_FALSE(Vals.sum(Value::integer(3), 1).isKnown());
}

TEST_F(ValuesTest, ExpressionsAreBounded) {
  Value X = Value::symbol(Vals.fresh(&Some, 0));
  unsigned Depth = 0;
  while (X.isKnown() && Depth < 1000) {
    X = Vals.compare(Relation::NE, X, Value::integer(0));
    ++Depth;
  }
  EXPECT_GE(Depth, 4u) << "`!!(a == b) == c` should be kept";
  EXPECT_LE(Depth, 20u);
}

TEST_F(ValuesTest, PlacesHaveRoots) {
  Snippet Code("struct Inner { int *P; int A[4]; };"
               "struct Outer { Inner I; Inner J; } O;");
  PlaceId O = Vals.variable(Code.get<VarDecl>("O"));
  PlaceId I = Vals.field(O, Code.get<FieldDecl>("I"));
  PlaceId J = Vals.field(O, Code.get<FieldDecl>("J"));
  PlaceId Array = Vals.field(I, Code.get<FieldDecl>("A"));
  PlaceId Third = Vals.element(Array, 3);
  EXPECT_EQ(O, Vals.variable(Code.get<VarDecl>("O")));
  EXPECT_NE(I, J);
  EXPECT_EQ(Vals.root(Third), O);
  EXPECT_TRUE(Vals.within(Third, Third));
  EXPECT_TRUE(Vals.within(Third, I));
  EXPECT_TRUE(Vals.within(Third, O));
  EXPECT_FALSE(Vals.within(Third, J));
  EXPECT_FALSE(Vals.within(O, I));
  EXPECT_EQ(Vals.depth(O), 0u);
  EXPECT_EQ(Vals.depth(Third), 3u);
  EXPECT_NE(Third, Vals.element(Array, 2));
  // Any element is one place, whatever element it is asked for.
  EXPECT_EQ(Vals.anyElement(Array), Vals.anyElement(Third));
  EXPECT_EQ(Vals.root(Vals.owned(I)), O);
}

TEST_F(ValuesTest, WhatAPointerPointsToIsNoPartOfIt) {
  Snippet Code("struct Node { Node *Next; } *Head;");
  PlaceId Head = Vals.variable(Code.get<VarDecl>("Head"));
  PlaceId First = Vals.deref(Vals.initial(Head));
  EXPECT_EQ(Vals.root(First), First);
  EXPECT_FALSE(Vals.within(First, Head));
  EXPECT_EQ(Vals.pointee(Value::symbol(Vals.initial(Head))), First);
  EXPECT_EQ(Vals.pointee(Value::address(Head)), Head);
  EXPECT_EQ(Vals.pointee(Value::integer(4)), NoId);
  EXPECT_EQ(Vals.pointee(Value()), NoId);
}

TEST_F(ValuesTest, AccessPathsAreBounded) {
  Snippet Code("struct Node { Node *Next; } *Head;");
  const auto *Next = Code.get<FieldDecl>("Next");
  PlaceId P = Vals.variable(Code.get<VarDecl>("Head"));
  unsigned Longest = 0;
  for (unsigned I = 0; I < 100; ++I) { // Head->Next->Next...
    P = Vals.field(Vals.deref(Vals.initial(P)), Next);
    if (Vals.place(P).K == PlaceInfo::Field)
      Longest = std::max(Longest, Vals.depth(P));
  }
  EXPECT_GE(Longest, 6u) << "`a->b.c->d` should be kept";
  EXPECT_LE(Longest, 20u) << "fields further away are not told apart";
}

TEST_F(ValuesTest, MembersOfAUnionAreOnePlace) {
  Snippet Code("union U { int *A; long *B; } Shared; "
               "struct S { int *C; int *D; } Apart;");
  PlaceId U = Vals.variable(Code.get<VarDecl>("Shared"));
  PlaceId S = Vals.variable(Code.get<VarDecl>("Apart"));
  EXPECT_EQ(Vals.field(U, Code.get<FieldDecl>("A")),
            Vals.field(U, Code.get<FieldDecl>("B")));
  EXPECT_NE(Vals.field(S, Code.get<FieldDecl>("C")),
            Vals.field(S, Code.get<FieldDecl>("D")));
}

TEST_F(ValuesTest, RedeclarationsAreOneThing) {
  Snippet Code("extern int V; int V; void f(); void f() {}");
  const auto *V = Code.get<VarDecl>("V");
  EXPECT_EQ(Vals.variable(V), Vals.variable(V->getFirstDecl()));
  const auto *F = Code.function("f");
  ASSERT_NE(F, F->getFirstDecl());
  EXPECT_EQ(Vals.function(F), Vals.function(F->getFirstDecl()));
  EXPECT_EQ(Vals.asFunction(Vals.function(F)), F->getFirstDecl());
  EXPECT_EQ(Vals.asFunction(Value::integer(0)), nullptr);
}

TEST(Value, NullIsTheIntegerZero) {
  EXPECT_TRUE(Value::integer(0).isNull());
  EXPECT_FALSE(Value::integer(1).isNull());
  EXPECT_FALSE(Value::symbol(0).isNull());
  EXPECT_NE(Value::symbol(0), Value::address(0));
  EXPECT_TRUE(Value() < Value::integer(-5));
}

} // namespace
} // namespace dbtidy
