//===- OwnershipLog.h - What fixes need to know of a function ---*- C++ -*-===//
//
// Collects, while the solver runs, what happened to the handles that local
// variables hold, and what those variables hold in every state that takes a
// way out. Kept only for functions with findings; it changes nothing in them.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_ANALYSIS_OWNERSHIPLOG_H
#define DBTIDY_ANALYSIS_OWNERSHIPLOG_H

#include "analysis/Finding.h"
#include "analysis/State.h"
#include "analysis/Values.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallPtrSet.h"
#include <map>

namespace dbtidy {

/// \p P as a variable and the fields that lead to it; nothing for places that
/// are no such.
Holder holderAt(const Values &Vals, PlaceId P);

class OwnershipLog {
public:
  explicit OwnershipLog(const Values &Vals) : Vals(Vals) {}

  /// Something happens to the handle \p V in \p S.
  void happened(const State &S, Value V, const HandleEvent &What);
  void happened(const clang::VarDecl *To, const HandleEvent &What);
  /// \p S takes the way out \p Kind at \p At. What it holds in the places
  /// that \p Concerns selects is noted.
  void leaves(const State &S, ExitKind Kind, const clang::Stmt *At,
              llvm::function_ref<bool(PlaceId)> Concerns);

  /// The handle in \p P outlives the way out that \p P takes in some state:
  /// somebody else holds it too, or it is returned.
  void survives(PlaceId P, ExitKind Kind, const clang::Stmt *At);

  /// What the variable \p Where holds in the states that take a way out.
  HolderStates statesAt(ExitKind Kind, const clang::Stmt *At,
                        const Holder &Where) const;

  OwnershipFacts Facts;
  /// Calls that return a handle which is not always the caller's.
  llvm::DenseSet<const clang::Expr *> SometimesOwned;
  /// Calls that may fail and leave anything in the variable they fill.
  llvm::DenseSet<const clang::Expr *> MayLeaveUnset;

private:
  struct Seen {
    Holder Where;
    HolderStates States;
    unsigned Count = 0;
    /// The calls whose handles stand there and are owed no more.
    llvm::SmallPtrSet<const clang::Expr *, 2> Former;
  };
  struct Observation {
    unsigned States = 0;
    std::map<PlaceId, Seen> Places;
  };

  bool isGone(const State &S, Value Parent) const;

  const Values &Vals;
  std::map<std::pair<ExitKind, const clang::Stmt *>, Observation> Exits;
};

} // namespace dbtidy

#endif // DBTIDY_ANALYSIS_OWNERSHIPLOG_H
