//===- Range.cpp - What is known of one integer or pointer ----------------===//
//
// Set operations of Range. See Range.h.
//
//===----------------------------------------------------------------------===//

#include "analysis/Range.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/ErrorHandling.h"
#include <algorithm>

namespace dbtidy {

Relation negate(Relation R) {
  switch (R) {
  case Relation::EQ:
    return Relation::NE;
  case Relation::NE:
    return Relation::EQ;
  case Relation::LT:
    return Relation::GE;
  case Relation::LE:
    return Relation::GT;
  case Relation::GT:
    return Relation::LE;
  case Relation::GE:
    return Relation::LT;
  }
  llvm_unreachable("all relations handled");
}

Relation mirror(Relation R) {
  switch (R) {
  case Relation::EQ:
  case Relation::NE:
    return R;
  case Relation::LT:
    return Relation::GT;
  case Relation::LE:
    return Relation::GE;
  case Relation::GT:
    return Relation::LT;
  case Relation::GE:
    return Relation::LE;
  }
  llvm_unreachable("all relations handled");
}

bool holds(Relation R, int64_t A, int64_t B) {
  switch (R) {
  case Relation::EQ:
    return A == B;
  case Relation::NE:
    return A != B;
  case Relation::LT:
    return A < B;
  case Relation::LE:
    return A <= B;
  case Relation::GT:
    return A > B;
  case Relation::GE:
    return A >= B;
  }
  llvm_unreachable("all relations handled");
}

bool Range::contains(int64_t V) const {
  return Lo <= V && V <= Hi && !llvm::is_contained(Holes, V);
}

std::optional<bool> Range::decide(Relation R, int64_t C) const {
  if (isEmpty())
    return std::nullopt;
  switch (R) {
  case Relation::EQ:
    if (!contains(C))
      return false;
    if (Lo == Hi)
      return true;
    return std::nullopt;
  case Relation::LT:
    if (Hi < C)
      return true;
    if (Lo >= C)
      return false;
    return std::nullopt;
  case Relation::GT:
    if (Lo > C)
      return true;
    if (Hi <= C)
      return false;
    return std::nullopt;
  case Relation::NE:
  case Relation::GE:
  case Relation::LE:
    if (std::optional<bool> B = decide(negate(R), C))
      return !*B;
    return std::nullopt;
  }
  llvm_unreachable("all relations handled");
}

void Range::trim() {
  while (!isEmpty() && llvm::is_contained(Holes, Lo)) {
    if (Lo == Hi) {
      Lo = 1;
      Hi = 0;
      break;
    }
    ++Lo;
  }
  while (!isEmpty() && llvm::is_contained(Holes, Hi))
    --Hi;
  llvm::erase_if(Holes, [this](int64_t V) { return V <= Lo || V >= Hi; });
}

void Range::exclude(int64_t V) {
  if (!contains(V))
    return;
  if (V != Lo && V != Hi && Holes.size() >= MaxHoles)
    return;
  Holes.insert(std::lower_bound(Holes.begin(), Holes.end(), V), V);
  trim();
}

bool Range::refine(Relation R, int64_t C) {
  if (isEmpty())
    return false;
  switch (R) {
  case Relation::EQ:
    if (!contains(C)) {
      Lo = 1;
      Hi = 0;
    } else {
      Lo = Hi = C;
    }
    Holes.clear();
    break;
  case Relation::NE:
    exclude(C);
    break;
  case Relation::LT:
    if (C == Min) {
      Lo = 1;
      Hi = 0;
    } else {
      Hi = std::min(Hi, C - 1);
    }
    break;
  case Relation::LE:
    Hi = std::min(Hi, C);
    break;
  case Relation::GT:
    if (C == Max) {
      Lo = 1;
      Hi = 0;
    } else {
      Lo = std::max(Lo, C + 1);
    }
    break;
  case Relation::GE:
    Lo = std::max(Lo, C);
    break;
  }
  if (!isEmpty())
    trim();
  return !isEmpty();
}

bool Range::intersect(const Range &O) {
  Lo = std::max(Lo, O.Lo);
  Hi = std::min(Hi, O.Hi);
  if (isEmpty())
    return false;
  trim();
  for (int64_t V : O.Holes)
    exclude(V);
  return !isEmpty();
}

Range Range::join(const Range &O) const {
  if (isEmpty())
    return O;
  if (O.isEmpty())
    return *this;
  Range R = interval(std::min(Lo, O.Lo), std::max(Hi, O.Hi));
  // A point is missing from the union when it is missing from both.
  auto Missing = [&](int64_t V) {
    if (V > R.Lo && V < R.Hi && !contains(V) && !O.contains(V))
      R.exclude(V);
  };
  for (int64_t V : Holes)
    Missing(V);
  for (int64_t V : O.Holes)
    Missing(V);
  // Have: two ranges on either side of a gap. A narrow gap is left out as a
  // whole ("0 or 2" is not 1), of a wide one zero ("-9 or 99" is not zero).
  int64_t Below = std::min(Hi, O.Hi), Above = std::max(Lo, O.Lo);
  bool Narrow = Below < Above && uint64_t(Above) - uint64_t(Below) <= MaxHoles;
  for (int64_t V = Below; Narrow && V < Above; ++V)
    Missing(V);
  Missing(0);
  return R;
}

} // namespace dbtidy
