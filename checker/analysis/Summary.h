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
  /// Those of Released that a rule says so of, not a name alone.
  llvm::SmallVector<Value, 2> Certain;
  /// Handles given to functions of their library, on every such way.
  llvm::SmallVector<Value, 2> Used;
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

  /// Code that is not visible is called on the way.
  bool CallsUnknown = false;

  /// Whether both say the same of the same function.
  bool operator==(const Summary &O) const;
  bool operator!=(const Summary &O) const { return !(*this == O); }
};

/// Whether \p A and \p B do the same to handles.
bool haveSameEffect(const SummaryCase &A, const SummaryCase &B);
/// Makes \p Into stand for \p C too: it requires and says what both do.
void absorb(const Values &Vals, SummaryCase &Into, const SummaryCase &C);
/// What was stored somewhere that the summary \p C does not say: somebody has
/// it.
void keepEntryValue(const Values &Vals, SummaryCase &C, Value V);
/// Whether what \p P holds on entry is something a caller can name.
bool isEntryPlace(const Values &Vals, PlaceId P);
/// The same of a value.
bool isEntryValue(const Values &Vals, Value V);
/// Forgets in \p Now what told apart ways of the same effect, and what differs
/// from the round \p Before (null in the first one): for recursive functions.
void generalize(const Values &Vals, Summary &Now, const Summary *Before);

} // namespace dbtidy

#endif // DBTIDY_ANALYSIS_SUMMARY_H
