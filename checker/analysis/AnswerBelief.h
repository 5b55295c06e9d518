//===- AnswerBelief.h - Who takes a handle with an answer -------*- C++ -*-===//
//
// `if (!check(result)) return;`, where `check` is not visible: it may release
// what it refuses. The code tells: where the handle is never touched again
// after the one answer, and is after the other, at each of several calls, its
// authors believe so. Filled by the solvers of a translation unit; asked when
// all have run. Knows no states.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_ANALYSIS_ANSWERBELIEF_H
#define DBTIDY_ANALYSIS_ANSWERBELIEF_H

#include "analysis/Finding.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallPtrSet.h"

namespace dbtidy {

class AnswerBelief {
public:
  /// A held handle was passed to \p F in the call \p At.
  void asked(const clang::FunctionDecl *F, const clang::Expr *At);
  /// The handle was used or released after \p F had said \p Said.
  void touched(const clang::FunctionDecl *F, Answer Said);
  /// Whether \p F is believed to take the handle with the answer \p Said.
  bool takesWith(const clang::FunctionDecl *F, Answer Said) const;
  /// Drops the ways out of handles that are believed to have been taken, and
  /// the findings of which nothing is left.
  void dropTaken(std::vector<Finding> &Findings) const;

private:
  /// One call alone is more likely a mistake.
  static constexpr unsigned FewestCalls = 2;
  struct Observed {
    llvm::SmallPtrSet<const clang::Expr *, 4> Calls;
    bool TouchedAfterZero = false, TouchedAfterOther = false;
  };
  llvm::DenseMap<const clang::FunctionDecl *, Observed> Seen;
};

} // namespace dbtidy

#endif // DBTIDY_ANALYSIS_ANSWERBELIEF_H
