//===- Transfer.cpp - What instructions do to a state ---------------------===//
//
// All instructions but calls. See Solver.h.
//
//===----------------------------------------------------------------------===//

#include "analysis/Solver.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace dbtidy {

//===- Registers and memory -----------------------------------------------===//

Value Solver::reg(const State &S, RegId R) {
  if (R == NoReg)
    return {};
  if (R < Facts.Crosses.size() && Facts.Crosses[R]) {
    const Value *V = S.lookup(Vals.reg(Facts.Function, R));
    return V ? *V : Value();
  }
  return Registers[R];
}

void Solver::setReg(State &S, RegId R, Value V) {
  if (R == NoReg)
    return;
  if (R < Facts.Crosses.size() && Facts.Crosses[R])
    S.bind(Vals.reg(Facts.Function, R), V);
  else
    Registers[R] = V;
}

/// A new value made by \p At. Where the same statement made one before, in an
/// earlier round of a loop, that one loses its name.
Value Solver::makeFresh(State &S, const void *At, int64_t Index, bool Heap) {
  SymbolId Sym = Vals.fresh(At, Index, Heap);
  Value V = Value::symbol(Sym);
  bool Used = S.fact(Sym) != nullptr;
  for (State::Binding &B : S.Env)
    if (B.second == V) {
      Used = true;
      break;
    }
  Held *Old = S.held(V);
  if (!Used && !Old)
    return V;
  Value Former;
  if (Old) {
    // The previous round's resource is still held: it goes on under another
    // name. The one before that, if any, is beyond what is tracked.
    Former = Value::symbol(Vals.fresh(At, Index + 1000, Heap));
    escape(S, Former);
    for (State::Binding &B : S.Env)
      if (B.second == Former)
        B.second = Value();
    S.dropFact(Former.asSymbol());
  }
  for (State::Binding &B : S.Env)
    if (B.second == V)
      B.second = Former;
  // Facts about the old value, and about expressions over it.
  if (Former.isKnown()) {
    if (const Range *R = S.fact(Sym))
      S.setFact(Former.asSymbol(), *R);
    for (Held &H : S.Resources) {
      if (H.Handle == V)
        H.Handle = Former;
      if (H.Parent == V)
        H.Parent = Former;
    }
  }
  llvm::erase_if(S.Facts, [&](const State::Fact &F) {
    const SymbolInfo &Info = Vals.symbol(F.first);
    return F.first == Sym || Info.L == V || Info.R == V;
  });
  // What it pointed to is not what the new one points to.
  PlaceId Target = Vals.deref(Sym);
  llvm::erase_if(S.Env, [&](const State::Binding &B) {
    return Vals.within(B.first, Target);
  });
  return V;
}

Value Solver::loadPlace(State &S, PlaceId P) {
  if (const Value *V = S.lookup(P))
    return *V;
  PlaceId Root = Vals.root(P);
  const PlaceInfo &R = Vals.place(Root);
  if (R.K == PlaceInfo::Register)
    return {};
  if (Vals.place(P).K == PlaceInfo::Owned && isLocal(P) &&
      R.K == PlaceInfo::Variable &&
      !isa<ParmVarDecl>(static_cast<const VarDecl *>(R.Of)))
    return {};
  if (isWeak(P))
    return {};
  return Value::symbol(Vals.initial(P));
}

/// One of many: an element at an index that is not known, or a part of it.
bool Solver::isWeak(PlaceId P) const {
  while (true) {
    const PlaceInfo &Info = Vals.place(P);
    if (Info.K == PlaceInfo::AnyElement)
      return true;
    if (Info.K != PlaceInfo::Field && Info.K != PlaceInfo::Element &&
        Info.K != PlaceInfo::Owned)
      return false;
    P = Info.Base;
  }
}

/// `*a` of an array `a` is an element of it.
PlaceId Solver::asElement(PlaceId P) {
  const PlaceInfo &Info = Vals.place(P);
  QualType T;
  if (Info.K == PlaceInfo::Variable)
    T = static_cast<const VarDecl *>(Info.Of)->getType();
  else if (Info.K == PlaceInfo::Field)
    T = static_cast<const FieldDecl *>(Info.Of)->getType();
  return !T.isNull() && T->isArrayType() ? Vals.anyElement(P) : P;
}

Value Solver::load(State &S, Value Address, const Stmt *At) {
  PlaceId P = Vals.pointee(Address);
  if (P == NoId)
    return makeFresh(S, At, 8);
  P = asElement(P);
  Value V = loadPlace(S, P);
  if (V.isKnown())
    return V;
  V = makeFresh(S, At, 8);
  if (isWeak(P))
    Elements.insert(V.asSymbol());
  return V;
}

void Solver::storePlace(State &S, PlaceId P, Value V, const Stmt *At) {
  const PlaceInfo &Info = Vals.place(P);
  if (isWeak(P)) {
    // Which element is not known. The last handle stored stands for all.
    if (Held *H = S.held(V)) {
      H->Unbound = false;
      Site &Own = Sites[H->Site];
      if (Own.Variable.empty())
        Own.Variable = nameOf(P, At);
      if (const Value *Before = S.lookup(P); Before && *Before != V)
        S.drop(*Before);
      S.bind(P, V);
    } else if (V.isSymbol() && Vals.symbol(V.asSymbol()).Heap) {
      insertSorted(S.EscapedHeap, V.asSymbol());
    }
    return;
  }
  Value Old;
  if (const Value *Bound = S.lookup(P))
    Old = *Bound;
  // The parts of a record go with it. A pointer or number has none.
  if (!V.isSymbol() || !S.lookup(P))
    llvm::erase_if(S.Env, [&](const State::Binding &B) {
      return B.first > P && Vals.within(B.first, P) && !S.held(B.second);
    });
  S.bind(P, V);
  if (Held *H = S.held(V)) {
    H->Unbound = false;
    Site &Own = Sites[H->Site];
    if (Own.Variable.empty() &&
        Vals.place(Vals.root(P)).K != PlaceInfo::Register)
      Own.Variable = nameOf(P, At);
  }
  // A closure in an object: a guard, that runs it when it dies.
  if (Info.K == PlaceInfo::Field && closureOf(S, V))
    giveClosure(S, CallSite(), V);
  // An object that releases what it refers to, when it dies.
  if (V.isAddress() && Info.K == PlaceInfo::Field &&
      Unit.destructorReleases(static_cast<const FieldDecl *>(Info.Of)))
    insertSorted(S.Guarded, V.asPlace());
  // Whoever gets the address of a local may fill or empty it.
  if (V.isAddress() && !isLocal(P) && isLocal(V.asPlace())) {
    escapePlace(S, V.asPlace());
    insertSorted(S.Guarded, V.asPlace());
  }
  if (Old.isKnown() && Old != V)
    overwritten(S, P, Old, V, At);
}

void Solver::store(State &S, Value Address, Value V, const Stmt *At) {
  if (V.isAggregate()) {
    PlaceId To = Vals.pointee(Address);
    if (To != NoId)
      copyAggregate(S, V.asPlace(), To, At, /*Move=*/true);
    else
      escapePlace(S, V.asPlace());
    return;
  }
  PlaceId P = Vals.pointee(Address);
  if (P == NoId) {
    // Stored where we cannot see: somebody else's now.
    escape(S, V);
    return;
  }
  if (!V.isKnown())
    V = makeFresh(S, At, 9);
  storePlace(S, asElement(P), V, At);
}

/// Rebuilds the path of \p P, which is within \p From, upon \p To.
static PlaceId transplant(Values &Vals, PlaceId P, PlaceId From, PlaceId To) {
  if (P == From)
    return To;
  const PlaceInfo Info = Vals.place(P);
  PlaceId Base = transplant(Vals, Info.Base, From, To);
  switch (Info.K) {
  case PlaceInfo::Field:
    return Vals.field(Base, static_cast<const FieldDecl *>(Info.Of));
  case PlaceInfo::Element:
    return Vals.element(Base, Info.Index);
  case PlaceInfo::AnyElement:
    return Vals.anyElement(Base);
  case PlaceInfo::Owned:
    return Vals.owned(Base);
  default:
    return To;
  }
}

void Solver::copyAggregate(State &S, PlaceId From, PlaceId To, const Stmt *At,
                           bool Move) {
  if (From == To)
    return;
  llvm::SmallVector<State::Binding, 8> Parts;
  for (const State::Binding &B : S.Env)
    if (Vals.within(B.first, From))
      Parts.push_back(B);
  bool FromTemporary = Vals.place(Vals.root(From)).K == PlaceInfo::Register;
  for (const State::Binding &B : Parts) {
    PlaceId Target = transplant(Vals, B.first, From, To);
    bool Owned = Vals.place(B.first).K == PlaceInfo::Owned;
    if (Owned && S.lookup(Target))
      // A smart pointer releases what it owned before.
      if (const Value *Old = S.lookup(Target); *Old != B.second)
        if (const Held *H = S.held(*Old))
          release(S, *Old, Sites[H->Site].Resource);
    storePlace(S, Target, B.second, At);
    if (Move && (Owned || FromTemporary)) {
      if (Owned)
        S.bind(B.first, Value::integer(0));
      else
        S.unbind(B.first);
    }
  }
  // A struct that is itself a handle (in place) keeps its name.
  if (FromTemporary)
    if (Held *H = S.held(Value::address(From)))
      H->Handle = Value::address(To);
}

/// Somebody may have written to \p Outer and its parts.
void Solver::forget(State &S, PlaceId Outer, const Stmt *At) {
  llvm::SmallVector<PlaceId, 8> Parts;
  for (const State::Binding &B : S.Env)
    if (Vals.within(B.first, Outer) && !S.held(B.second) &&
        Vals.place(B.first).K != PlaceInfo::Owned)
      Parts.push_back(B.first);
  // What was asked of memory before and never bound.
  for (const State::Fact &F : S.Facts) {
    const SymbolInfo &Info = Vals.symbol(F.first);
    if (Info.K == SymbolInfo::Initial && Vals.within(Info.Place, Outer) &&
        !S.lookup(Info.Place))
      insertSorted(Parts, Info.Place);
  }
  for (PlaceId P : Parts)
    S.bind(P, makeFresh(S, At, 2000 + int64_t(P)));
}

//===- Conditions as values -----------------------------------------------===//

Value Solver::compare(State &S, Relation Rel, Value L, Value R) {
  if (L.isInt() && R.isInt())
    return Value::integer(holds(Rel, L.Payload, R.Payload));
  if (R.isKnown() && L.isInt()) {
    std::swap(L, R);
    Rel = mirror(Rel);
  }
  if (R.isInt()) {
    if (std::optional<bool> B = rangeOf(S, L).decide(Rel, R.Payload))
      return Value::integer(*B);
    if (L.isSymbol()) {
      const SymbolInfo Info = Vals.symbol(L.asSymbol());
      // `(a == b) != 0` is `a == b`.
      if (Info.K == SymbolInfo::Compare && R.isNull()) {
        if (Rel == Relation::NE)
          return L;
        if (Rel == Relation::EQ)
          return compare(S, negate(Info.Rel), Info.L, Info.R);
      }
      // SQL_SUCCEEDED(rc): all that rc can be answers alike.
      if (Info.K == SymbolInfo::Mask &&
          (Rel == Relation::EQ || Rel == Relation::NE)) {
        Range X = rangeOf(S, Info.L);
        std::optional<bool> Common;
        bool Alike = false;
        if (X.low() > Range::Min && X.high() < Range::Max &&
            X.high() - X.low() < 16) {
          Alike = true;
          for (int64_t V = X.low(); V <= X.high() && Alike; ++V) {
            if (!X.contains(V))
              continue;
            bool B = holds(Rel, V & Info.Index, R.Payload);
            Alike = !Common || *Common == B;
            Common = B;
          }
        }
        if (Alike && Common)
          return Value::integer(*Common);
        uint64_t Free = ~uint64_t(Info.Index);
        if (R.isNull() && Free <= 0xf) {
          // None of the numbers that make it zero is possible.
          bool Possible = false;
          for (int64_t V = 0; V <= int64_t(Free); ++V)
            Possible |= (uint64_t(V) & ~Free) == 0 && X.contains(V);
          if (!Possible)
            return Value::integer(Rel == Relation::NE);
        }
      }
    }
  } else if (L == R && L.isKnown()) {
    return Value::integer(holds(Rel, 0, 0));
  } else if (L.isAddress() && R.isAddress() &&
             (Rel == Relation::EQ || Rel == Relation::NE)) {
    return Value::integer(Rel == Relation::NE);
  } else if (std::optional<int64_t> P = rangeOf(S, R).asPoint()) {
    return compare(S, Rel, L, Value::integer(*P));
  } else if (std::optional<int64_t> Left = rangeOf(S, L).asPoint()) {
    return compare(S, mirror(Rel), R, Value::integer(*Left));
  }
  Value V = Vals.compare(Rel, L, R);
  if (V.isSymbol())
    if (std::optional<int64_t> P = rangeOf(S, V).asPoint())
      return Value::integer(*P);
  return V;
}

Value Solver::mask(State &S, Value L, Value R) {
  if (L.isInt() && R.isInt())
    return Value::integer(L.Payload & R.Payload);
  if (L.isInt())
    std::swap(L, R);
  if (!R.isInt())
    return {};
  // `& 1` of a truth value.
  if (std::optional<int64_t> P = rangeOf(S, L).asPoint())
    return Value::integer(*P & R.Payload);
  return Vals.mask(L, R.Payload);
}

//===- Closures -----------------------------------------------------------===//

void Solver::closure(State &S, const Instruction &I) {
  const auto *L = cast<LambdaExpr>(I.Call->E);
  Value Made = makeFresh(S, L, 0);
  Closures[Made.asSymbol()] = L;
  setReg(S, I.Dst, Made);
  // [p = std::move(owner)]: what is moved into the closure lives there.
  unsigned Index = 0;
  for (const LambdaCapture &C : L->captures()) {
    RegId R = Index < I.Call->Args.size() ? I.Call->Args[Index] : NoReg;
    ++Index;
    if (!C.capturesVariable() || !C.getCapturedVar()->isInitCapture())
      continue;
    const auto *Captured = dyn_cast<VarDecl>(C.getCapturedVar());
    Value V = reg(S, R);
    if (V.isAggregate())
      escapePlace(S, V.asPlace());
    else if (Captured && V.isKnown())
      S.bind(Vals.variable(Captured), V);
  }
}

//===- Instructions -------------------------------------------------------===//

static std::optional<Relation> relationOf(BinaryOperatorKind K) {
  switch (K) {
  case BO_EQ:
    return Relation::EQ;
  case BO_NE:
    return Relation::NE;
  case BO_LT:
    return Relation::LT;
  case BO_LE:
    return Relation::LE;
  case BO_GT:
    return Relation::GT;
  case BO_GE:
    return Relation::GE;
  default:
    return std::nullopt;
  }
}

bool Solver::transfer(State &S, const Instruction &I, size_t Index) {
  switch (I.Op) {
  case Opcode::Constant:
    setReg(S, I.Dst, Value::integer(I.Imm));
    return true;
  case Opcode::FunctionAddress:
    setReg(S, I.Dst, Vals.function(cast<FunctionDecl>(I.D)));
    return true;
  case Opcode::This:
    setReg(S, I.Dst, Value::symbol(Vals.initial(Vals.thisPlace())));
    return true;
  case Opcode::VarAddress: {
    const auto *V = cast<VarDecl>(I.D);
    PlaceId P = Vals.variable(V);
    if (V->getType()->isReferenceType()) {
      Value Target = loadPlace(S, P);
      setReg(S, I.Dst, Target);
    } else {
      setReg(S, I.Dst, Value::address(P));
    }
    return true;
  }
  case Opcode::FieldAddress: {
    PlaceId Base = Vals.pointee(reg(S, I.A));
    setReg(S, I.Dst,
           Base == NoId
               ? Value()
               : Value::address(Vals.field(Base, cast<FieldDecl>(I.D))));
    return true;
  }
  case Opcode::ElementAddress: {
    Value A = reg(S, I.A);
    PlaceId Base = Vals.pointee(A);
    if (Base == NoId) {
      setReg(S, I.Dst, Value());
      return true;
    }
    Value N = reg(S, I.B);
    // `p[0]` is `*p`; an array's first element is not the array.
    if (N.isInt() && N.Payload == 0 && asElement(Base) == Base &&
        !S.lookup(Vals.element(Base, 0)) &&
        Vals.place(Base).K != PlaceInfo::Register)
      setReg(S, I.Dst, A);
    else if (N.isInt())
      setReg(S, I.Dst, Value::address(Vals.element(Base, N.Payload)));
    else
      setReg(S, I.Dst, Value::address(Vals.anyElement(Base)));
    return true;
  }
  case Opcode::TempAddress: {
    Value A = reg(S, I.A);
    if (A.isAggregate()) {
      setReg(S, I.Dst, Value::address(A.asPlace()));
      return true;
    }
    PlaceId P = Vals.reg(Facts.Function, I.Dst + Facts.Registers);
    // A temporary of an earlier round is gone.
    llvm::erase_if(S.Env, [&](const State::Binding &B) {
      return Vals.within(B.first, P);
    });
    if (A.isKnown())
      S.bind(P, A);
    setReg(S, I.Dst, Value::address(P));
    return true;
  }
  case Opcode::Load:
    setReg(S, I.Dst, load(S, reg(S, I.A), I.S));
    return true;
  case Opcode::LoadAggregate:
  case Opcode::MoveAggregate: {
    Value A = reg(S, I.A);
    PlaceId P = Vals.pointee(A);
    if (P == NoId) {
      setReg(S, I.Dst, Value());
      return true;
    }
    // A record that is a handle by value.
    if (const Value *V = S.lookup(P); V && V->isSymbol() && S.held(*V)) {
      setReg(S, I.Dst, *V);
      return true;
    }
    if (Vals.place(P).K == PlaceInfo::Register) {
      setReg(S, I.Dst, Value::aggregate(P));
      return true;
    }
    // A snapshot: what the copy is stored into must not change with the
    // original.
    PlaceId Temp = Vals.reg(Facts.Function, I.Dst + Facts.Registers);
    llvm::erase_if(S.Env, [&](const State::Binding &B) {
      return Vals.within(B.first, Temp);
    });
    copyAggregate(S, P, Temp, I.S, I.Op == Opcode::MoveAggregate);
    setReg(S, I.Dst, Value::aggregate(Temp));
    return true;
  }
  case Opcode::Store:
    store(S, reg(S, I.A), reg(S, I.B), I.S);
    return true;
  case Opcode::BindReference: {
    Value A = reg(S, I.A);
    S.bind(Vals.variable(cast<VarDecl>(I.D)),
           A.isKnown() ? A : makeFresh(S, I.S, 7));
    return true;
  }
  case Opcode::Declare: {
    PlaceId P = Vals.variable(cast<VarDecl>(I.D));
    // The variable of an earlier round, if it is still there, dies.
    llvm::SmallVector<State::Binding, 4> Old;
    for (const State::Binding &B : S.Env)
      if (Vals.within(B.first, P))
        Old.push_back(B);
    for (const State::Binding &B : Old) {
      S.unbind(B.first);
      overwritten(S, B.first, B.second, Value(), I.S);
    }
    llvm::erase_if(S.Guarded, [&](PlaceId G) { return G == P; });
    S.bind(P, makeFresh(S, I.D, 0));
    return true;
  }
  case Opcode::Compare: {
    std::optional<Relation> Rel = relationOf(I.Rel);
    setReg(S, I.Dst,
           Rel ? compare(S, *Rel, reg(S, I.A), reg(S, I.B)) : Value());
    return true;
  }
  case Opcode::Mask:
    setReg(S, I.Dst, mask(S, reg(S, I.A), reg(S, I.B)));
    return true;
  case Opcode::Add: {
    Value A = reg(S, I.A);
    if (A.isInt()) {
      int64_t Sum = 0;
      if (__builtin_add_overflow(A.Payload, I.Imm, &Sum))
        setReg(S, I.Dst, Value());
      else
        setReg(S, I.Dst, Value::integer(Sum));
    } else {
      Range R = rangeOf(S, A);
      constexpr int64_t Far = int64_t(1) << 40;
      bool Bounded =
          R.low() > -Far && R.high() < Far && I.Imm > -Far && I.Imm < Far;
      if (Bounded && R.asPoint()) {
        setReg(S, I.Dst, Value::integer(*R.asPoint() + I.Imm));
        return true;
      }
      Value Sum = Vals.sum(A, I.Imm);
      // In a loop the same sum stands for another number each time.
      if (Sum.isSymbol())
        llvm::erase_if(S.Facts, [&](const State::Fact &F) {
          const SymbolInfo &Info = Vals.symbol(F.first);
          return F.first == Sum.asSymbol() || Info.L == Sum || Info.R == Sum;
        });
      if (Bounded && Sum.isSymbol())
        S.setFact(Sum.asSymbol(),
                  Range::interval(R.low() + I.Imm, R.high() + I.Imm));
      setReg(S, I.Dst, Sum);
    }
    return true;
  }
  case Opcode::Not: {
    Value A = reg(S, I.A);
    setReg(S, I.Dst, compare(S, Relation::EQ, A, Value::integer(0)));
    return true;
  }
  case Opcode::Copy:
    setReg(S, I.Dst, reg(S, I.A));
    return true;
  case Opcode::Opaque:
  case Opcode::Modify:
    setReg(S, I.Dst, makeFresh(S, I.S, 6));
    return true;
  case Opcode::Closure:
    closure(S, I);
    return true;
  case Opcode::Escape: {
    Value V = reg(S, I.A);
    escape(S, V);
    if (V.isAggregate() || V.isAddress())
      escapePlace(S, V.asPlace());
    // Who has the address may take what is put there later.
    if (V.isAddress())
      insertSorted(S.Guarded, V.asPlace());
    return true;
  }
  case Opcode::Return:
    leaveFunction(S, ExitKind::Return, I.S, reg(S, I.A));
    return false;
  case Opcode::Throw:
    raise(S, I.S, I.Thrown, I.Scope, nullptr);
    return false;
  case Opcode::MayThrow:
    raise(S, I.S, QualType(), I.Scope, &I.Call->Name);
    return true;
  case Opcode::Stop:
    return false;
  case Opcode::EndStatement:
    endStatement(S, I);
    return true;
  case Opcode::Call: {
    llvm::SmallVector<Split, 4> Out;
    call(S, I, *I.Call, Out);
    llvm::erase_if(Out, [](const Split &X) { return !X.Continues; });
    if (Out.empty())
      return false;
    for (size_t K = Out.size(); K-- > 1;)
      Suspended.push_back(
          {std::move(Out[K].S), Index + 1, I.Dst, Out[K].Result});
    S = std::move(Out.front().S);
    setReg(S, I.Dst, Out.front().Result);
    return true;
  }
  }
  return true;
}

} // namespace dbtidy
