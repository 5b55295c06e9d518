//===- Conditions.cpp - What conditions teach -----------------------------===//
//
// What a condition teaches, and which value it has: a state in which `x == 0`
// is assumed knows more of x, or cannot be. Conditions are symbols whose origin
// says what was compared, masked or added. See Solver.h.
//
//===----------------------------------------------------------------------===//

#include "analysis/Solver.h"

using namespace clang;

namespace dbtidy {

//===- Assuming -----------------------------------------------------------===//

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

bool Solver::assume(State &S, Value V, bool Truth) {
  return assumeRelation(S, V, Truth ? Relation::NE : Relation::EQ, 0);
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
  switch (Vals.symbol(Sym).K) {
  case SymbolInfo::Compare:
    return assumeOfComparison(S, Sym, Rel, C);
  case SymbolInfo::Mask:
    return assumeOfMask(S, Sym, Rel, C);
  case SymbolInfo::Sum:
    return assumeOfSum(S, Sym, Rel, C);
  default:
    return refine(S, Sym, Rel, C);
  }
}

/// \p Sym is the truth value of a comparison: 0 or 1.
bool Solver::assumeOfComparison(State &S, SymbolId Sym, Relation Rel,
                                int64_t C) {
  const SymbolInfo Info = Vals.symbol(Sym);
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

/// The numbers that \p Bits leave free: all that `x & Bits == 0` allows x to
/// be.
static llvm::SmallVector<int64_t, 16> numbersOutside(int64_t Bits) {
  llvm::SmallVector<int64_t, 16> Numbers;
  uint64_t Free = ~uint64_t(Bits);
  for (int64_t V = 0; V <= int64_t(Free); ++V)
    if ((uint64_t(V) & ~Free) == 0)
      Numbers.push_back(V);
  return Numbers;
}

/// (x & Bits) == 0: x is made of the other bits only. With few of those
/// (SQL_SUCCEEDED: all but the lowest bit), x is one of few numbers.
static bool leavesFew(int64_t Bits) { return ~uint64_t(Bits) <= 0xf; }

/// SQL_SUCCEEDED(rc): decides `(x & Bits) Rel C` where all that x can be
/// answers alike.
static std::optional<bool> decideMasked(const Range &X, int64_t Bits,
                                        Relation Rel, int64_t C) {
  constexpr int64_t Few = 16;
  if (X.low() > Range::Min && X.high() < Range::Max &&
      X.high() - X.low() < Few) {
    std::optional<bool> Common;
    bool Alike = true;
    for (int64_t V = X.low(); V <= X.high() && Alike; ++V) {
      if (!X.contains(V))
        continue;
      bool B = holds(Rel, V & Bits, C);
      Alike = !Common || *Common == B;
      Common = B;
    }
    if (Alike && Common)
      return Common;
  }
  // None of the numbers that make it zero is possible.
  if (C == 0 && leavesFew(Bits) &&
      llvm::none_of(numbersOutside(Bits),
                    [&](int64_t V) { return X.contains(V); }))
    return Rel == Relation::NE;
  return std::nullopt;
}

bool Solver::assumeOfMask(State &S, SymbolId Sym, Relation Rel, int64_t C) {
  const SymbolInfo Info = Vals.symbol(Sym);
  if (Rel == Relation::EQ || Rel == Relation::NE)
    if (std::optional<bool> Known =
            decideMasked(rangeOf(S, Info.L), Info.Index, Rel, C))
      return *Known;
  if (!refine(S, Sym, Rel, C))
    return false;
  Range Now = rangeOf(S, Value::symbol(Sym));
  bool IsZero = Now.asPoint() == 0, NotZero = !Now.contains(0);
  if (!leavesFew(Info.Index) || ~Info.Index == 0)
    return true;
  if (NotZero) {
    for (int64_t V : numbersOutside(Info.Index))
      if (!assumeRelation(S, Info.L, Relation::NE, V))
        return false;
    return true;
  }
  if (!IsZero)
    return true;
  Range X = rangeOf(S, Info.L);
  std::optional<Range> Possible;
  for (int64_t V : numbersOutside(Info.Index))
    if (X.contains(V))
      Possible = Possible ? Possible->join(Range::point(V)) : Range::point(V);
  if (!Possible)
    return false;
  if (!Info.L.isSymbol())
    return true;
  assumeRelation(S, Info.L, Relation::GE, Possible->low());
  return assumeRelation(S, Info.L, Relation::LE, Possible->high());
}

bool Solver::assumeOfSum(State &S, SymbolId Sym, Relation Rel, int64_t C) {
  const SymbolInfo Info = Vals.symbol(Sym);
  if (!refine(S, Sym, Rel, C))
    return false;
  // Near the ends of the type the sum may wrap.
  constexpr int64_t Far = int64_t(1) << 40;
  if (C > -Far && C < Far && Info.Index > -Far && Info.Index < Far)
    return assumeRelation(S, Info.L, Rel, C - Info.Index);
  return true;
}

//===- Values of conditions -----------------------------------------------===//

std::optional<Value> Solver::compareWithConstant(State &S, Relation Rel,
                                                 Value L, int64_t C) {
  if (std::optional<bool> B = rangeOf(S, L).decide(Rel, C))
    return Value::integer(*B);
  if (!L.isSymbol() || (Rel != Relation::EQ && Rel != Relation::NE))
    return std::nullopt;
  const SymbolInfo Info = Vals.symbol(L.asSymbol());
  // `(a == b) != 0` is `a == b`.
  if (Info.K == SymbolInfo::Compare && C == 0)
    return Rel == Relation::NE ? L
                               : compare(S, negate(Info.Rel), Info.L, Info.R);
  if (Info.K == SymbolInfo::Mask)
    if (std::optional<bool> B =
            decideMasked(rangeOf(S, Info.L), Info.Index, Rel, C))
      return Value::integer(*B);
  return std::nullopt;
}

Value Solver::compare(State &S, Relation Rel, Value L, Value R) {
  if (L.isInt() && R.isInt())
    return Value::integer(holds(Rel, L.Payload, R.Payload));
  if (R.isKnown() && L.isInt()) {
    std::swap(L, R);
    Rel = mirror(Rel);
  }
  if (R.isInt()) {
    if (std::optional<Value> V = compareWithConstant(S, Rel, L, R.Payload))
      return *V;
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

/// `rc |= f()`: zero adds nothing, and whatever is not zero stays so.
Value Solver::either(State &S, Value L, Value R, const Stmt *At) {
  if (L.isInt() && R.isInt())
    return Value::integer(L.Payload | R.Payload);
  if (rangeOf(S, L).asPoint() == 0)
    return R;
  if (rangeOf(S, R).asPoint() == 0)
    return L;
  bool NotZero = !rangeOf(S, L).contains(0) || !rangeOf(S, R).contains(0);
  Value V = makeFresh(S, At, 6);
  if (NotZero)
    refine(S, V.asSymbol(), Relation::NE, 0);
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

} // namespace dbtidy
