//===- Transfer.cpp - What instructions do to a state ---------------------===//
//
// What each instruction does to a state: one case per opcode. What takes more
// than a few lines is a function above, or in the file for its subject. See
// Solver.h.
//
//===----------------------------------------------------------------------===//

#include "analysis/Solver.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace dbtidy {

Value Solver::addressOf(State &S, const Instruction &I) {
  switch (I.Op) {
  case Opcode::VarAddress: {
    const auto *V = cast<VarDecl>(I.D);
    PlaceId P = Vals.variable(V);
    return V->getType()->isReferenceType() ? loadPlace(S, P)
                                           : Value::address(P);
  }
  case Opcode::FieldAddress: {
    // Memory whose fields are used was there to be had.
    if (Value A = reg(S, I.A); A.isSymbol() && Vals.symbol(A.asSymbol()).Heap)
      refine(S, A.asSymbol(), Relation::NE, 0);
    PlaceId Base = Vals.pointee(reg(S, I.A));
    return Base == NoId
               ? Value()
               : Value::address(Vals.field(Base, cast<FieldDecl>(I.D)));
  }
  case Opcode::ElementAddress: {
    Value A = reg(S, I.A);
    PlaceId Base = Vals.pointee(A);
    if (Base == NoId)
      return {};
    Value N = reg(S, I.B);
    if (!N.isInt())
      return Value::address(Vals.anyElement(Base));
    // `p[0]` is `*p`; an array's first element is not the array.
    if (N.isNull() && asElement(Base) == Base &&
        !S.lookup(Vals.element(Base, 0)) &&
        Vals.place(Base).K != PlaceInfo::Register)
      return A;
    return Value::address(Vals.element(Base, N.Payload));
  }
  case Opcode::TempAddress: {
    Value A = reg(S, I.A);
    if (A.isAggregate())
      return Value::address(A.asPlace());
    PlaceId P = Vals.reg(Facts.Function, I.Dst + Facts.Registers);
    clear(S, P); // A temporary of an earlier round is gone.
    if (const auto *E = dyn_cast_or_null<Expr>(I.S))
      Temporaries[P] = E->getType()->getAsCXXRecordDecl();
    if (A.isKnown())
      S.bind(P, A);
    return Value::address(P);
  }
  default:
    return {};
  }
}

Value Solver::copyOfRecord(State &S, const Instruction &I) {
  PlaceId P = Vals.pointee(reg(S, I.A));
  if (P == NoId)
    return {};
  // A record that is a handle by value.
  if (const Value *V = S.lookup(P); V && V->isSymbol() && S.held(*V))
    return *V;
  if (Vals.place(P).K == PlaceInfo::Register)
    return Value::aggregate(P);
  // A snapshot: what the copy is stored into must not change with the
  // original.
  PlaceId Copy = Vals.reg(Facts.Function, I.Dst + Facts.Registers);
  clear(S, Copy);
  copyAggregate(S, P, Copy, I.S, I.Op == Opcode::MoveAggregate);
  return Value::aggregate(Copy);
}

void Solver::declare(State &S, const Instruction &I) {
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
}

Value Solver::sum(State &S, Value L, int64_t Addend) {
  if (L.isInt()) {
    int64_t Sum = 0;
    return __builtin_add_overflow(L.Payload, Addend, &Sum)
               ? Value()
               : Value::integer(Sum);
  }
  Range R = rangeOf(S, L);
  constexpr int64_t Far = int64_t(1) << 40;
  bool Bounded =
      R.low() > -Far && R.high() < Far && Addend > -Far && Addend < Far;
  if (std::optional<int64_t> Point = R.asPoint(); Point && Bounded)
    return Value::integer(*Point + Addend);
  Value Sum = Vals.sum(L, Addend);
  if (!Sum.isSymbol())
    return Sum;
  // In a loop the same sum stands for another number each time.
  llvm::erase_if(S.Facts, [&](const State::Fact &F) {
    const SymbolInfo &Info = Vals.symbol(F.first);
    return F.first == Sum.asSymbol() || Info.L == Sum || Info.R == Sum;
  });
  if (Bounded)
    S.setFact(Sum.asSymbol(),
              Range::interval(R.low() + Addend, R.high() + Addend));
  return Sum;
}

/// The first state after a call goes on here, the others are set aside.
bool Solver::runCall(State &S, const Instruction &I, size_t Index) {
  llvm::SmallVector<Split, 4> Out;
  call(S, I, *I.Call, Out);
  llvm::erase_if(Out, [](const Split &X) { return !X.Continues; });
  if (Out.empty())
    return false;
  for (size_t K = Out.size(); K-- > 1;)
    Suspended.push_back({std::move(Out[K].S), Index + 1, I.Dst, Out[K].Result});
  S = std::move(Out.front().S);
  setReg(S, I.Dst, Out.front().Result);
  return true;
}

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

/// `handle == (void *)5`: who knows a number that is no object knows what the
/// other values mean, too.
void Solver::compareWithNumber(State &S, Value Handle, Value Number) {
  const Held *H = Number.isInt() && Number.Payload ? S.held(Handle) : nullptr;
  if (H && !Sites[H->Site].ZeroIsHandle)
    escape(S, Handle);
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
  case Opcode::VarAddress:
  case Opcode::FieldAddress:
  case Opcode::ElementAddress:
  case Opcode::TempAddress:
    setReg(S, I.Dst, addressOf(S, I));
    return true;
  case Opcode::Load:
    setReg(S, I.Dst, load(S, reg(S, I.A), I.S));
    return true;
  case Opcode::LoadAggregate:
  case Opcode::MoveAggregate:
    setReg(S, I.Dst, copyOfRecord(S, I));
    return true;
  case Opcode::Store:
    store(S, reg(S, I.A), reg(S, I.B), I.S);
    return true;
  case Opcode::BindReference: {
    Value A = reg(S, I.A);
    S.bind(Vals.variable(cast<VarDecl>(I.D)),
           A.isKnown() ? A : makeFresh(S, I.S, 7));
    return true;
  }
  case Opcode::Declare:
    declare(S, I);
    return true;
  case Opcode::Compare: {
    std::optional<Relation> Rel = relationOf(I.Rel);
    Value L = reg(S, I.A), R = reg(S, I.B);
    compareWithNumber(S, L, R);
    compareWithNumber(S, R, L);
    setReg(S, I.Dst, Rel ? compare(S, *Rel, L, R) : Value());
    return true;
  }
  case Opcode::Mask:
    setReg(S, I.Dst, mask(S, reg(S, I.A), reg(S, I.B)));
    return true;
  case Opcode::Or:
    setReg(S, I.Dst, either(S, reg(S, I.A), reg(S, I.B), I.S));
    return true;
  case Opcode::Add:
    setReg(S, I.Dst, sum(S, reg(S, I.A), I.Imm));
    return true;
  case Opcode::Not:
    setReg(S, I.Dst, compare(S, Relation::EQ, reg(S, I.A), Value::integer(0)));
    return true;
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
    checkReturn(S, reg(S, I.A), I.S);
    leaveFunction(S, ExitKind::Return, I.S, reg(S, I.A));
    return false;
  case Opcode::Throw:
    raise(S, I.S, {I.Thrown, I.Imm != 0}, I.Scope, nullptr);
    return false;
  case Opcode::MayThrow:
    raise(S, I.S, QualType(), I.Scope, &I.Call->Name);
    return true;
  case Opcode::Stop:
    return false;
  case Opcode::EndStatement:
    endStatement(S, I);
    return true;
  case Opcode::Call:
    return runCall(S, I, Index);
  }
  return true;
}

} // namespace dbtidy
