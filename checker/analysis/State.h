//===- State.h - What is known at a program point ---------------*- C++ -*-===//
//
// One element of the abstract domain: what places hold, what is known of
// symbols, which resources are held, and the path that led here. States whose
// keys are equal are joined, others are kept apart (property simulation; Das,
// Lerner, Seigle: ESP, PLDI 2002). The table of join():
//
//   gone       those that both have
//   resource   held + held -> held (the same holders, by the key)
//              released, absent -> absent
//   place      equal -> the value; else a join symbol
//   symbol     the smallest range that contains both; unknown + any -> unknown,
//              but of `*p` where the other state knows that `p` is null
//   path       the longest common beginning
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_ANALYSIS_STATE_H
#define DBTIDY_ANALYSIS_STATE_H

#include "analysis/Values.h"
#include "facts/Instruction.h"
#include "facts/ScopeTree.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"

namespace dbtidy {

/// A decision, in a list that states share.
struct PathNode {
  enum Kind : uint8_t { True, False, Enter, Leave, Case, Default, Throws };
  const PathNode *Parent = nullptr;
  unsigned Length = 0;
  Kind What = True;
  const clang::Stmt *At = nullptr;
  const clang::Stmt *Label = nullptr; ///< The case label.
  const std::string *Name = nullptr;  ///< Who throws.
  /// The outcome was known before: a decision only if some way with the same
  /// beginning had the other one.
  bool Implied = false;
};

/// A resource that was acquired and is still owed.
struct Held {
  unsigned Site = 0;
  Value Handle;
  Value Parent;
  const PathNode *Since = nullptr;   ///< The path at the acquisition.
  bool Unbound = true;               ///< No variable holds it yet, or any more.
  const clang::Stmt *From = nullptr; ///< The expression that gave it out.
  bool Forwarded = false; ///< Was given to a function that returns its like.
  /// The last call of a function not visible that it was passed to.
  const CallSite *Asked = nullptr;
};

/// A handle that was released, or data that was borrowed from one.
struct FormerHandle {
  Value Handle;
  unsigned Resource = 0;           ///< What was released.
  const clang::Stmt *By = nullptr; ///< Where; null once it was told.
  const PathNode *Since = nullptr; ///< The path at the acquisition.
  const PathNode *Path = nullptr;  ///< The path at the release.
  Value BorrowedFrom;              ///< Known for borrowed data.

  bool operator==(const FormerHandle &O) const {
    return Handle == O.Handle && By == O.By;
  }
};

/// Data that lasts as long as the handle that it was borrowed from.
struct Loan {
  Value Data, From;

  bool operator==(const Loan &O) const {
    return Data == O.Data && From == O.From;
  }
};

class State {
public:
  using Binding = std::pair<PlaceId, Value>;
  using Fact = std::pair<SymbolId, Range>;

  llvm::SmallVector<Binding, 8> Env;    ///< Sorted by place.
  llvm::SmallVector<Fact, 8> Facts;     ///< Sorted by symbol.
  llvm::SmallVector<Held, 4> Resources; ///< Sorted by site, then handle.
  /// Handles that came from outside and were released, or kept by somebody.
  llvm::SmallVector<Value, 2> Released, Kept;
  /// Variables that a scope guard releases when it dies.
  llvm::SmallVector<PlaceId, 2> Guarded;
  /// Objects of the caller's that somebody unseen may have changed.
  llvm::SmallVector<SymbolId, 2> Shared;
  /// Memory from an allocation that somebody else knows of.
  llvm::SmallVector<SymbolId, 2> EscapedHeap;
  /// What has been released on every way to this point: the last few.
  llvm::SmallVector<FormerHandle, 2> Former;
  /// What has been borrowed on every way to this point: the last few.
  llvm::SmallVector<Loan, 2> Loans;
  /// Handles of the caller's that were used on every way to this point.
  llvm::SmallVector<Value, 2> Used;
  ScopeId Scope = 0;
  const PathNode *Path = nullptr;

  const Value *lookup(PlaceId P) const;
  void bind(PlaceId P, Value V);
  void unbind(PlaceId P);

  const Range *fact(SymbolId S) const;
  void setFact(SymbolId S, const Range &R);
  void dropFact(SymbolId S);

  Held *held(Value Handle);
  const Held *held(Value Handle) const {
    return const_cast<State *>(this)->held(Handle);
  }
  void addHeld(const Held &H);
  void drop(Value Handle);

  bool isGuarded(PlaceId P) const;
  bool isEscaped(SymbolId Heap) const;
  /// The release of \p Handle; null where there was none.
  const FormerHandle *former(Value Handle) const;
  void addFormer(const FormerHandle &F);
  /// \p V is something new from here on.
  void dropFormer(Value V);

  /// What must agree for two states to be joined: the resources held, the
  /// places that hold them, and what became of handles from outside.
  llvm::SmallVector<uint64_t, 12> key() const;
};

/// Leaves in \p Into what is in \p From too. \returns whether that changed it.
template <typename Vector> bool intersect(Vector &Into, const Vector &From) {
  size_t Before = Into.size();
  llvm::erase_if(Into,
                 [&](const auto &V) { return !llvm::is_contained(From, V); });
  return Into.size() != Before;
}

/// Adds \p V to a sorted vector without duplicates.
template <typename Vector, typename T> void insertSorted(Vector &Vec, T V) {
  auto It = std::lower_bound(Vec.begin(), Vec.end(), V);
  if (It == Vec.end() || !(*It == V))
    Vec.insert(It, V);
}

/// Whether joining goes on for exact values or, after several rounds in a
/// loop, gives up on growing ranges.
enum class Widening { No, Yes };

/// Joins \p From, which has the same key, into \p Into at the head of block
/// \p Block of \p Function. \returns whether Into changed.
bool join(State &Into, const State &From, Values &V, const void *Function,
          unsigned Block, Widening W);

/// The range of a value in a state.
Range rangeOf(const State &S, Value V);

} // namespace dbtidy

#endif // DBTIDY_ANALYSIS_STATE_H
