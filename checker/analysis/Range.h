//===- Range.h - What is known of one integer or pointer --------*- C++ -*-===//
//
// A set of 64-bit integers as an interval less a few points: enough for
// nullness (0 or not), status codes, signs and switch labels. Pointers use 0
// for null. Pure values; no clang here.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_ANALYSIS_RANGE_H
#define DBTIDY_ANALYSIS_RANGE_H

#include "llvm/ADT/SmallVector.h"
#include <cstdint>
#include <limits>
#include <optional>

namespace dbtidy {

/// A relation between an unknown and a constant.
enum class Relation { EQ, NE, LT, LE, GT, GE };

Relation negate(Relation R);
/// The relation that holds with the sides exchanged: `a < b` is `b > a`.
Relation mirror(Relation R);
bool holds(Relation R, int64_t A, int64_t B);

class Range {
public:
  static constexpr int64_t Min = std::numeric_limits<int64_t>::min();
  static constexpr int64_t Max = std::numeric_limits<int64_t>::max();
  /// Excluded points kept at most; further ones are forgotten, which widens
  /// the set. A switch with more labels than this is rare.
  static constexpr unsigned MaxHoles = 16;

  Range() = default;
  static Range point(int64_t V) { return interval(V, V); }
  static Range interval(int64_t Lo, int64_t Hi) {
    Range R;
    R.Lo = Lo;
    R.Hi = Hi;
    return R;
  }

  bool isFull() const { return Lo == Min && Hi == Max && Holes.empty(); }
  bool isEmpty() const { return Lo > Hi; }
  int64_t low() const { return Lo; }
  int64_t high() const { return Hi; }
  bool contains(int64_t V) const;
  std::optional<int64_t> asPoint() const {
    return Lo == Hi ? std::optional<int64_t>(Lo) : std::nullopt;
  }

  /// True or false where every member answers alike, else nothing.
  std::optional<bool> decide(Relation R, int64_t C) const;

  /// Keeps the members in relation \p R to \p C. \returns false when none is.
  bool refine(Relation R, int64_t C);
  /// Keeps what \p O contains too. \returns false when nothing is left.
  bool intersect(const Range &O);
  /// The smallest Range that contains both.
  Range join(const Range &O) const;

  bool operator==(const Range &O) const {
    return Lo == O.Lo && Hi == O.Hi && Holes == O.Holes;
  }
  bool operator!=(const Range &O) const { return !(*this == O); }

private:
  void exclude(int64_t V);
  void trim();

  int64_t Lo = Min, Hi = Max;
  llvm::SmallVector<int64_t, 2> Holes; // Sorted, inside (Lo, Hi).
};

} // namespace dbtidy

#endif // DBTIDY_ANALYSIS_RANGE_H
