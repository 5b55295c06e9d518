//===- Values.cpp - Symbols, places and abstract values -------------------===//
//
// Interning. See Values.h.
//
//===----------------------------------------------------------------------===//

#include "analysis/Values.h"
#include "llvm/ADT/Hashing.h"

using namespace clang;

namespace dbtidy {

/// Expressions over symbols are kept up to this depth; deeper ones are unknown.
/// Conditions that people write nest less.
static constexpr unsigned MaxSymbolDepth = 6;
/// Access paths are kept up to this length: `a->b.c->d` is 6.
static constexpr unsigned MaxPathLength = 8;

unsigned Values::KeyInfo::getHashValue(const Key &K) {
  return unsigned(llvm::hash_combine_range(K.begin(), K.end()));
}

static bool hasBasePlace(const PlaceInfo &P) {
  return P.K == PlaceInfo::Field || P.K == PlaceInfo::Element ||
         P.K == PlaceInfo::AnyElement || P.K == PlaceInfo::Owned;
}

PlaceId Values::intern(const PlaceInfo &P) {
  Key K{uint64_t(P.K) << 32 | P.Base,
        uint64_t(uintptr_t(P.Of)),
        uint64_t(P.Index),
        0,
        0,
        0};
  auto [It, New] = PlaceIds.try_emplace(K, unsigned(Places.size()));
  if (New) {
    Places.push_back(P);
    Places.back().Root =
        hasBasePlace(P) ? Places[P.Base].Root : PlaceId(It->second);
  }
  return It->second;
}

SymbolId Values::intern(const SymbolInfo &S) {
  Key K{uint64_t(S.K) << 40 | uint64_t(S.Rel) << 36 | uint64_t(S.Heap) << 35 |
            uint64_t(S.L.K) << 4 | uint64_t(S.R.K),
        uint64_t(uintptr_t(S.Of)),
        uint64_t(S.Index),
        uint64_t(S.L.Payload),
        uint64_t(S.R.Payload),
        uint64_t(S.Place)};
  auto [It, New] = SymbolIds.try_emplace(K, unsigned(Symbols.size()));
  if (New)
    Symbols.push_back(S);
  return It->second;
}

PlaceId Values::variable(const VarDecl *V) {
  PlaceInfo P(PlaceInfo::Variable);
  P.Of = V->getCanonicalDecl();
  return intern(P);
}

PlaceId Values::reg(const void *Function, unsigned Register) {
  PlaceInfo P(PlaceInfo::Register);
  P.Of = Function;
  P.Index = Register;
  return intern(P);
}

PlaceId Values::field(PlaceId Base, const FieldDecl *F) {
  if (depth(Base) >= MaxPathLength)
    return anyElement(root(Base));
  // The members of a union are one place.
  if (F->getParent()->isUnion() && !F->getParent()->field_empty())
    F = *F->getParent()->field_begin();
  PlaceInfo P(PlaceInfo::Field);
  P.Base = Base;
  P.Of = F->getCanonicalDecl();
  return intern(P);
}

PlaceId Values::element(PlaceId Base, int64_t Index) {
  PlaceInfo P(PlaceInfo::Element);
  P.Base = Base;
  P.Index = Index;
  return intern(P);
}

PlaceId Values::anyElement(PlaceId Base) {
  while (Places[Base].K == PlaceInfo::AnyElement ||
         Places[Base].K == PlaceInfo::Element)
    Base = Places[Base].Base;
  PlaceInfo P(PlaceInfo::AnyElement);
  P.Base = Base;
  return intern(P);
}

PlaceId Values::deref(SymbolId S) {
  PlaceInfo P(PlaceInfo::Deref);
  P.Base = S;
  return intern(P);
}

PlaceId Values::owned(PlaceId Base) {
  PlaceInfo P(PlaceInfo::Owned);
  P.Base = Base;
  return intern(P);
}

PlaceId Values::version(Value Of) {
  PlaceInfo P(PlaceInfo::Version);
  P.Base = unsigned(Of.Payload);
  P.Index = Of.K;
  return intern(P);
}

PlaceId Values::thisPlace() {
  PlaceInfo P(PlaceInfo::Register);
  P.Index = -1;
  return intern(P);
}

SymbolId Values::fresh(const void *Statement, int64_t Index, bool Heap) {
  SymbolInfo S(SymbolInfo::Fresh);
  S.Of = Statement;
  S.Index = Index;
  S.Heap = Heap;
  return intern(S);
}

SymbolId Values::initial(PlaceId P) {
  SymbolInfo S(SymbolInfo::Initial);
  S.Place = P;
  return intern(S);
}

SymbolId Values::join(const void *Function, unsigned Block, PlaceId P) {
  SymbolInfo S(SymbolInfo::Join);
  S.Of = Function;
  S.Index = Block;
  S.Place = P;
  return intern(S);
}

static unsigned depthOf(const std::vector<SymbolInfo> &Symbols, Value V) {
  return V.isSymbol() ? Symbols[V.asSymbol()].Depth : 0;
}

Value Values::compare(Relation Rel, Value L, Value R) {
  SymbolInfo S(SymbolInfo::Compare);
  S.Rel = Rel;
  S.L = L;
  S.R = R;
  S.Depth = 1 + std::max(depthOf(Symbols, L), depthOf(Symbols, R));
  if (!L.isKnown() || !R.isKnown() || S.Depth > MaxSymbolDepth)
    return {};
  return Value::symbol(intern(S));
}

Value Values::mask(Value L, int64_t Bits) {
  SymbolInfo S(SymbolInfo::Mask);
  S.L = L;
  S.Index = Bits;
  S.Depth = 1 + depthOf(Symbols, L);
  if (!L.isSymbol() || S.Depth > MaxSymbolDepth)
    return {};
  return Value::symbol(intern(S));
}

Value Values::sum(Value L, int64_t Addend) {
  SymbolInfo S(SymbolInfo::Sum);
  S.L = L;
  S.Index = Addend;
  S.Depth = 1 + depthOf(Symbols, L);
  if (!L.isSymbol() || S.Depth > MaxSymbolDepth)
    return {};
  return Value::symbol(intern(S));
}

SymbolId Values::query(const void *Function, Value Of, int64_t Version) {
  SymbolInfo S(SymbolInfo::Query);
  S.Of = Function;
  S.L = Of;
  S.Index = Version;
  return intern(S);
}

Value Values::function(const FunctionDecl *F) {
  F = F->getCanonicalDecl();
  auto [It, New] = FunctionIds.try_emplace(F, unsigned(Functions.size()));
  if (New)
    Functions.push_back(F);
  return {Value::Function, int64_t(It->second)};
}

bool Values::mentions(SymbolId S, Value Operand) const {
  const SymbolInfo &Info = Symbols[S];
  auto Mentions = [&](Value V) {
    return V == Operand || (V.isSymbol() && mentions(V.asSymbol(), Operand));
  };
  return Mentions(Info.L) || Mentions(Info.R);
}

bool Values::within(PlaceId P, PlaceId Outer) const {
  while (P != Outer && hasBasePlace(Places[P]))
    P = Places[P].Base;
  return P == Outer;
}

unsigned Values::depth(PlaceId P) const {
  unsigned N = 0;
  while (N < 64) {
    if (hasBasePlace(Places[P])) {
      P = Places[P].Base;
    } else if (Places[P].K == PlaceInfo::Deref &&
               Symbols[Places[P].Base].K == SymbolInfo::Initial) {
      P = Symbols[Places[P].Base].Place;
    } else {
      break;
    }
    ++N;
  }
  return N;
}

QualType Values::typeOf(PlaceId P) const {
  const PlaceInfo &Info = Places[P];
  if (Info.K == PlaceInfo::Variable || Info.K == PlaceInfo::Field)
    return static_cast<const ValueDecl *>(Info.Of)->getType();
  return QualType();
}

PlaceId Values::pointee(Value A) {
  if (A.isAddress())
    return A.asPlace();
  if (A.isSymbol())
    return deref(A.asSymbol());
  return NoId;
}

} // namespace dbtidy
