//===- FunctionFacts.h - One function, ready to be solved -------*- C++ -*-===//
//
// Blocks of instructions with their successors and the decisions between
// them. Produced by buildFacts(), consumed by the solver; owns everything the
// instructions point to but the AST.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_FACTS_FUNCTIONFACTS_H
#define DBTIDY_FACTS_FUNCTIONFACTS_H

#include "facts/Instruction.h"
#include "clang/Analysis/CFG.h"
#include "llvm/ADT/BitVector.h"
#include <deque>
#include <memory>

namespace dbtidy {

class Declarations;
class ExceptionModel;

/// An edge out of a block, and what taking it means.
struct Edge {
  unsigned Target = 0;
  enum Kind { Always, IfTrue, IfFalse, Case, Default } When = Always;
  /// The bounds of a case label; equal but for GNU ranges.
  int64_t CaseLow = 0, CaseHigh = 0;
  const clang::Stmt *Label = nullptr;
};

struct Block {
  std::vector<Instruction> Code;
  llvm::SmallVector<Edge, 2> Out;
  /// The register the edges are decided by.
  RegId Condition = NoReg;
  const clang::Stmt *Terminator = nullptr;
  /// goto, break or continue at the end of the block.
  const clang::Stmt *Jump = nullptr;
  ScopeId Scope = 0;
  unsigned Order = 0; ///< Position in reverse post-order.
  /// The highest Order of a block from which control comes back here.
  unsigned LoopEnd = 0;
  bool InLoop = false;
  bool IsExit = false;
  bool IsHandler = false;
};

struct FunctionFacts {
  const clang::FunctionDecl *Function = nullptr;
  ScopeTree Scopes;
  std::vector<Block> Blocks;
  unsigned Entry = 0;
  std::vector<unsigned> ReversePostOrder;
  unsigned Registers = 0;
  /// Registers that are read in another block than they are written in.
  llvm::BitVector Crosses;
  /// Registers that hold the value of ?:, && or ||, whose arms are in several
  /// blocks.
  llvm::BitVector MergedRegisters;
  /// Handler statement to the block that it heads.
  llvm::DenseMap<const clang::Stmt *, unsigned> Handlers;
  std::deque<CallSite> Calls;

  FunctionFacts(const clang::FunctionDecl *F, const clang::Stmt *Body)
      : Function(F), Scopes(F, Body) {}

  /// Whether \p V is the function's own: not a global, not the caller's.
  bool isLocal(const clang::VarDecl *V) const {
    return Scopes.declares(V) || V->isInitCapture();
  }
};

/// Builds the facts of \p F, which has a body here. Null where control flow
/// cannot be followed: computed goto, setjmp, a CFG that clang cannot build.
std::unique_ptr<FunctionFacts> buildFacts(const clang::FunctionDecl *F,
                                          Declarations &Decls,
                                          ExceptionModel &Exceptions);

} // namespace dbtidy

#endif // DBTIDY_FACTS_FUNCTIONFACTS_H
