//===- Solver.h - States of one function ------------------------*- C++ -*-===//
//
// A worklist over the blocks of a function in reverse post-order, with a
// bounded set of states at each. The pieces are in files of their own:
// Solver.cpp (worklist, edges, conditions), Transfer.cpp (instructions but
// calls), Calls.cpp (calls), Ownership.cpp (who holds what; ways out),
// SummaryUse.cpp (summaries, made and applied).
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_ANALYSIS_SOLVER_H
#define DBTIDY_ANALYSIS_SOLVER_H

#include "analysis/Finding.h"
#include "analysis/SessionAnalysis.h"
#include "analysis/State.h"
#include "analysis/Summary.h"
#include "facts/FunctionFacts.h"
#include <deque>
#include <map>
#include <memory>
#include <set>

namespace dbtidy {

class Solver {
public:
  /// States kept apart at a block; further ones are dropped, and what they
  /// hold with them. Real functions stay below ten.
  static constexpr unsigned MaxStates = 48;
  /// Resources held at once that are tracked.
  static constexpr unsigned MaxHeld = 64;
  /// Rounds of a block after which ranges are widened.
  static constexpr unsigned WidenAfter = 4;
  /// Instructions executed per instruction of the function, over all states
  /// and rounds, before the function is given up.
  static constexpr unsigned MaxWorkFactor = 200;

  Solver(SessionAnalysis &Unit, FunctionFacts &Facts);

  void run();
  std::vector<Finding> findings() const;
  std::unique_ptr<Summary> summary();
  bool gaveUp() const { return GaveUp; }

private:
  using Decision = PathNode::Kind;

  //===- Worklist (Solver.cpp) --------------------------------------------===//
  struct Entry {
    State S;
    llvm::SmallVector<uint64_t, 12> Key;
    bool Dirty = true;
    unsigned Rounds = 0;
  };
  void enter(unsigned Block, State S, const clang::Stmt *Jump);
  void process(unsigned Block);
  void execute(unsigned Block, State S, size_t From);
  void leaveBlock(unsigned Block, State S);
  void prune(State &S, unsigned Block);
  void note(State &S, Decision What, const clang::Stmt *At,
            const clang::Stmt *Label = nullptr,
            const std::string *Name = nullptr);
  void computeLastUses();

  //===- Conditions (Solver.cpp) ------------------------------------------===//
  /// Adds the knowledge that \p V is (not) zero. \returns whether it can be.
  bool assume(State &S, Value V, bool Truth);
  bool assumeRelation(State &S, Value L, Relation Rel, int64_t C);
  bool refine(State &S, SymbolId Sym, Relation Rel, int64_t C);

  //===- Instructions (Transfer.cpp) --------------------------------------===//
  /// \returns false when control does not go on.
  bool transfer(State &S, const Instruction &I, size_t Index);
  Value reg(const State &S, RegId R);
  void setReg(State &S, RegId R, Value V);
  Value load(State &S, Value Address, const clang::Stmt *At);
  Value loadPlace(State &S, PlaceId P);
  PlaceId asElement(PlaceId P);
  bool isWeak(PlaceId P) const;
  void store(State &S, Value Address, Value V, const clang::Stmt *At);
  void storePlace(State &S, PlaceId P, Value V, const clang::Stmt *At);
  void copyAggregate(State &S, PlaceId From, PlaceId To, const clang::Stmt *At,
                     bool Move);
  Value compare(State &S, Relation Rel, Value L, Value R);
  Value mask(State &S, Value L, Value R);
  Value makeFresh(State &S, const void *At, int64_t Index, bool Heap = false);
  void forget(State &S, PlaceId Outer, const clang::Stmt *At);
  void closure(State &S, const Instruction &I);

  //===- Calls (Calls.cpp) ------------------------------------------------===//
  struct Split {
    State S;
    Value Result;
    bool Continues = true;
  };
  using Splits = llvm::SmallVectorImpl<Split>;
  /// Runs a call; the states after it, each with the value returned.
  void call(State S, const Instruction &I, const CallSite &Site, Splits &Out);
  bool knownCall(State &S, const Instruction &I, const CallSite &Site,
                 Value &Result);
  void ruleCall(State S, const Instruction &I, const CallSite &Site,
                Splits &Out);
  void unknownCall(State S, const Instruction &I, const CallSite &Site,
                   Splits &Out);
  void giveToUnknown(State &S, const CallSite &Site, Value V, clang::QualType T,
                     bool IsObject);
  /// Runs one rule on \p Current; states in which the condition of the rule
  /// fails go to \p Out.
  void applyRule(Split &Current, const CallRule &R, const Instruction &I,
                 const CallSite &Site, Splits &Out);
  void acquire(Split &Current, const CallRule &R, const Instruction &I,
               const CallSite &Site, Splits &Out);
  void release(State &S, Value V, unsigned Resource);
  Value slotValue(State &S, const CallSite &Site, const Slot &Where,
                  const clang::Stmt *At);
  /// What the call returns when \p C holds, or when it does not.
  Range returnedWhen(const Condition &C, bool Holds);
  const CallSite &resolved(const CallSite &Site,
                           const clang::FunctionDecl *Callee);
  void touch(State &S, Value Handle, const clang::Stmt *At);
  const clang::LambdaExpr *closureOf(const State &S, Value V) const;
  bool callbackKeeps(const State &S, const CallSite &Site);
  void giveClosure(State &S, const CallSite &Site, Value V);
  void callThrows(State Before, const Instruction &I, const CallSite &Site);

  //===- Summaries (SummaryUse.cpp) ---------------------------------------===//
  bool summaryCall(const State &S, const Instruction &I, const CallSite &Site,
                   Splits &Out);
  struct Substitution;
  bool applyCase(State &S, const SummaryCase &C, const Instruction &I,
                 const CallSite &Site, Value &Result);
  void recordExit(const State &S, Value Returned, bool Thrown);

  //===- Ownership (Ownership.cpp) ----------------------------------------===//
  struct Site {
    const clang::Expr *At = nullptr;
    unsigned Resource = 0;
    std::string Callee;
    std::string Variable;
    bool Believed = false;
    bool SeenReleased = false;
    bool ZeroIsHandle = false; ///< Integer handles count from zero.
    std::vector<WayOut> Exits;
    /// Ways out of handles that stand at such an index.
    std::vector<WayOut> ArrayExits;
  };
  unsigned siteFor(const clang::Expr *At, unsigned Index, unsigned Resource,
                   llvm::StringRef Callee, bool Believed);
  /// Starts owing a resource whose handle is \p Handle.
  void own(State &S, unsigned SiteIndex, Value Handle, Value Parent);
  bool isForeign(Value Handle) const;
  void escape(State &S, Value V);
  void escapePlace(State &S, PlaceId P);
  bool carriesHeld(const State &S, Value V) const;
  bool isLocal(PlaceId P) const;
  bool isOwner(const State &S, PlaceId P);
  /// Whether \p P can still be reached when all locals but those that
  /// \p Survives are gone.
  bool reachable(const State &S, PlaceId P, Value Returned, unsigned Depth);
  void releaseOwned(State &S, llvm::function_ref<bool(PlaceId)> Dies);
  void leaveScopes(State &S, ScopeId To, ExitKind Kind, const clang::Stmt *At,
                   const std::string *Thrower = nullptr);
  void leaveFunction(State &S, ExitKind Kind, const clang::Stmt *At,
                     Value Returned, const std::string *Thrower = nullptr);
  bool inFunctionHandler(ScopeId Scope) const;
  void endStatement(State &S, const Instruction &I);
  void overwritten(State &S, PlaceId P, Value Old, Value New,
                   const clang::Stmt *At);
  void lose(State &S, const Held &H, ExitKind Kind, const clang::Stmt *At,
            const std::string *Thrower, bool InTry = false);
  void raise(State S, const clang::Stmt *At, clang::QualType Thrown,
             ScopeId Scope, const std::string *Thrower);
  std::string describe(PlaceId P) const;
  /// The name of \p P as the assignment \p At writes it.
  std::string nameOf(PlaceId P, const clang::Stmt *At) const;
  std::vector<PathNote> pathOf(const State &S, const Held &H) const;
  clang::SourceLocation locationOf(ExitKind Kind, const clang::Stmt *At,
                                   const State &S) const;

  SessionAnalysis &Unit;
  FunctionFacts &Facts;
  Declarations &Decls;
  Values &Vals;
  const RuleSet &Rules;

  std::vector<std::vector<std::unique_ptr<Entry>>> States;
  std::set<std::pair<unsigned, unsigned>> Worklist; // (order, block)
  std::vector<Value> Registers;
  std::vector<unsigned> LastUse; // Of crossing registers, by block order.
  llvm::DenseMap<PlaceId, unsigned> VariableLastUse;
  std::deque<PathNode> Path;
  std::map<std::pair<const PathNode *,
                     std::pair<const clang::Stmt *,
                               std::pair<const clang::Stmt *, unsigned>>>,
           const PathNode *>
      PathIds;
  std::vector<Site> Sites;
  llvm::DenseMap<std::pair<const clang::Expr *, unsigned>, unsigned> SiteIds;
  llvm::DenseMap<SymbolId, const clang::LambdaExpr *> Closures;
  /// Values read from arrays at places that are not known.
  llvm::DenseSet<SymbolId> Elements;
  std::map<std::pair<const CallSite *, const clang::FunctionDecl *>, CallSite>
      Resolved;
  struct Pending {
    State S;
    size_t From;
    RegId Dst;
    Value Result;
  };
  std::vector<Pending> Suspended;
  std::vector<SummaryCase> Exits, Throws;
  uint64_t Work = 0, WorkLimit = 0;
  bool GaveUp = false;
  bool IsNoexcept = false;
  bool IsConstructor = false;
};

} // namespace dbtidy

#endif // DBTIDY_ANALYSIS_SOLVER_H
