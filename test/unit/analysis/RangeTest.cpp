//===- RangeTest.cpp - Range against sets of small integers ---------------===//
//
// Every range over a few integers, bounded or not, with every choice of holes,
// is held against the set that it stands for.
//
//===----------------------------------------------------------------------===//

#include "analysis/Range.h"
#include <array>
#include <gtest/gtest.h>
#include <vector>

namespace dbtidy {
namespace {

constexpr std::array AllRelations = {Relation::EQ, Relation::NE, Relation::LT,
                                     Relation::LE, Relation::GT, Relation::GE};

/// What membership is asked for: around the bounds used, and the far ends.
std::vector<int64_t> universe() {
  std::vector<int64_t> U{Range::Min, Range::Min + 1};
  for (int64_t V = -5; V <= 5; ++V)
    U.push_back(V);
  U.push_back(Range::Max - 1);
  U.push_back(Range::Max);
  return U;
}

using Set = std::vector<bool>;

Set membersOf(const Range &R) {
  Set S;
  for (int64_t V : universe())
    S.push_back(R.contains(V));
  return S;
}

bool anyOf(const Set &S) {
  return std::find(S.begin(), S.end(), true) != S.end();
}

/// All ranges with bounds from -\p Reach to \p Reach, each also without a
/// bound, and with any holes inside that.
std::vector<Range> rangesWithin(int64_t Reach) {
  std::vector<int64_t> Lows{Range::Min}, Highs{Range::Max};
  for (int64_t V = -Reach; V <= Reach; ++V) {
    Lows.push_back(V);
    Highs.push_back(V);
  }
  std::vector<Range> All;
  for (int64_t Lo : Lows)
    for (int64_t Hi : Highs) {
      if (Lo > Hi)
        continue;
      int64_t First = std::max(Lo + 1, -Reach), Last = std::min(Hi - 1, Reach);
      unsigned Inside = Last < First ? 0 : unsigned(Last - First + 1);
      for (unsigned Choice = 0; Choice < 1u << Inside; ++Choice) {
        Range R = Range::interval(Lo, Hi);
        for (unsigned I = 0; I < Inside; ++I)
          if (Choice >> I & 1)
            R.refine(Relation::NE, First + I);
        All.push_back(R);
      }
    }
  return All;
}

TEST(Relations, NegateAndMirrorMeanWhatTheySay) {
  for (Relation R : AllRelations)
    for (int64_t A = -2; A <= 2; ++A)
      for (int64_t B = -2; B <= 2; ++B) {
        EXPECT_EQ(holds(negate(R), A, B), !holds(R, A, B));
        EXPECT_EQ(holds(mirror(R), B, A), holds(R, A, B));
        EXPECT_EQ(negate(negate(R)), R);
        EXPECT_EQ(mirror(mirror(R)), R);
      }
}

TEST(Range, StartsFull) {
  Range R;
  EXPECT_TRUE(R.isFull());
  EXPECT_FALSE(R.isEmpty());
  EXPECT_EQ(R.asPoint(), std::nullopt);
  EXPECT_EQ(Range::point(7).asPoint(), 7);
}

TEST(Range, RefineKeepsTheMembersInTheRelation) {
  const std::vector<int64_t> U = universe();
  for (const Range &R : rangesWithin(2))
    for (Relation Rel : AllRelations)
      for (int64_t C : U) {
        Set Expected;
        for (int64_t V : U)
          Expected.push_back(R.contains(V) && holds(Rel, V, C));
        Range Refined = R;
        // Members outside the universe: only of unbounded ranges, which keep
        // one of the far ends unless C is beside it.
        bool Holds = Refined.refine(Rel, C);
        ASSERT_NE(Holds, Refined.isEmpty());
        ASSERT_TRUE(Holds || !anyOf(Expected));
        ASSERT_EQ(membersOf(Refined), Expected);
      }
}

TEST(Range, DecideAnswersWhereAllMembersAgree) {
  for (const Range &R : rangesWithin(3))
    for (Relation Rel : AllRelations)
      for (int64_t C = -4; C <= 4; ++C) {
        bool Yes = false, No = false;
        for (int64_t V : universe())
          if (R.contains(V))
            (holds(Rel, V, C) ? Yes : No) = true;
        std::optional<bool> Expected;
        if (Yes != No)
          Expected = Yes;
        ASSERT_EQ(R.decide(Rel, C), Expected);
      }
}

TEST(Range, IntersectIsExact) {
  const std::vector<Range> All = rangesWithin(2);
  for (const Range &A : All)
    for (const Range &B : All) {
      Set Expected = membersOf(A), Other = membersOf(B);
      for (size_t I = 0; I < Expected.size(); ++I)
        Expected[I] = Expected[I] && Other[I];
      Range Both = A;
      bool Meets = Both.intersect(B);
      ASSERT_EQ(Meets, !Both.isEmpty());
      ASSERT_EQ(membersOf(Both), Expected);
    }
}

TEST(Range, JoinContainsBothAndKeepsBoundsAndZero) {
  const std::vector<Range> All = rangesWithin(2);
  for (const Range &A : All)
    for (const Range &B : All) {
      Range J = A.join(B);
      for (int64_t V : universe())
        ASSERT_TRUE(J.contains(V) || (!A.contains(V) && !B.contains(V)));
      ASSERT_EQ(J.low(), std::min(A.low(), B.low()));
      ASSERT_EQ(J.high(), std::max(A.high(), B.high()));
      ASSERT_EQ(J.contains(0), A.contains(0) || B.contains(0));
    }
}

TEST(Range, JoinIsCommutativeIdempotentAndAbsorbs) {
  const std::vector<Range> All = rangesWithin(2);
  for (const Range &A : All) {
    ASSERT_EQ(A.join(A), A);
    for (const Range &B : All) {
      Range J = A.join(B);
      ASSERT_EQ(J, B.join(A));
      // A second round of a loop changes nothing.
      ASSERT_EQ(J.join(A), J);
      ASSERT_EQ(J.join(B), J);
    }
  }
}

/// What the analysis relies on: bounds, and whether it can be zero.
bool alike(const Range &A, const Range &B) {
  return A.low() == B.low() && A.high() == B.high() &&
         A.contains(0) == B.contains(0);
}

TEST(Range, JoinIsAssociativeInBoundsAndZero) {
  const std::vector<Range> All = rangesWithin(1);
  for (const Range &A : All)
    for (const Range &B : All)
      for (const Range &C : All)
        ASSERT_TRUE(alike(A.join(B).join(C), A.join(B.join(C))));
}

TEST(Range, EmptyIsNeutralInJoin) {
  Range Empty = Range::point(1);
  ASSERT_FALSE(Empty.refine(Relation::EQ, 2));
  for (const Range &A : rangesWithin(1)) {
    EXPECT_EQ(A.join(Empty), A);
    EXPECT_EQ(Empty.join(A), A);
  }
  EXPECT_EQ(Empty.decide(Relation::EQ, 1), std::nullopt);
  EXPECT_FALSE(Empty.refine(Relation::NE, 5));
}

TEST(Range, AbsorbsTheEndsOfTheType) {
  Range R = Range::point(Range::Min);
  EXPECT_FALSE(R.refine(Relation::LT, Range::Min));
  R = Range::point(Range::Max);
  EXPECT_FALSE(R.refine(Relation::GT, Range::Max));
  R = Range();
  EXPECT_TRUE(R.refine(Relation::NE, Range::Max));
  EXPECT_EQ(R.high(), Range::Max - 1);
}

TEST(Range, MoreHolesThanAreKeptOnlyWiden) {
  Range R = Range::interval(0, 1000);
  for (int64_t V = 1; V <= 3 * Range::MaxHoles; ++V) {
    ASSERT_TRUE(R.refine(Relation::NE, 2 * V));
    ASSERT_TRUE(R.contains(2 * V + 1));
  }
  EXPECT_FALSE(R.contains(2));
  EXPECT_TRUE(R.contains(6 * Range::MaxHoles));
  // The bounds still move.
  EXPECT_TRUE(R.refine(Relation::NE, 0));
  EXPECT_EQ(R.low(), 1);
}

TEST(Range, HolesBesideABoundMoveIt) {
  Range R = Range::interval(-1, 3);
  R.refine(Relation::NE, 0);
  R.refine(Relation::NE, 2);
  R.refine(Relation::NE, -1);
  EXPECT_EQ(R.low(), 1);
  R.refine(Relation::NE, 3);
  EXPECT_EQ(R.asPoint(), 1);
}

} // namespace
} // namespace dbtidy
