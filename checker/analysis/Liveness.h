//===- Liveness.h - What a state may forget ---------------------*- C++ -*-===//
//
// What of a state is still of use at a block: registers and variables that are
// read later, facts about values that somebody holds. Keeps states from growing
// with the function. Asked by the solver whenever it enters a block.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_ANALYSIS_LIVENESS_H
#define DBTIDY_ANALYSIS_LIVENESS_H

#include "analysis/State.h"
#include "facts/FunctionFacts.h"

namespace dbtidy {

struct AnalysisCounters;

class Liveness {
public:
  Liveness(const FunctionFacts &Facts, Values &Vals,
           AnalysisCounters &Counters);

  /// Drops from \p S, which enters block \p Block, what nobody will ask for.
  void prune(State &S, unsigned Block);
  /// Pointers stay, though nobody reads them: for fixes.
  void keepPointers() { KeepsPointers = true; }

private:
  void noteUses(const Instruction &I, unsigned End);
  void noteUse(RegId R, unsigned End);
  void noteUses(const CallSite &Call, unsigned End);
  /// The address in \p R goes somewhere: its variable is read who knows where.
  void noteTaken(RegId R);

  unsigned lastUse(PlaceId P);
  unsigned findLastUse(PlaceId P) const;
  bool isDead(const State &S, const State::Binding &B, unsigned Order);
  void dropForeignMemory(State &S);
  void dropOldNumbers(State &S);
  void dropOldFacts(State &S);
  void dropFactsOfNobody(State &S);

  const FunctionFacts &Facts;
  Values &Vals;
  AnalysisCounters &Counters;
  bool KeepsPointers = false;
  std::vector<unsigned> LastUse; ///< Of registers, by block order.
  llvm::DenseMap<PlaceId, unsigned> VariableLastUse;
  /// What findLastUse() said: it is asked for each place at each block.
  llvm::DenseMap<PlaceId, unsigned> KnownLastUse;
  /// The variable whose address, or a part's, a register holds.
  llvm::DenseMap<RegId, const clang::VarDecl *> AddressOf;
};

} // namespace dbtidy

#endif // DBTIDY_ANALYSIS_LIVENESS_H
