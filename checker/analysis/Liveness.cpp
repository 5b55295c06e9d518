//===- Liveness.cpp - What a state may forget -----------------------------===//
//
// See Liveness.h.
//
//===----------------------------------------------------------------------===//

#include "analysis/Liveness.h"
#include "analysis/SessionAnalysis.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace dbtidy {

//===- Last uses ----------------------------------------------------------===//

Liveness::Liveness(const FunctionFacts &Facts, Values &Vals,
                   AnalysisCounters &Counters)
    : Facts(Facts), Vals(Vals), Counters(Counters), LastUse(Facts.Registers) {
  for (const Block &B : Facts.Blocks) {
    for (const Instruction &I : B.Code)
      noteUses(I, B.LoopEnd);
    noteUse(B.Condition, B.LoopEnd);
  }
}

void Liveness::noteUse(RegId R, unsigned End) {
  if (R != NoReg && R < LastUse.size())
    LastUse[R] = std::max(LastUse[R], End);
}

void Liveness::noteTaken(RegId R) {
  auto It = R == NoReg ? AddressOf.end() : AddressOf.find(R);
  if (It != AddressOf.end())
    VariableLastUse[Vals.variable(It->second)] = ~0u;
}

void Liveness::noteUses(const Instruction &I, unsigned End) {
  noteUse(I.A, End);
  noteUse(I.B, End);
  switch (I.Op) {
  case Opcode::VarAddress: {
    const auto *V = cast<VarDecl>(I.D);
    AddressOf[I.Dst] = V;
    unsigned &Last = VariableLastUse[Vals.variable(V)];
    Last = std::max(Last, End);
    break;
  }
  case Opcode::FieldAddress:
  case Opcode::ElementAddress:
    if (const VarDecl *V = AddressOf.lookup(I.A))
      AddressOf[I.Dst] = V;
    noteTaken(I.B);
    break;
  case Opcode::Load:
    break;
  case Opcode::Store:
    noteTaken(I.B);
    break;
  default:
    noteTaken(I.A);
    noteTaken(I.B);
    break;
  }
  if (I.Call)
    noteUses(*I.Call, End);
}

void Liveness::noteUses(const CallSite &Call, unsigned End) {
  for (RegId R : Call.Args) {
    noteUse(R, End);
    noteTaken(R);
  }
  noteUse(Call.Object, End);
  noteUse(Call.Target, End);
  noteTaken(Call.Object);
  if (const auto *L = dyn_cast_or_null<LambdaExpr>(Call.E))
    for (const LambdaCapture &C : L->captures())
      if (C.capturesVariable())
        if (const auto *V = dyn_cast<VarDecl>(C.getCapturedVar()))
          VariableLastUse[Vals.variable(V)] = ~0u;
}

//===- Pruning ------------------------------------------------------------===//

void Liveness::prune(State &S, unsigned Block) {
  unsigned Order = Facts.Blocks[Block].Order;
  llvm::erase_if(S.Env,
                 [&](const State::Binding &B) { return isDead(S, B, Order); });
  dropForeignMemory(S);
  dropOldNumbers(S);
  constexpr unsigned Few = 24;
  if (S.Facts.size() < Few)
    return;
  dropOldFacts(S);
  dropFactsOfNobody(S);
}

unsigned Liveness::lastUse(PlaceId P) {
  auto [It, New] = KnownLastUse.try_emplace(P);
  if (New)
    It->second = findLastUse(P);
  return It->second;
}

/// The order of the last block that may ask for \p P; ~0u where nobody can
/// tell.
unsigned Liveness::findLastUse(PlaceId P) const {
  PlaceId Root = Vals.root(P);
  const PlaceInfo &Info = Vals.place(Root);
  if (Info.K == PlaceInfo::Register) {
    bool Own = Info.Of == Facts.Function && Info.Index >= 0 &&
               unsigned(Info.Index) < LastUse.size() && Root == P;
    return Own ? LastUse[Info.Index] : ~0u;
  }
  if (Info.K != PlaceInfo::Variable ||
      !Facts.isLocal(static_cast<const VarDecl *>(Info.Of)))
    return ~0u;
  // For fixes, pointers stay though nobody reads them.
  if (KeepsPointers && Root == P &&
      static_cast<const VarDecl *>(Info.Of)->getType()->isPointerType())
    return ~0u;
  auto It = VariableLastUse.find(Root);
  return It == VariableLastUse.end() ? ~0u : It->second;
}

bool Liveness::isDead(const State &S, const State::Binding &B, unsigned Order) {
  if (lastUse(B.first) >= Order)
    return false;
  if (Vals.place(B.first).K == PlaceInfo::Register)
    return true;
  // A variable that nobody reads again may still be the one that holds.
  return !B.second.isKnown() || !S.held(B.second);
}

/// Memory of others that was written to, beyond what is worth remembering.
void Liveness::dropForeignMemory(State &S) {
  constexpr size_t MaxBindings = 128;
  if (S.Env.size() <= MaxBindings)
    return;
  ++Counters.FactsDropped;
  llvm::erase_if(S.Env, [&](const State::Binding &B) {
    const PlaceInfo &Root = Vals.place(Vals.root(B.first));
    if (Root.K != PlaceInfo::Deref || S.held(B.second) ||
        (B.second.isSymbol() && Vals.symbol(B.second.asSymbol()).Heap))
      return false;
    S.dropFact(Vals.initial(B.first));
    return true;
  });
}

/// The values of numbers, where a function has more of them than people write:
/// the oldest go first.
void Liveness::dropOldNumbers(State &S) {
  constexpr size_t MaxBindings = 512;
  if (S.Env.size() <= MaxBindings)
    return;
  ++Counters.FactsDropped;
  size_t Surplus = S.Env.size() - MaxBindings / 2;
  llvm::erase_if(S.Env, [&](const State::Binding &B) {
    const PlaceInfo &Info = Vals.place(B.first);
    if (!Surplus || Info.K != PlaceInfo::Variable || S.held(B.second) ||
        !static_cast<const VarDecl *>(Info.Of)->getType()->isIntegerType())
      return false;
    --Surplus;
    return true;
  });
}

/// What was known on entry to the function stays true, but is kept only while
/// it is little: the oldest goes first.
void Liveness::dropOldFacts(State &S) {
  constexpr unsigned MaxFacts = 128;
  if (S.Facts.size() <= MaxFacts)
    return;
  ++Counters.FactsDropped;
  unsigned Surplus = S.Facts.size() - MaxFacts / 2;
  llvm::erase_if(S.Facts, [&](const State::Fact &F) {
    if (!Surplus || Vals.symbol(F.first).K != SymbolInfo::Initial)
      return false;
    --Surplus;
    return true;
  });
}

/// Facts about values that nobody holds any more.
void Liveness::dropFactsOfNobody(State &S) {
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

} // namespace dbtidy
