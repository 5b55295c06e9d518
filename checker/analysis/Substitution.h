//===- Substitution.h - A summary in the call's words -----------*- C++ -*-===//
//
// Puts what a call passes in place of what a summary's function calls it:
// arguments for parameters, the object for `this`, new names for what the
// function makes. Used where summaries are applied, only there.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_ANALYSIS_SUBSTITUTION_H
#define DBTIDY_ANALYSIS_SUBSTITUTION_H

#include "analysis/Solver.h"

namespace dbtidy {

struct Solver::Substitution {
  Solver &Own;
  State &S;
  const CallSite &Site;
  /// The definition, whose parameters the summary speaks of.
  const clang::FunctionDecl *Callee;
  /// Where the record that the function returns goes.
  PlaceId ReturnedFrom = NoId, ReturnedTo = NoId;
  /// What stands for the handles and the memory that the function makes.
  llvm::DenseMap<SymbolId, Value> Fresh;

  Substitution(Solver &Own, State &S, const CallSite &Site,
               const clang::FunctionDecl *Callee)
      : Own(Own), S(S), Site(Site), Callee(Callee) {}

  /// The caller's name for \p P; NoId where it has none.
  PlaceId place(PlaceId P);
  /// The caller's name for \p X; unknown where it has none.
  Value value(Value X);

private:
  std::optional<unsigned> parameterIndex(const void *D) const;
  PlaceId variable(PlaceId P);
  Value symbol(SymbolId Sym);
  Value initial(SymbolId Sym);
  Value query(const SymbolInfo &Info);
  /// value() of what \p X is made of, one level down.
  Value operand(Value X);

  static constexpr unsigned MaxDepth = 12;
  unsigned Depth = 0;
};

} // namespace dbtidy

#endif // DBTIDY_ANALYSIS_SUBSTITUTION_H
