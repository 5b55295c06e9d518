//===- Solver.cpp - Worklist, edges and conditions ------------------------===//
//
// See Solver.h.
//
//===----------------------------------------------------------------------===//

#include "analysis/Solver.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace dbtidy {

Solver::Solver(SessionAnalysis &Unit, FunctionFacts &Facts)
    : Unit(Unit), Facts(Facts), Decls(Unit.declarations()), Vals(Unit.values()),
      Rules(Decls.rules()), States(Facts.Blocks.size()),
      Registers(Facts.Registers) {
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
  computeLastUses();
}

//===- Worklist -----------------------------------------------------------===//

void Solver::run() {
  enter(Facts.Entry, State(), nullptr);
  while (!Worklist.empty() && !GaveUp) {
    unsigned Block = Worklist.begin()->second;
    Worklist.erase(Worklist.begin());
    process(Block);
  }
  if (GaveUp) {
    // Have: a function that would take too long. Say nothing about it.
    ++Unit.counters().StepsExceeded;
    Sites.clear();
    SiteIds.clear();
    Exits.clear();
  }
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
    if (Each.Scope != S.Scope)
      leaveScopes(S, Each.Scope, ExitKind::ScopeEnd, Each.S);
    if (!transfer(S, Each, I))
      return;
  }
  ++Work;
  leaveBlock(BlockId, std::move(S));
}

void Solver::note(State &S, Decision What, const Stmt *At, const Stmt *Label,
                  const std::string *Name) {
  // Decisions before anything is held lead nowhere.
  if (S.Resources.empty())
    return;
  // One node for one decision after the same path, however often it is taken:
  // joins compare paths by identity.
  const PathNode *&Node = PathIds[{S.Path, {At, {Label, unsigned(What)}}}];
  if (!Node) {
    PathNode N;
    N.Parent = S.Path;
    N.Length = S.Path ? S.Path->Length + 1 : 1;
    N.What = What;
    N.At = At;
    N.Label = Label;
    N.Name = Name;
    Path.push_back(N);
    Node = &Path.back();
  }
  S.Path = Node;
}

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
  bool Constant = Condition.isInt();

  for (const Edge &E : B.Out) {
    State Next = &E == &B.Out.back() ? std::move(S) : S;
    switch (E.When) {
    case Edge::Always:
      break;
    case Edge::IfTrue:
    case Edge::IfFalse: {
      bool Truth = E.When == Edge::IfTrue;
      if (!assume(Next, Condition, Truth))
        continue;
      if (Constant || !B.Terminator)
        break;
      // `a && b`: only an outcome that decides the whole is a decision.
      if (const auto *O = dyn_cast<BinaryOperator>(B.Terminator))
        if ((O->getOpcode() == BO_LAnd) == Truth)
          break;
      const Stmt *At = conditionOf(B.Terminator);
      if (!At)
        break;
      if (isLoop(B.Terminator))
        note(Next, Truth ? PathNode::Enter : PathNode::Leave, At);
      else
        note(Next, Truth ? PathNode::True : PathNode::False, At);
      break;
    }
    case Edge::Case:
      if (!assumeRelation(Next, Condition, Relation::GE, E.CaseLow) ||
          !assumeRelation(Next, Condition, Relation::LE, E.CaseHigh))
        continue;
      if (!Constant)
        note(Next, PathNode::Case, conditionOf(B.Terminator), E.Label);
      break;
    case Edge::Default: {
      bool Feasible = true;
      for (const Edge &Other : B.Out)
        if (Other.When == Edge::Case)
          // Of a GNU range, as many as a Range can leave out.
          for (int64_t V = Other.CaseLow;
               Feasible && V <= Other.CaseHigh &&
               V - Other.CaseLow < int64_t(Range::MaxHoles);
               ++V)
            Feasible = assumeRelation(Next, Condition, Relation::NE, V);
      if (!Feasible)
        continue;
      if (!Constant && E.Label)
        note(Next, PathNode::Default, conditionOf(B.Terminator), E.Label);
      break;
    }
    }
    // A jump to the end of the function leaves the loop first.
    if (B.Jump && Facts.Blocks[E.Target].IsExit) {
      ScopeId To = Next.Scope;
      while (Facts.Scopes[To].Depth > 1 &&
             !isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt, SwitchStmt>(
                 Facts.Scopes[To].Origin))
        To = Facts.Scopes[To].Parent;
      leaveScopes(Next, Facts.Scopes[To].Parent, ExitKind::Jump, B.Jump);
    }
    enter(E.Target, std::move(Next), B.Jump);
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
  prune(S, BlockId);

  auto Key = S.key();
  // `ok = a && b`: its outcomes are kept apart until it is used.
  for (const auto &[Place, Outcome] : S.Env)
    if (const PlaceInfo &P = Vals.place(Place);
        P.K == PlaceInfo::Register && P.Of == Facts.Function && P.Index >= 0 &&
        unsigned(P.Index) < Facts.MergedRegisters.size() &&
        Facts.MergedRegisters[unsigned(P.Index)])
      if (std::optional<int64_t> Point = rangeOf(S, Outcome).asPoint())
        Key.push_back(uint64_t(Place) << 8 | 4ull << 48 |
                      uint64_t(*Point & 0xff));
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
    ++Unit.counters().StatesDropped;
    return;
  }
  Here.push_back(std::make_unique<Entry>());
  Here.back()->S = std::move(S);
  Here.back()->Key = std::move(Key);
  Worklist.insert({B.Order, BlockId});
}

/// Finds for each register and variable the last block that reads it, so that
/// states do not grow with the function.
void Solver::computeLastUses() {
  LastUse.assign(Facts.Registers, 0);
  auto Uses = [&](RegId R, unsigned End) {
    if (R != NoReg && R < LastUse.size())
      LastUse[R] = std::max(LastUse[R], End);
  };
  llvm::DenseMap<RegId, const VarDecl *> AddressOf;
  auto Taken = [&](RegId R) {
    auto It = R == NoReg ? AddressOf.end() : AddressOf.find(R);
    if (It != AddressOf.end())
      VariableLastUse[Vals.variable(It->second)] = ~0u;
  };
  for (const Block &B : Facts.Blocks) {
    for (const Instruction &I : B.Code) {
      Uses(I.A, B.LoopEnd);
      Uses(I.B, B.LoopEnd);
      switch (I.Op) {
      case Opcode::VarAddress: {
        const auto *V = cast<VarDecl>(I.D);
        AddressOf[I.Dst] = V;
        unsigned &Last = VariableLastUse[Vals.variable(V)];
        Last = std::max(Last, B.LoopEnd);
        break;
      }
      case Opcode::FieldAddress:
      case Opcode::ElementAddress: {
        auto It = AddressOf.find(I.A);
        if (It != AddressOf.end()) {
          const VarDecl *V = It->second;
          AddressOf[I.Dst] = V;
        }
        Taken(I.B);
        break;
      }
      case Opcode::Load:
        break;
      case Opcode::Store:
        Taken(I.B);
        break;
      default:
        Taken(I.A);
        Taken(I.B);
        break;
      }
      if (I.Call) {
        for (RegId R : I.Call->Args) {
          Uses(R, B.LoopEnd);
          Taken(R);
        }
        Uses(I.Call->Object, B.LoopEnd);
        Uses(I.Call->Target, B.LoopEnd);
        Taken(I.Call->Object);
        if (const auto *L = dyn_cast_or_null<LambdaExpr>(I.Call->E))
          for (const LambdaCapture &C : L->captures())
            if (C.capturesVariable())
              if (const auto *V = dyn_cast<VarDecl>(C.getCapturedVar()))
                VariableLastUse[Vals.variable(V)] = ~0u;
      }
    }
    Uses(B.Condition, B.LoopEnd);
  }
}

void Solver::prune(State &S, unsigned BlockId) {
  unsigned Order = Facts.Blocks[BlockId].Order;
  llvm::erase_if(S.Env, [&](const State::Binding &B) {
    PlaceId Root = Vals.root(B.first);
    const PlaceInfo &P = Vals.place(Root);
    bool Dead = false;
    if (P.K == PlaceInfo::Register && P.Of == Facts.Function && P.Index >= 0 &&
        unsigned(P.Index) < LastUse.size() && Root == B.first)
      Dead = LastUse[P.Index] < Order;
    else if (P.K == PlaceInfo::Variable && isLocal(Root)) {
      auto It = VariableLastUse.find(Root);
      Dead = It != VariableLastUse.end() && It->second < Order;
      // A variable that nobody reads again may still be the one that holds.
      if (Dead && B.second.isKnown() && S.held(B.second))
        Dead = false;
    }
    return Dead;
  });
  // Memory of others that was written to, beyond what is worth remembering.
  constexpr size_t MaxBindings = 128;
  if (S.Env.size() > MaxBindings) {
    ++Unit.counters().FactsDropped;
    llvm::erase_if(S.Env, [&](const State::Binding &B) {
      const PlaceInfo &Root = Vals.place(Vals.root(B.first));
      if (Root.K != PlaceInfo::Deref || S.held(B.second) ||
          (B.second.isSymbol() && Vals.symbol(B.second.asSymbol()).Heap))
        return false;
      S.dropFact(Vals.initial(B.first));
      return true;
    });
  }
  constexpr unsigned Few = 24;
  if (S.Facts.size() < Few)
    return;
  // What was known on entry to the function stays true, but is kept only while
  // it is little: the oldest goes first.
  constexpr unsigned MaxFacts = 128;
  if (S.Facts.size() > MaxFacts) {
    ++Unit.counters().FactsDropped;
    unsigned Surplus = S.Facts.size() - MaxFacts / 2;
    llvm::erase_if(S.Facts, [&](const State::Fact &F) {
      if (!Surplus || Vals.symbol(F.first).K != SymbolInfo::Initial)
        return false;
      --Surplus;
      return true;
    });
  }
  // Facts about values that nobody holds any more.
  llvm::SmallVector<SymbolId, 32> Live;
  auto Keep = [&](Value V, auto &&Self) -> void {
    if (!V.isSymbol())
      return;
    Live.push_back(V.asSymbol());
    const SymbolInfo &Info = Vals.symbol(V.asSymbol());
    Self(Info.L, Self);
    Self(Info.R, Self);
  };
  for (const State::Binding &B : S.Env)
    Keep(B.second, Keep);
  for (const Held &H : S.Resources)
    Keep(H.Handle, Keep);
  llvm::sort(Live);
  llvm::erase_if(S.Facts, [&](const State::Fact &F) {
    const SymbolInfo &Info = Vals.symbol(F.first);
    if (Info.K == SymbolInfo::Initial)
      return false;
    if (Info.K == SymbolInfo::Query)
      return Info.L.isSymbol() &&
             Vals.symbol(Info.L.asSymbol()).K != SymbolInfo::Initial &&
             !std::binary_search(Live.begin(), Live.end(), Info.L.asSymbol());
    return !std::binary_search(Live.begin(), Live.end(), F.first);
  });
}

//===- Conditions ---------------------------------------------------------===//

bool Solver::refine(State &S, SymbolId Sym, Relation Rel, int64_t C) {
  Range R = rangeOf(S, Value::symbol(Sym));
  if (!R.refine(Rel, C))
    return false;
  S.setFact(Sym, R);
  // A null pointer or a negative number is no handle.
  if (Held *H = S.held(Value::symbol(Sym))) {
    bool ZeroIsHandle = Sites[H->Site].ZeroIsHandle;
    bool Nothing = R.high() < 0 || (R.asPoint() == 0 && !ZeroIsHandle);
    if (Nothing)
      S.drop(Value::symbol(Sym));
  }
  return true;
}

bool Solver::assumeRelation(State &S, Value L, Relation Rel, int64_t C) {
  switch (L.K) {
  case Value::Int:
    return holds(Rel, L.Payload, C);
  case Value::Address:
  case Value::Function:
    return rangeOf(S, L).decide(Rel, C).value_or(true);
  case Value::Unknown:
  case Value::Aggregate:
    return true;
  case Value::Symbol:
    break;
  }
  SymbolId Sym = L.asSymbol();
  const SymbolInfo Info = Vals.symbol(Sym);
  switch (Info.K) {
  case SymbolInfo::Compare: {
    // A truth value: 0 or 1.
    bool CanBeTrue = holds(Rel, 1, C), CanBeFalse = holds(Rel, 0, C);
    if (!CanBeTrue && !CanBeFalse)
      return false;
    if (CanBeTrue && CanBeFalse)
      return true;
    Relation Inner = CanBeTrue ? Info.Rel : negate(Info.Rel);
    if (!refine(S, Sym, Relation::EQ, CanBeTrue ? 1 : 0))
      return false;
    if (Info.R.isInt())
      return assumeRelation(S, Info.L, Inner, Info.R.Payload);
    if (Info.L.isInt())
      return assumeRelation(S, Info.R, mirror(Inner), Info.L.Payload);
    // x == y, with one of them known by now.
    if (std::optional<int64_t> P = rangeOf(S, Info.R).asPoint())
      return assumeRelation(S, Info.L, Inner, *P);
    if (std::optional<int64_t> P = rangeOf(S, Info.L).asPoint())
      return assumeRelation(S, Info.R, mirror(Inner), *P);
    // Another name for the same handle: who releases it may use either.
    if (Inner == Relation::EQ) {
      escape(S, Info.L);
      escape(S, Info.R);
    }
    return true;
  }
  case SymbolInfo::Mask: {
    if (!refine(S, Sym, Rel, C))
      return false;
    // (x & Bits) == 0: x is made of the other bits only. With few of those
    // (SQL_SUCCEEDED: all but the lowest bit), x is one of few numbers.
    bool IsZero = rangeOf(S, L).asPoint() == 0;
    bool NotZero = !rangeOf(S, L).contains(0);
    uint64_t Free = ~uint64_t(Info.Index);
    if ((IsZero || NotZero) && Free != 0 && Free <= 0xf) {
      Range X = rangeOf(S, Info.L);
      if (IsZero) {
        Range Possible;
        bool Any = false;
        for (int64_t V = 0; V <= int64_t(Free); ++V)
          if ((uint64_t(V) & ~Free) == 0 && X.contains(V)) {
            Possible = Any ? Possible.join(Range::point(V)) : Range::point(V);
            Any = true;
          }
        if (!Any)
          return false;
        if (Info.L.isSymbol()) {
          assumeRelation(S, Info.L, Relation::GE, Possible.low());
          return assumeRelation(S, Info.L, Relation::LE, Possible.high());
        }
        return true;
      }
      for (int64_t V = 0; V <= int64_t(Free); ++V)
        if ((uint64_t(V) & ~Free) == 0)
          if (!assumeRelation(S, Info.L, Relation::NE, V))
            return false;
    }
    return true;
  }
  case SymbolInfo::Sum: {
    if (!refine(S, Sym, Rel, C))
      return false;
    // Near the ends of the type the sum may wrap.
    constexpr int64_t Far = int64_t(1) << 40;
    if (C > -Far && C < Far && Info.Index > -Far && Info.Index < Far)
      return assumeRelation(S, Info.L, Rel, C - Info.Index);
    return true;
  }
  default:
    return refine(S, Sym, Rel, C);
  }
}

bool Solver::assume(State &S, Value V, bool Truth) {
  return assumeRelation(S, V, Truth ? Relation::NE : Relation::EQ, 0);
}

} // namespace dbtidy
