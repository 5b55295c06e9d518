//===- Solver.cpp - Worklist and edges ------------------------------------===//
//
// The worklist: which block is run next in which state, how states come out of
// a block and into the next one, and when to give up. See Solver.h.
//
//===----------------------------------------------------------------------===//

#include "analysis/Solver.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/STLExtras.h"
#include <fmt/format.h>

using namespace clang;

namespace dbtidy {

Solver::Solver(SessionAnalysis &Unit, FunctionFacts &Facts, bool Observe)
    : Unit(Unit), Facts(Facts), Decls(Unit.declarations()), Vals(Unit.values()),
      Rules(Decls.rules()), States(Facts.Blocks.size()),
      Registers(Facts.Registers), Live(Facts, Vals, Bounds),
      Paths(Decls.context()) {
  if (Observe) {
    Log = std::make_unique<OwnershipLog>(Vals);
    Live.keepPointers();
    // What is released where no path leads goes with an owner all the same.
    for (const CallSite &Site : Facts.Calls) {
      if (Site.InLibrary)
        Log->Facts.Calls.insert(Site.E);
      for (const CallRule *R : Site.Rules)
        if (R->What == Effect::Release &&
            !llvm::is_contained(Site.Undecided, R))
          logReleasedVariable(*R, Site);
    }
  }
  size_t Instructions = 16;
  for (const Block &B : Facts.Blocks)
    Instructions += B.Code.size() + 1;
  WorkLimit = uint64_t(Instructions) * MaxWorkFactor;
  if (const auto *Proto = Facts.Function->getType()->getAs<FunctionProtoType>())
    IsNoexcept = Proto->isNothrow();
  if (isa<CXXDestructorDecl>(Facts.Function) && !IsNoexcept)
    IsNoexcept = !Unit.exceptions().mayThrow(Facts.Function);
  if (const auto *C = dyn_cast<CXXConstructorDecl>(Facts.Function))
    IsConstructor = !C->isDelegatingConstructor();
}

void Solver::run(const SessionAnalysis::Callbacks &Passed) {
  State Start;
  for (auto [Index, Function] : Passed)
    if (Index < Facts.Function->getNumParams())
      Start.bind(Vals.variable(Facts.Function->getParamDecl(Index)),
                 Vals.function(Function));
  enter(Facts.Entry, std::move(Start), nullptr);
  while (!Worklist.empty() && !GaveUp) {
    unsigned Block = Worklist.begin()->second;
    Worklist.erase(Worklist.begin());
    process(Block);
  }
  if (GaveUp) {
    // Have: a function that would take too long. Say nothing about it.
    ++Bounds.StepsExceeded;
    Sites.clear();
    Exits.clear();
  }
}

std::string Solver::shortfall() const {
  if (GaveUp)
    return "it takes too many steps";
  if (Bounds.StatesDropped)
    return fmt::format("more than {} states at one point", MaxStates);
  if (Bounds.HandlesDropped)
    return fmt::format("more than {} handles held at once", MaxHeld);
  if (Bounds.FactsDropped)
    return "more conditions than are remembered";
  if (Bounds.CasesMerged)
    return fmt::format("more than {} outcomes for its callers",
                       Summary::MaxCases);
  return "";
}

void Solver::process(unsigned Block) {
  // New entries may be added to this very block (a loop of one block).
  for (size_t I = 0; I < States[Block].size() && !GaveUp; ++I) {
    if (!States[Block][I]->Dirty)
      continue;
    States[Block][I]->Dirty = false;
    ++States[Block][I]->Rounds;
    // A block outside of loops is not come back to: its states can go.
    if (Facts.Blocks[Block].InLoop)
      execute(Block, States[Block][I]->S, 0);
    else
      execute(Block, std::move(States[Block][I]->S), 0);
    while (!Suspended.empty() && !GaveUp) {
      Pending P = std::move(Suspended.back());
      Suspended.pop_back();
      setReg(P.S, P.Dst, P.Result);
      execute(Block, std::move(P.S), P.From);
    }
  }
}

void Solver::execute(unsigned BlockId, State S, size_t From) {
  const Block &B = Facts.Blocks[BlockId];
  for (size_t I = From; I < B.Code.size(); ++I) {
    // A step costs as much as there is to look through.
    Work += 1 + S.Env.size() / 16;
    if (Work > WorkLimit) {
      GaveUp = true;
      return;
    }
    const Instruction &Each = B.Code[I];
    Running = Each.S;
    if (Each.Scope != S.Scope)
      leaveScopes(S, Each.Scope, ExitKind::ScopeEnd, Each.S);
    if (!transfer(S, Each, I))
      return;
  }
  ++Work;
  leaveBlock(BlockId, std::move(S));
}

void Solver::note(State &S, PathNode::Kind What, const Stmt *At,
                  const Stmt *Label, const std::string *Name) {
  // Decisions before anything is held, or released, lead nowhere.
  if (!S.Resources.empty() || (Unit.options().Misuse && !S.Former.empty()))
    S.Path = Paths.extend(S.Path, What, At, Label, Name, /*Implied=*/false);
}

/// A branch whose outcome was known, or that is taken without a handle. Other
/// ways may have had the other one.
void Solver::noteImplied(State &S, PathNode::Kind What, const Stmt *At) {
  const PathNode *Node =
      Paths.extend(S.Path, What, At, nullptr, nullptr, /*Implied=*/true);
  if (!S.Resources.empty())
    S.Path = Node;
}

//===- Edges --------------------------------------------------------------===//

/// Whether \p Terminator is a loop, whose condition is about going on.
static bool isLoop(const Stmt *Terminator) {
  return isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(Terminator);
}

/// Where a decision is noted.
static const Stmt *conditionOf(const Stmt *Terminator) {
  if (const auto *I = dyn_cast<IfStmt>(Terminator))
    return I->getCond();
  if (const auto *C = dyn_cast<AbstractConditionalOperator>(Terminator))
    return C->getCond();
  if (const auto *O = dyn_cast<BinaryOperator>(Terminator))
    return O->getLHS();
  if (const auto *F = dyn_cast<ForStmt>(Terminator))
    return F->getCond();
  if (const auto *W = dyn_cast<WhileStmt>(Terminator))
    return W->getCond();
  if (const auto *D = dyn_cast<DoStmt>(Terminator))
    return D->getCond();
  if (const auto *S = dyn_cast<SwitchStmt>(Terminator))
    return S->getCond();
  return isa<CXXForRangeStmt>(Terminator) ? Terminator : nullptr;
}

void Solver::leaveBlock(unsigned BlockId, State S) {
  const Block &B = Facts.Blocks[BlockId];
  if (B.Out.empty())
    return;
  Value Condition = B.Condition == NoReg ? Value() : reg(S, B.Condition);
  auto Take = [&](const Edge &E, State Next) {
    if (!follow(Next, B, E, Condition))
      return;
    // What ends behind the loop does not end by leaving it.
    bool OfLoop = isa_and_nonnull<BreakStmt, ContinueStmt>(B.Jump);
    if (OfLoop || (B.Jump && Facts.Blocks[E.Target].IsExit))
      leaveLoop(Next, B.Jump);
    enter(E.Target, std::move(Next), OfLoop ? nullptr : B.Jump);
  };
  for (const Edge &E : llvm::drop_end(B.Out))
    Take(E, S);
  Take(B.Out.back(), std::move(S));
}

bool Solver::follow(State &S, const Block &B, const Edge &E, Value Condition) {
  bool Decides = !Condition.isInt();
  switch (E.When) {
  case Edge::Always:
    return true;
  case Edge::IfTrue:
    return followBranch(S, B, true, Condition);
  case Edge::IfFalse:
    return followBranch(S, B, false, Condition);
  case Edge::Case:
    if (!assumeRelation(S, Condition, Relation::GE, E.CaseLow) ||
        !assumeRelation(S, Condition, Relation::LE, E.CaseHigh))
      return false;
    if (Decides)
      note(S, PathNode::Case, conditionOf(B.Terminator), E.Label);
    return true;
  case Edge::Default:
    if (!assumeNoCase(S, B, Condition))
      return false;
    if (Decides && E.Label)
      note(S, PathNode::Default, conditionOf(B.Terminator), E.Label);
    return true;
  }
  return true;
}

bool Solver::followBranch(State &S, const Block &B, bool Truth,
                          Value Condition) {
  if (!assume(S, Condition, Truth))
    return false;
  if (!B.Terminator)
    return true;
  // `a && b`: only an outcome that decides the whole is a decision.
  if (const auto *O = dyn_cast<BinaryOperator>(B.Terminator))
    if ((O->getOpcode() == BO_LAnd) == Truth)
      return true;
  const Stmt *At = conditionOf(B.Terminator);
  if (!At)
    return true;
  if (Condition.isInt()) {
    if (!isLoop(B.Terminator))
      noteImplied(S, Truth ? PathNode::True : PathNode::False, At);
  } else if (isLoop(B.Terminator)) {
    note(S, Truth ? PathNode::Enter : PathNode::Leave, At);
  } else if (S.Resources.empty()) {
    noteImplied(S, Truth ? PathNode::True : PathNode::False, At);
  } else {
    note(S, Truth ? PathNode::True : PathNode::False, At);
  }
  return true;
}

/// The way to `default`, or past the `switch`.
bool Solver::assumeNoCase(State &S, const Block &B, Value Condition) {
  for (const Edge &Other : B.Out) {
    if (Other.When != Edge::Case)
      continue;
    // Of a GNU range, as many as a Range can leave out.
    for (int64_t V = Other.CaseLow;
         V <= Other.CaseHigh && V - Other.CaseLow < int64_t(Range::MaxHoles);
         ++V)
      if (!assumeRelation(S, Condition, Relation::NE, V))
        return false;
  }
  return true;
}

/// Leaves the loop or `switch` that \p Jump is in, or by `continue` the body.
void Solver::leaveLoop(State &S, const Stmt *Jump) {
  ScopeId To = S.Scope;
  bool Continues = isa<ContinueStmt>(Jump);
  auto IsLeft = [&](const Stmt *Origin) {
    return isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(Origin) ||
           (!Continues && isa<SwitchStmt>(Origin));
  };
  while (Facts.Scopes[To].Depth > 1 && !IsLeft(Facts.Scopes[To].Origin))
    To = Facts.Scopes[To].Parent;
  leaveScopes(S, Continues ? To : Facts.Scopes[To].Parent, ExitKind::Jump,
              Jump);
}

/// `ok = a && b`: its outcomes are kept apart until it is used. So are the
/// functions that a variable points to.
void Solver::addOutcomes(const State &S,
                         llvm::SmallVectorImpl<uint64_t> &Key) const {
  for (const auto &[Place, Outcome] : S.Env) {
    const PlaceInfo &P = Vals.place(Place);
    bool IsMerged = P.K == PlaceInfo::Register && P.Of == Facts.Function &&
                    P.Index >= 0 &&
                    unsigned(P.Index) < Facts.MergedRegisters.size() &&
                    Facts.MergedRegisters[unsigned(P.Index)];
    if (Outcome.K == Value::Function &&
        (IsMerged || (P.K == PlaceInfo::Variable && isLocal(Place))))
      Key.push_back(uint64_t(Place) << 16 | 5ull << 56 |
                    uint64_t(Outcome.Payload & 0xffff));
    else if (IsMerged)
      if (std::optional<int64_t> Point = rangeOf(S, Outcome).asPoint())
        Key.push_back(uint64_t(Place) << 8 | 4ull << 48 |
                      uint64_t(*Point & 0xff));
  }
}

void Solver::enter(unsigned BlockId, State S, const Stmt *Jump) {
  const Block &B = Facts.Blocks[BlockId];
  if (B.IsExit) {
    leaveFunction(S, ExitKind::FunctionEnd, nullptr, Value());
    return;
  }
  if (S.Scope != B.Scope)
    leaveScopes(S, B.Scope, Jump ? ExitKind::Jump : ExitKind::ScopeEnd, Jump);
  Live.prune(S, BlockId);

  auto Key = S.key();
  addOutcomes(S, Key);
  std::vector<std::unique_ptr<Entry>> &Here = States[BlockId];
  for (std::unique_ptr<Entry> &E : Here) {
    if (E->Key != Key)
      continue;
    if (join(E->S, S, Vals, Facts.Function, BlockId,
             E->Rounds >= WidenAfter ? Widening::Yes : Widening::No)) {
      E->Dirty = true;
      Worklist.insert({B.Order, BlockId});
    }
    return;
  }
  if (Here.size() >= MaxStates) {
    // Have: more distinctions than are worth keeping. This one is dropped:
    // its resources are not reported, which errs towards silence.
    ++Bounds.StatesDropped;
    if (Log)
      Log->Facts.Complete = false;
    return;
  }
  Here.push_back(std::make_unique<Entry>());
  Here.back()->S = std::move(S);
  Here.back()->Key = std::move(Key);
  Worklist.insert({B.Order, BlockId});
}

} // namespace dbtidy
