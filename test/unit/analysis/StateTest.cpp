//===- StateTest.cpp - Keys, facts and the join of states -----------------===//
//
// The join is tested on every pair of a few hundred small states, built from
// every choice of what two places hold, what is known of a symbol, and which
// path led there. The table that it must follow stands in State.h.
//
//===----------------------------------------------------------------------===//

#include "analysis/State.h"
#include <gtest/gtest.h>
#include <vector>

namespace dbtidy {
namespace {

Range nonZero() {
  Range R;
  R.refine(Relation::NE, 0);
  return R;
}

class StateTest : public ::testing::Test {
protected:
  Values Vals;
  const int Function = 0, Statement = 0;
  SymbolId Sym = Vals.fresh(&Statement, 0);
  SymbolId Handle = Vals.fresh(&Statement, 1);
  // Two places in memory, and one that only this function knows of.
  PlaceId P = Vals.deref(Vals.fresh(&Statement, 2));
  PlaceId Q = Vals.deref(Vals.fresh(&Statement, 3));
  PlaceId Temporary = Vals.reg(&Function, 0);
  SymbolId JoinP = Vals.join(&Function, Block, P);
  static constexpr unsigned Block = 5;

  // A path, and two that go on from it.
  PathNode Root, Left, Right;

  void SetUp() override {
    Root.Length = 1;
    Left.Parent = Right.Parent = &Root;
    Left.Length = Right.Length = 2;
  }

  bool joinInto(State &Into, const State &From, Widening W = Widening::No) {
    return join(Into, From, Vals, &Function, Block, W);
  }

  std::vector<State> someStates() {
    const Value Choices[] = {Value::integer(0), Value::integer(1),
                             Value::symbol(Sym), Value::address(Q), Value()};
    std::vector<Range> Ranges{Range(), nonZero(), Range::point(0)};
    std::vector<State> All;
    for (unsigned InP = 0; InP <= std::size(Choices); ++InP)
      for (unsigned InTemporary : {0u, 1u, 5u})
        for (const Range &Known : Ranges)
          for (const PathNode *Path : {&Root, &Left, &Right})
            for (bool Escaped : {false, true}) {
              State S;
              if (InP < std::size(Choices))
                S.bind(P, Choices[InP]);
              if (InTemporary < std::size(Choices))
                S.bind(Temporary, Choices[InTemporary]);
              S.setFact(Sym, Known);
              S.Path = Path;
              Held H;
              H.Handle = Value::symbol(Handle);
              H.Since = Path;
              S.addHeld(H);
              S.bind(Q, H.Handle);
              if (Escaped) {
                insertSorted(S.EscapedHeap, Sym);
                insertSorted(S.Guarded, Q);
              }
              All.push_back(std::move(S));
            }
    return All;
  }
};

bool same(const State &A, const State &B) {
  return A.Env == B.Env && A.Facts == B.Facts && A.key() == B.key() &&
         A.Guarded == B.Guarded && A.EscapedHeap == B.EscapedHeap &&
         A.Path == B.Path && A.Resources[0].Since == B.Resources[0].Since;
}

TEST_F(StateTest, JoinIsIdempotent) {
  for (const State &S : someStates()) {
    State Twice = S;
    ASSERT_FALSE(joinInto(Twice, S));
    ASSERT_TRUE(same(Twice, S));
  }
}

TEST_F(StateTest, JoinIsCommutativeAndAbsorbs) {
  const std::vector<State> All = someStates();
  for (const State &A : All)
    for (const State &B : All) {
      ASSERT_EQ(A.key(), B.key());
      State AB = A, BA = B;
      bool Changed = joinInto(AB, B);
      joinInto(BA, A);
      ASSERT_TRUE(same(AB, BA));
      ASSERT_TRUE(Changed || same(AB, A));
      ASSERT_FALSE(joinInto(AB, A));
      ASSERT_FALSE(joinInto(AB, B));
    }
}

TEST_F(StateTest, JoinForgetsOnlyWhatDiffers) {
  const std::vector<State> All = someStates();
  for (const State &A : All)
    for (const State &B : All) {
      State AB = A;
      joinInto(AB, B);
      // Whatever a side says can be is still possible.
      for (const State *Side : {&A, &B}) {
        Range Before =
            Side->lookup(P) ? rangeOf(*Side, *Side->lookup(P)) : Range();
        Range After = AB.lookup(P) ? rangeOf(AB, *AB.lookup(P)) : Range();
        for (int64_t V : {-1, 0, 1})
          ASSERT_TRUE(After.contains(V) || !Before.contains(V));
      }
      const Value *InA = A.lookup(P), *InB = B.lookup(P);
      if (InA || InB) {
        bool Same = InA && InB && *InA == *InB;
        ASSERT_EQ(*AB.lookup(P), Same ? *InA : Value::symbol(JoinP));
      }
      // A temporary that is not the same on both sides is gone.
      const Value *T = AB.lookup(Temporary);
      ASSERT_TRUE(!T || (A.lookup(Temporary) && *T == *A.lookup(Temporary)));
    }
}

TEST_F(StateTest, JoinKeepsTheCommonBeginningOfPaths) {
  State A, B;
  A.Path = &Left;
  B.Path = &Right;
  EXPECT_TRUE(joinInto(A, B));
  EXPECT_EQ(A.Path, &Root);
  B.Path = nullptr;
  EXPECT_TRUE(joinInto(A, B));
  EXPECT_EQ(A.Path, nullptr);
}

TEST_F(StateTest, JoinKeepsNullnessOverBranches) {
  // if (x) p = a; else p = b;  with a and b not null
  State A, B;
  A.bind(P, Value::symbol(Sym));
  A.setFact(Sym, nonZero());
  B.bind(P, Value::address(Q));
  joinInto(A, B);
  EXPECT_FALSE(rangeOf(A, *A.lookup(P)).contains(0));
}

TEST_F(StateTest, WideningEnds) {
  State S;
  S.bind(P, Value::integer(1));
  unsigned Changes = 0;
  for (int64_t V = 2; V < 100; ++V) {
    State Next;
    Next.bind(P, Value::integer(V));
    Changes += joinInto(S, Next, V < 5 ? Widening::No : Widening::Yes);
  }
  EXPECT_LE(Changes, 6u);
  // Counting up from one never gets to zero.
  EXPECT_FALSE(rangeOf(S, *S.lookup(P)).contains(0));
  State Zero;
  Zero.bind(P, Value::integer(0));
  EXPECT_TRUE(joinInto(S, Zero, Widening::Yes));
  EXPECT_TRUE(rangeOf(S, *S.lookup(P)).contains(0));
}

TEST_F(StateTest, KeysTellApartWhatIsHeldAndByWhom) {
  State None;
  State Here = None;
  Held H;
  H.Handle = Value::symbol(Handle);
  H.Unbound = false;
  Here.addHeld(H);
  Here.bind(P, H.Handle);
  EXPECT_NE(None.key(), Here.key());

  State There = None;
  There.addHeld(H);
  There.bind(Q, H.Handle);
  EXPECT_NE(Here.key(), There.key());

  State Unbound = None;
  H.Unbound = true;
  Unbound.addHeld(H);
  Unbound.bind(P, H.Handle);
  EXPECT_NE(Here.key(), Unbound.key());

  State OtherSite = None;
  H.Unbound = false;
  H.Site = 1;
  OtherSite.addHeld(H);
  OtherSite.bind(P, H.Handle);
  EXPECT_NE(Here.key(), OtherSite.key());

  State Released = None, Kept = None;
  insertSorted(Released.Released, H.Handle);
  insertSorted(Kept.Kept, H.Handle);
  EXPECT_NE(None.key(), Released.key());
  EXPECT_NE(Released.key(), Kept.key());
}

TEST_F(StateTest, KeysLeaveOutWhatIsOnlyKnown) {
  State A, B;
  A.setFact(Sym, nonZero());
  A.bind(P, Value::integer(3));
  A.Path = &Left;
  EXPECT_EQ(A.key(), B.key());
}

TEST_F(StateTest, HeldResourcesAreSortedWhateverTheOrder) {
  State A, B;
  std::vector<Held> Some(3);
  Some[0].Handle = Value::symbol(Sym);
  Some[1].Handle = Value::symbol(Handle);
  Some[2].Site = 1;
  Some[2].Handle = Value::symbol(Sym);
  for (const Held &H : Some)
    A.addHeld(H);
  for (auto It = Some.rbegin(); It != Some.rend(); ++It)
    B.addHeld(*It);
  EXPECT_EQ(A.key(), B.key());
  ASSERT_TRUE(A.held(Value::symbol(Handle)));
  A.drop(Value::symbol(Handle));
  EXPECT_FALSE(A.held(Value::symbol(Handle)));
  EXPECT_TRUE(A.held(Value::symbol(Sym)));
  EXPECT_FALSE(A.held(Value()));
}

TEST_F(StateTest, FactsThatSayNothingAreNotKept) {
  State S;
  S.setFact(Sym, nonZero());
  ASSERT_TRUE(S.fact(Sym));
  S.setFact(Sym, Range());
  EXPECT_FALSE(S.fact(Sym));
  S.setFact(Sym, Range::point(1));
  S.dropFact(Sym);
  EXPECT_TRUE(S.Facts.empty());
}

TEST_F(StateTest, RangesOfValues) {
  State S;
  EXPECT_EQ(rangeOf(S, Value::integer(3)).asPoint(), 3);
  EXPECT_FALSE(rangeOf(S, Value::address(P)).contains(0));
  EXPECT_TRUE(rangeOf(S, Value::symbol(Sym)).isFull());
  EXPECT_TRUE(rangeOf(S, Value()).isFull());
  S.setFact(Sym, Range::point(2));
  EXPECT_EQ(rangeOf(S, Value::symbol(Sym)).asPoint(), 2);
}

} // namespace
} // namespace dbtidy
