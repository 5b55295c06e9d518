//===- Solver.h - States of one function ------------------------*- C++ -*-===//
//
// A worklist over the blocks of a function in reverse post-order, with a
// bounded set of states at each, and what each instruction does to a state.
// One class, because all of it works on the same state with the same names;
// its parts are in files of their own, as the headings below say. Made and run
// by SessionAnalysis, once for each function.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_ANALYSIS_SOLVER_H
#define DBTIDY_ANALYSIS_SOLVER_H

#include "analysis/Finding.h"
#include "analysis/Liveness.h"
#include "analysis/OwnershipLog.h"
#include "analysis/PathLog.h"
#include "analysis/SessionAnalysis.h"
#include "analysis/SiteTable.h"
#include "analysis/State.h"
#include "analysis/Summary.h"
#include "facts/Deleters.h"
#include "facts/ExceptionModel.h"
#include "facts/FunctionFacts.h"
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

  /// With \p Observe, findings come with what fixes need to know.
  Solver(SessionAnalysis &Unit, FunctionFacts &Facts, bool Observe = false);

  /// \p Passed are parameters that are known to be these functions.
  void run(const SessionAnalysis::Callbacks &Passed = {});
  std::vector<Finding> findings() const;
  std::unique_ptr<Summary> summary();
  bool gaveUp() const { return GaveUp; }
  const AnalysisCounters &bounds() const { return Bounds; }
  /// Why not everything was looked at; empty where it was.
  std::string shortfall() const;

private:
  //===- Worklist and edges (Solver.cpp) ----------------------------------===//
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
  /// Takes edge \p E of \p B in \p S. \returns whether it can be taken.
  bool follow(State &S, const Block &B, const Edge &E, Value Condition);
  bool followBranch(State &S, const Block &B, bool Truth, Value Condition);
  bool assumeNoCase(State &S, const Block &B, Value Condition);
  void leaveLoop(State &S, const clang::Stmt *Jump);
  void addOutcomes(const State &S, llvm::SmallVectorImpl<uint64_t> &Key) const;
  void note(State &S, PathNode::Kind What, const clang::Stmt *At,
            const clang::Stmt *Label = nullptr,
            const std::string *Name = nullptr);

  void noteImplied(State &S, PathNode::Kind What, const clang::Stmt *At);

  //===- Conditions (Conditions.cpp) --------------------------------------===//
  /// Adds the knowledge that \p V is (not) zero. \returns whether it can be.
  bool assume(State &S, Value V, bool Truth);
  bool assumeRelation(State &S, Value L, Relation Rel, int64_t C);
  bool assumeOfComparison(State &S, SymbolId Sym, Relation Rel, int64_t C);
  bool assumeOfMask(State &S, SymbolId Sym, Relation Rel, int64_t C);
  bool assumeOfSum(State &S, SymbolId Sym, Relation Rel, int64_t C);
  bool refine(State &S, SymbolId Sym, Relation Rel, int64_t C);
  /// The value of `L Rel R`.
  Value compare(State &S, Relation Rel, Value L, Value R);
  void compareWithNumber(State &S, Value Handle, Value Number);
  std::optional<Value> compareWithConstant(State &S, Relation Rel, Value L,
                                           int64_t C);
  Value mask(State &S, Value L, Value R);
  Value either(State &S, Value L, Value R, const clang::Stmt *At);

  //===- Instructions (Transfer.cpp) --------------------------------------===//
  /// \returns false when control does not go on.
  bool transfer(State &S, const Instruction &I, size_t Index);
  Value addressOf(State &S, const Instruction &I);
  Value copyOfRecord(State &S, const Instruction &I);
  void declare(State &S, const Instruction &I);
  Value sum(State &S, Value L, int64_t Addend);
  bool runCall(State &S, const Instruction &I, size_t Index);

  //===- Memory (Memory.cpp) ----------------------------------------------===//
  Value reg(const State &S, RegId R);
  void setReg(State &S, RegId R, Value V);
  Value load(State &S, Value Address, const clang::Stmt *At);
  Value loadPlace(State &S, PlaceId P);
  PlaceId asElement(PlaceId P);
  bool isWeak(PlaceId P) const;
  bool isOneOfMany(PlaceId P) const;
  PlaceId arrayOf(PlaceId Element) const;
  void store(State &S, Value Address, Value V, const clang::Stmt *At);
  void storePlace(State &S, PlaceId P, Value V, const clang::Stmt *At);
  void storeWeakly(State &S, PlaceId P, Value V, const clang::Stmt *At);
  void exchange(State &S, PlaceId A, PlaceId B);
  void copyAggregate(State &S, PlaceId From, PlaceId To, const clang::Stmt *At,
                     bool Move);
  void forget(State &S, PlaceId Outer, const clang::Stmt *At);
  void clear(State &S, PlaceId Outer);
  void clearFormer(State &S, PlaceId Memory, bool Heap);
  Value makeFresh(State &S, const void *At, int64_t Index, bool Heap = false);

  //===- Calls (Calls.cpp) ------------------------------------------------===//
  struct Split {
    State S;
    Value Result;
    bool Continues = true;
  };
  using Splits = llvm::SmallVectorImpl<Split>;
  /// Runs a call; the states after it, each with the value returned.
  void call(State S, const Instruction &I, const CallSite &Site, Splits &Out);
  void callThrows(State Before, const Instruction &I, const CallSite &Site);
  void forward(State &S);
  const CallSite *target(const State &S, const CallSite *Site);
  const CallSite &resolved(const CallSite &Site,
                           const clang::FunctionDecl *Callee);

  //===- The language and the standard library (KnownCalls.cpp) -----------===//
  bool knownCall(State &S, const Instruction &I, const CallSite &Site,
                 Value &Result);
  bool ownerCall(State &S, const Instruction &I, const CallSite &Site,
                 Value &Result);
  void forkSessions(State &S);
  Value argument(const State &S, const CallSite &Site, unsigned N);
  PlaceId ownedBy(Value Object);
  bool makePair(State &S, const Instruction &I, const CallSite &Site,
                Value &Result);
  void takeOver(State &S, PlaceId To, Value From, const clang::Stmt *At);
  bool swapCall(State &S, const CallSite &Site);
  Value exchangeCall(State &S, const Instruction &I, const CallSite &Site);
  bool reallocate(const State &S, const Instruction &I, const CallSite &Site,
                  Splits &Out);
  void deallocate(State &S, const Instruction &I, const CallSite &Site);
  Value copyMemory(State &S, const Instruction &I, const CallSite &Site);

  //===- Functions with rules (RuleCalls.cpp, Acquire.cpp) ----------------===//
  void ruleCall(State S, const Instruction &I, const CallSite &Site,
                Splits &Out);
  /// Runs one rule on \p Current; states in which the condition of the rule
  /// fails go to \p Out.
  void applyRule(Split &Current, const CallRule &R, const Instruction &I,
                 const CallSite &Site, Splits &Out);
  void undecidedCall(State S, const Instruction &I, const CallSite &Site,
                     Splits &Out);
  const CallSite &decided(const CallSite &Site, std::optional<int64_t> Actual);
  void applyRelease(Split &Current, const CallRule &R, const Instruction &I,
                    const CallSite &Site, Splits &Out);
  void logReleasedVariable(const CallRule &R, const CallSite &Site);
  void releaseChildren(State &S, const CallRule &R, Value Parent);
  void applyReset(State &S, const CallRule &R, const CallSite &Site);
  void acquire(Split &Current, const CallRule &R, const Instruction &I,
               const CallSite &Site, Splits &Out);
  PlaceId errorField(const State &S, const FieldCondition &C,
                     const CallSite &Site);
  void loseInPlace(State &S, const Held &Old, const clang::Stmt *At);
  void acquireInPlace(Split &Current, const CallRule &R, const CallSite &Site,
                      unsigned SiteIndex, Value Parent, bool Conditional);
  void release(State &S, Value V, unsigned Resource);
  void releaseNotHeld(State &S, Value V, unsigned Resource);
  void releaseElements(State &S, PlaceId Element);
  void touch(State &S, Value Handle, const clang::Stmt *At);
  Value slotValue(State &S, const CallSite &Site, const Slot &Where,
                  const clang::Stmt *At);
  PlaceId slotPlace(State &S, const CallSite &Site, const Slot &Where);
  unsigned siteOf(const CallRule &R, const CallSite &Site);
  /// What the call returns when \p C holds, or when it does not.
  Range returnedWhen(const Condition &C, bool Holds);
  Split splitOnStatus(Split &Current, const CallRule &R, const CallSite &Site);

  //===- Functions that nothing is known of (UnknownCalls.cpp) ------------===//
  void unknownCall(State S, const Instruction &I, const CallSite &Site,
                   Splits &Out);
  bool handsOutByBelief(const State &S, const CallSite &Site, Splits &Out);
  void noteAsked(State &S, const CallSite &Site);
  /// What such a function receives.
  struct Given {
    Value V;
    clang::QualType Type; ///< Of the parameter, where that is known.
    bool IsObject = false;
  };
  void giveToUnknown(State &S, const CallSite &Site, const Given &G);
  void giveHandle(State &S, const CallSite &Site, const Given &G, Value Handle);
  void giveObject(State &S, const CallSite &Site, const Given &G);
  bool objectIsHandle(const CallSite &Site, SymbolId Object);
  void givePointer(State &S, const CallSite &Site, const Given &G);
  bool keeps(const State &S, const CallSite &Site, const Given &G);
  bool isStandardCpp(const CallSite &Site) const;

  //===- Closures and callbacks (Closures.cpp) ----------------------------===//
  void closure(State &S, const Instruction &I);
  const clang::LambdaExpr *closureOf(const State &S, Value V) const;
  void giveClosure(State &S, const CallSite &Site, Value V);
  void guardThis(State &S, const Summary &Body);
  std::optional<bool> callbackKeeps(const State &S, const CallSite &Site);

  //===- Functions with a body (SummaryMaking.cpp, SummaryApplying.cpp) ---===//
  bool summaryCall(const State &S, const Instruction &I, const CallSite &Site,
                   Splits &Out);
  const Summary *summaryWithCallbacks(const State &S, const CallSite &Site,
                                      const clang::FunctionDecl *Definition);
  void callWithoutSummary(const State &S, const CallSite &Site, Splits &Out);
  /// Whether \p C releases, or keeps, a handle that is owed here.
  bool releasesHeld(const State &S, const SummaryCase &C, const CallSite &Site);
  bool takesHeld(const State &S, const SummaryCase &C, const CallSite &Site);
  bool releasesElements(const State &S, const SummaryCase &C,
                        const CallSite &Site);
  bool isDecidedByMemory(const State &S, const SummaryCase &C,
                         const CallSite &Site);
  struct Substitution;
  class CaseApplication;
  bool applyCase(State &S, const SummaryCase &C, const Instruction &I,
                 const CallSite &Site, Value &Result);
  void recordExit(const State &S, Value Returned, bool Thrown);
  SummaryCase caseOf(const State &S, Value Returned) const;

  //===- Virtual methods (VirtualCalls.cpp) -------------------------------===//
  const clang::CXXRecordDecl *madeAs(Value Object) const;
  const clang::CXXMethodDecl *finalOverrider(const State &S,
                                             const CallSite &Site);
  bool virtualCall(const State &S, const Instruction &I, const CallSite &Site,
                   Splits &Out);

  //===- Who holds what (Ownership.cpp) -----------------------------------===//
  /// Starts owing a resource whose handle is \p Handle.
  void own(State &S, unsigned SiteIndex, Value Handle, Value Parent);
  /// \p V was released: it is owed no more. \returns whether it was owed.
  bool giveBack(State &S, Value V);
  Answer answerTo(const State &S, const Held &H);
  /// \p H is used or released: whoever was asked of it has not taken it.
  void noteTouched(const State &S, const Held &H);
  /// \p V, if held, has an owner other than this function's own code.
  void handOn(const State &S, Value V);
  void noteReleaseByHand(const State &S, const Held &H);
  void escape(State &S, Value V);
  void escapePlace(State &S, PlaceId P);
  /// \p V and all that it leads to are somebody else's from here on.
  void escapeAll(State &S, Value V);
  bool carriesHeld(const State &S, Value V) const;
  llvm::SmallVector<Held, 2> heldOnlyIn(const State &S, PlaceId Memory) const;
  bool isForeign(Value Handle) const;
  bool isFromOutside(Value Handle) const;
  bool standsInArray(const State &S, Value Handle) const;
  bool holdsElements(const State &S, Value Element) const;
  bool isLocal(PlaceId P) const;
  bool isParameter(PlaceId P) const;
  void escapeArray(State &S, Value V);
  bool isPartOfThis(PlaceId P) const;
  bool isOwner(const State &S, PlaceId P);
  /// Holders nest (a pointer to a struct that holds a pointer …) a few deep.
  static constexpr unsigned MaxHolderDepth = 4;
  /// Whether \p P can still be reached when all locals but those that are part
  /// of \p Returned are gone.
  bool reachable(const State &S, PlaceId P, Value Returned, unsigned Depth);

  //===- Ways out (WaysOut.cpp) -------------------------------------------===//
  void releaseOwned(State &S, llvm::function_ref<bool(PlaceId)> Dies);
  void leaveScopes(State &S, ScopeId To, ExitKind Kind, const clang::Stmt *At,
                   const std::string *Thrower = nullptr);
  void leaveFunction(State &S, ExitKind Kind, const clang::Stmt *At,
                     Value Returned, const std::string *Thrower = nullptr);
  bool outlivesConstructor(const State &S, PlaceId P);
  bool inFunctionHandler(ScopeId Scope) const;
  void endStatement(State &S, const Instruction &I);
  void overwritten(State &S, PlaceId P, Value Old, Value New,
                   const clang::Stmt *At);
  void raise(State S, const clang::Stmt *At, ThrownType Thrown, ScopeId Scope,
             const std::string *Thrower);

  //===- Handles that were released before (Misuse.cpp) -------------------===//
  /// Something done with a handle, or its data, that was released before, or
  /// acquired, at Before.
  struct MisusedAt {
    FindingKind What;
    const clang::Stmt *At;
    clang::SourceLocation Before;
    std::string Callee, Name;
    unsigned Resource;
    bool Borrowed, ByOwner;
    const PathNode *Path, *Between, *Since;
  };
  void noteFormer(State &S, Value V, unsigned Resource, const PathNode *Since);
  void lend(State &S, Value Data, Value From);
  void forgetFormer(State &S);
  void forgetRelease(State &S, Value V);
  void misuse(State &S, FindingKind What, const FormerHandle &F,
              const clang::Stmt *At, const std::string &Callee,
              const clang::Expr *Written);
  bool isGone(const State &S, const FormerHandle &F);
  bool isInPlace(Value Handle) const;
  const clang::Expr *writtenAs(const State &S, const CallSite &Site, Value V);
  void noteUse(State &S, Value V, const CallSite &Site,
               const clang::Expr *Written);
  void checkUses(State &S, const CallSite &Site);
  void checkRelease(State &S, Value V, std::optional<unsigned> Resource,
                    const CallSite &Site);
  void checkMismatch(const State &S, Value V, const CallSite &Site);
  void mismatch(const State &S, const Held &H, const clang::Expr *At,
                const std::string &Callee);
  Deleter deleterOfOwner(PlaceId Owned, unsigned Resource);
  void checkDeleter(const State &S, PlaceId Owned, const CallSite &Site);
  void checkOwnerReleases(State &S, PlaceId Owned, const clang::Stmt *At);
  void checkOwnerDies(State &S, PlaceId Owned);
  void checkRead(State &S, SymbolId Pointer, const clang::Stmt *At);
  void checkReturn(State &S, Value Returned, const clang::Stmt *At);
  std::vector<Finding> misuses() const;

  //===- Losses (Losses.cpp) ----------------------------------------------===//
  void lose(State &S, const Held &H, ExitKind Kind, const clang::Stmt *At,
            const std::string *Thrower, bool InTry = false,
            PlaceId From = NoId);
  void discard(State &S, const Held &H);
  /// For fixes: something happens to \p V, which is held, at the instruction
  /// that runs.
  void logEvent(const State &S, Value V, HandleEvent::Kind What);
  void noteElementRelease(AcquisitionSite &Own);
  clang::SourceLocation locationOf(ExitKind Kind, const clang::Stmt *At,
                                   const State &S, const Held &H) const;
  const clang::Stmt *scopeOfHolder(const State &S, const Held &H) const;

  SessionAnalysis &Unit;
  FunctionFacts &Facts;
  Declarations &Decls;
  Values &Vals;
  const RuleSet &Rules;

  std::vector<std::vector<std::unique_ptr<Entry>>> States;
  std::set<std::pair<unsigned, unsigned>> Worklist; // (order, block)
  std::vector<Value> Registers;
  AnalysisCounters Bounds;
  Liveness Live;
  PathLog Paths;
  SiteTable Sites;
  std::vector<MisusedAt> Misuses;
  std::unique_ptr<OwnershipLog> Log; ///< For fixes; mostly null.
  /// The statement of the instruction that runs, and, for Log, the rule by
  /// which it releases.
  const clang::Stmt *Running = nullptr;
  const CallRule *Releasing = nullptr;
  llvm::DenseMap<SymbolId, const clang::LambdaExpr *> Closures;
  llvm::DenseMap<PlaceId, const clang::CXXRecordDecl *> Temporaries;
  /// Values read from arrays at places that are not known, and those places.
  llvm::DenseMap<SymbolId, PlaceId> Elements;
  /// The arrays that were read at such places.
  llvm::DenseSet<PlaceId> ReadWeakly;
  std::map<std::pair<const CallSite *, const clang::FunctionDecl *>, CallSite>
      Resolved;
  std::map<std::pair<const CallSite *, std::optional<int64_t>>, CallSite>
      Decided;
  /// A state that goes on behind a call, beside the first one.
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
  bool CallsUnknown = false; ///< Code that is not visible was called.
  bool IsNoexcept = false;
  bool IsConstructor = false;
};

} // namespace dbtidy

#endif // DBTIDY_ANALYSIS_SOLVER_H
