//===- Summary.h - What calling a function does -----------------*- C++ -*-===//
//
// The effect of a function of this translation unit on its caller, as a few
// cases that tell apart what matters: the handle released or not, acquired or
// not, with what the function then returns. Made by the solver at the
// function's exits, applied by it at calls.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_ANALYSIS_SUMMARY_H
#define DBTIDY_ANALYSIS_SUMMARY_H

#include "analysis/State.h"
#include <vector>

namespace dbtidy {

/// A resource that the function leaves to its caller.
struct Acquired {
  unsigned Resource = 0;
  Value Handle;
  bool Believed = false;
  Range Known; ///< What is known of the handle: not null, mostly.
};

/// What the function wrote to memory that the caller sees.
struct Stored {
  PlaceId To = NoId;
  Value V;     ///< Not known where several ways through left several values.
  Range Known; ///< What is known of the value all the same.
};

struct SummaryCase {
  /// What held on entry when this case came about.
  llvm::SmallVector<State::Fact, 4> Requires;
  llvm::SmallVector<Value, 2> Released, Kept;
  llvm::SmallVector<Stored, 4> Stores;
  llvm::SmallVector<Acquired, 2> Acquires;
  Value Returned;
  Range ReturnedRange;
  llvm::SmallVector<PlaceId, 2> Guarded;
};

struct Summary {
  /// Cases told apart at most; more are not worth their cost to callers, and
  /// the surplus is merged towards "keeps" (silence).
  static constexpr unsigned MaxCases = 12;

  /// No case: the function does not return.
  std::vector<SummaryCase> Cases;
  /// The ways in which it leaves by an exception.
  std::vector<SummaryCase> Throws;
  const clang::FunctionDecl *Function = nullptr;
};

} // namespace dbtidy

#endif // DBTIDY_ANALYSIS_SUMMARY_H
