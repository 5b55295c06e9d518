//===- State.cpp - What is known at a program point -----------------------===//
//
// Look-up, keys and join. See State.h.
//
//===----------------------------------------------------------------------===//

#include "analysis/State.h"
#include "llvm/ADT/STLExtras.h"
#include <algorithm>

namespace dbtidy {

static bool before(const State::Binding &B, PlaceId P) { return B.first < P; }
static bool beforeFact(const State::Fact &F, SymbolId S) { return F.first < S; }

const Value *State::lookup(PlaceId P) const {
  auto It = std::lower_bound(Env.begin(), Env.end(), P, before);
  return It != Env.end() && It->first == P ? &It->second : nullptr;
}

void State::bind(PlaceId P, Value V) {
  auto It = std::lower_bound(Env.begin(), Env.end(), P, before);
  if (It != Env.end() && It->first == P)
    It->second = V;
  else
    Env.insert(It, {P, V});
}

void State::unbind(PlaceId P) {
  auto It = std::lower_bound(Env.begin(), Env.end(), P, before);
  if (It != Env.end() && It->first == P)
    Env.erase(It);
}

const Range *State::fact(SymbolId S) const {
  auto It = std::lower_bound(Facts.begin(), Facts.end(), S, beforeFact);
  return It != Facts.end() && It->first == S ? &It->second : nullptr;
}

void State::setFact(SymbolId S, const Range &R) {
  auto It = std::lower_bound(Facts.begin(), Facts.end(), S, beforeFact);
  bool Exists = It != Facts.end() && It->first == S;
  if (R.isFull()) {
    if (Exists)
      Facts.erase(It);
  } else if (Exists) {
    It->second = R;
  } else {
    Facts.insert(It, {S, R});
  }
}

void State::dropFact(SymbolId S) { setFact(S, Range()); }

Held *State::held(Value Handle) {
  if (!Handle.isKnown())
    return nullptr;
  for (Held &H : Resources)
    if (H.Handle == Handle)
      return &H;
  return nullptr;
}

void State::addHeld(const Held &H) {
  auto It =
      std::find_if(Resources.begin(), Resources.end(), [&](const Held &O) {
        return O.Site > H.Site || (O.Site == H.Site && H.Handle < O.Handle);
      });
  Resources.insert(It, H);
}

void State::drop(Value Handle) {
  llvm::erase_if(Resources, [&](const Held &H) { return H.Handle == Handle; });
}

bool State::isGuarded(PlaceId P) const {
  return std::binary_search(Guarded.begin(), Guarded.end(), P);
}

bool State::isEscaped(SymbolId Heap) const {
  return std::binary_search(EscapedHeap.begin(), EscapedHeap.end(), Heap);
}

const FormerHandle *State::former(Value Handle) const {
  for (const FormerHandle &F : Former)
    if (F.Handle == Handle)
      return &F;
  return nullptr;
}

void State::addFormer(const FormerHandle &F) {
  constexpr size_t Few = 8;
  dropFormer(F.Handle);
  if (Former.size() == Few)
    Former.erase(Former.begin());
  Former.push_back(F);
}

void State::dropFormer(Value V) {
  llvm::erase_if(Former, [&](const FormerHandle &F) { return F.Handle == V; });
}

llvm::SmallVector<uint64_t, 12> State::key() const {
  llvm::SmallVector<uint64_t, 12> Key;
  llvm::SmallVector<std::pair<Value, unsigned>, 8> Handles;
  for (const Held &H : Resources) {
    Key.push_back(uint64_t(H.Site) << 32 | uint64_t(H.Handle.Payload) << 2 |
                  uint64_t(H.Unbound) << 1 | uint64_t(H.Forwarded));
    Handles.push_back({H.Handle, unsigned(Handles.size())});
  }
  llvm::sort(Handles);
  if (!Handles.empty())
    for (const Binding &B : Env) {
      auto It = std::lower_bound(Handles.begin(), Handles.end(),
                                 std::pair<Value, unsigned>(B.second, 0));
      if (It != Handles.end() && It->first == B.second)
        Key.push_back(uint64_t(B.first) | uint64_t(It->second) << 40 |
                      1ull << 56);
    }
  for (Value V : Released)
    Key.push_back(uint64_t(V.Payload) | uint64_t(V.K) << 40 | 2ull << 48);
  for (Value V : Kept)
    Key.push_back(uint64_t(V.Payload) | uint64_t(V.K) << 40 | 3ull << 48);
  return Key;
}

Range rangeOf(const State &S, Value V) {
  switch (V.K) {
  case Value::Int:
    return Range::point(V.Payload);
  case Value::Address:
  case Value::Function: {
    Range R;
    R.refine(Relation::NE, 0);
    return R;
  }
  case Value::Symbol:
    if (const Range *R = S.fact(V.asSymbol()))
      return *R;
    return Range();
  case Value::Unknown:
  case Value::Aggregate:
    return Range();
  }
  return Range();
}

static const PathNode *commonBeginning(const PathNode *A, const PathNode *B) {
  while (A != B) {
    unsigned LA = A ? A->Length : 0, LB = B ? B->Length : 0;
    if (LA >= LB)
      A = A ? A->Parent : nullptr;
    if (LB >= LA)
      B = B ? B->Parent : nullptr;
  }
  return A;
}

/// The value of a place that is not bound: what it held on entry, or for a
/// temporary nothing.
static Value unbound(PlaceId P, Values &V) {
  return V.place(V.root(P)).K == PlaceInfo::Register
             ? Value()
             : Value::symbol(V.initial(P));
}

/// `p && *p`: where `p` is null there is no `*p`, so that whatever is known of
/// it elsewhere holds here too.
static bool isBehindNull(const State &S, SymbolId Sym, const Values &V) {
  constexpr unsigned MostSteps = 8;
  for (unsigned Step = 0; Step < MostSteps; ++Step) {
    const SymbolInfo &Info = V.symbol(Sym);
    if (Info.K != SymbolInfo::Initial)
      return false;
    const PlaceInfo &Root = V.place(V.root(Info.Place));
    if (Root.K != PlaceInfo::Deref)
      return false;
    Sym = Root.Base;
    if (const Range *R = S.fact(Sym); R && R->asPoint() == 0)
      return true;
  }
  return false;
}

/// What both have released, or one of them where the other has none: `if (c)
/// release(c);` leaves nothing to use either way.
static bool joinFormer(State &Into, const State &From) {
  auto IsNull = [](const State &S, Value Handle) {
    return rangeOf(S, Handle).asPoint() == 0;
  };
  llvm::SmallVector<FormerHandle, 2> Joined;
  for (FormerHandle F : Into.Former) {
    const FormerHandle *Other = From.former(F.Handle);
    if (Other) {
      F.Since = commonBeginning(F.Since, Other->Since);
      F.Path = commonBeginning(F.Path, Other->Path);
    }
    if (Other || IsNull(From, F.Handle))
      Joined.push_back(F);
  }
  for (const FormerHandle &F : From.Former)
    if (!Into.former(F.Handle) && IsNull(Into, F.Handle))
      Joined.push_back(F);
  if (Joined == Into.Former)
    return false;
  Into.Former = std::move(Joined);
  return true;
}

bool join(State &Into, const State &From, Values &V, const void *Function,
          unsigned Block, Widening W) {
  // Before the facts that say what is null.
  bool Changed = joinFormer(Into, From);

  llvm::SmallVector<State::Binding, 8> Env;
  Env.reserve(std::max(Into.Env.size(), From.Env.size()));
  llvm::SmallVector<std::pair<SymbolId, Range>, 4> Joined;
  auto Merge = [&](PlaceId P, Value A, Value B) {
    // Spares the search for it.
    auto IsJoin = [&](Value Of) {
      if (!Of.isSymbol())
        return false;
      const SymbolInfo &Info = V.symbol(Of.asSymbol());
      return Info.K == SymbolInfo::Join && Info.Place == P &&
             Info.Index == Block && Info.Of == Function;
    };
    if (A == B) {
      Env.push_back({P, A});
      return;
    }
    if (V.place(V.root(P)).K == PlaceInfo::Register) {
      // Two ways to the same outcome: `a || b`.
      std::optional<int64_t> Outcome = rangeOf(Into, A).asPoint();
      if (Outcome && Outcome == rangeOf(From, B).asPoint())
        Env.push_back({P, Value::integer(*Outcome)});
      return;
    }
    SymbolId S = IsJoin(A) ? A.asSymbol() : V.join(Function, Block, P);
    Range R = rangeOf(Into, A).join(rangeOf(From, B));
    if (W == Widening::Yes &&
        !(A == Value::symbol(S) && R == rangeOf(Into, A))) {
      // Keeps only whether it can be zero: ranges that grow round by round
      // would take long to settle.
      Range Wide;
      if (!R.contains(0))
        Wide.refine(Relation::NE, 0);
      R = Wide;
    }
    if (!A.isKnown() || !B.isKnown())
      R = Range();
    Env.push_back({P, Value::symbol(S)});
    Joined.push_back({S, R});
  };

  auto IA = Into.Env.begin(), EA = Into.Env.end();
  auto IB = From.Env.begin(), EB = From.Env.end();
  while (IA != EA || IB != EB) {
    if (IB == EB || (IA != EA && IA->first < IB->first)) {
      Merge(IA->first, IA->second, unbound(IA->first, V));
      ++IA;
    } else if (IA == EA || IB->first < IA->first) {
      Merge(IB->first, unbound(IB->first, V), IB->second);
      ++IB;
    } else {
      Merge(IA->first, IA->second, IB->second);
      ++IA;
      ++IB;
    }
  }
  if (Env.size() != Into.Env.size() ||
      !std::equal(Env.begin(), Env.end(), Into.Env.begin()))
    Changed = true;

  llvm::SmallVector<State::Fact, 8> Facts;
  auto FA = Into.Facts.begin();
  auto FB = From.Facts.begin();
  while (FA != Into.Facts.end() || FB != From.Facts.end()) {
    bool OnlyInto = FB == From.Facts.end() ||
                    (FA != Into.Facts.end() && FA->first < FB->first);
    bool OnlyFrom =
        !OnlyInto && (FA == Into.Facts.end() || FB->first < FA->first);
    if (OnlyInto) {
      if (isBehindNull(From, FA->first, V))
        Facts.push_back(*FA);
      ++FA;
    } else if (OnlyFrom) {
      if (isBehindNull(Into, FB->first, V))
        Facts.push_back(*FB);
      ++FB;
    } else {
      Range R = FA->second.join(FB->second);
      if (W == Widening::Yes && R != FA->second) {
        Range Wide;
        if (!R.contains(0))
          Wide.refine(Relation::NE, 0);
        R = Wide;
      }
      if (!R.isFull())
        Facts.push_back({FA->first, R});
      ++FA;
      ++FB;
    }
  }
  State Merged;
  Merged.Facts = std::move(Facts);
  for (auto &[S, R] : Joined)
    Merged.setFact(S, R);
  if (Merged.Facts.size() != Into.Facts.size() ||
      !std::equal(Merged.Facts.begin(), Merged.Facts.end(), Into.Facts.begin()))
    Changed = true;

  Into.Env = std::move(Env);
  Into.Facts = std::move(Merged.Facts);

  for (size_t I = 0; I < Into.Resources.size(); ++I) {
    Held &A = Into.Resources[I];
    const Held &B = From.Resources[I];
    A.Since = commonBeginning(A.Since, B.Since);
    if (A.Parent != B.Parent)
      A.Parent = Value();
    if (A.Asked && A.Asked != B.Asked) {
      A.Asked = nullptr;
      Changed = true;
    }
  }
  for (PlaceId P : From.Guarded)
    if (!Into.isGuarded(P)) {
      insertSorted(Into.Guarded, P);
      Changed = true;
    }
  for (SymbolId S : From.Shared)
    if (!std::binary_search(Into.Shared.begin(), Into.Shared.end(), S)) {
      insertSorted(Into.Shared, S);
      Changed = true;
    }
  for (SymbolId S : From.EscapedHeap)
    if (!Into.isEscaped(S)) {
      insertSorted(Into.EscapedHeap, S);
      Changed = true;
    }
  Changed |= intersect(Into.Loans, From.Loans);
  Changed |= intersect(Into.Used, From.Used);
  const PathNode *Path = commonBeginning(Into.Path, From.Path);
  if (Path != Into.Path) {
    Into.Path = Path;
    Changed = true;
  }
  return Changed;
}

} // namespace dbtidy
