//===- Values.h - Symbols, places and abstract values -----------*- C++ -*-===//
//
// What a register or a variable may hold: a constant, a symbol (some value
// that is not known but has a name), the address of a place, or nothing known.
// Symbols and places are interned per translation unit, so that summaries of
// functions can speak of them. Small integers here; facts about them are in
// State.h.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_ANALYSIS_VALUES_H
#define DBTIDY_ANALYSIS_VALUES_H

#include "analysis/Range.h"
#include "clang/AST/Decl.h"
#include "llvm/ADT/DenseMap.h"
#include <array>
#include <vector>

namespace dbtidy {

using PlaceId = unsigned;
using SymbolId = unsigned;
constexpr unsigned NoId = ~0u;

struct Value {
  enum Kind : uint8_t {
    Unknown,
    Int,       ///< Payload is the integer; null is 0.
    Symbol,    ///< Payload is a SymbolId.
    Address,   ///< Payload is the PlaceId pointed to.
    Aggregate, ///< Payload is the PlaceId of the record copied.
    Function   ///< Payload indexes Values::functions().
  };
  Kind K = Unknown;
  int64_t Payload = 0;

  static Value integer(int64_t V) { return {Int, V}; }
  static Value symbol(SymbolId S) { return {Symbol, int64_t(S)}; }
  static Value address(PlaceId P) { return {Address, int64_t(P)}; }
  static Value aggregate(PlaceId P) { return {Aggregate, int64_t(P)}; }

  bool isKnown() const { return K != Unknown; }
  bool isInt() const { return K == Int; }
  bool isNull() const { return K == Int && Payload == 0; }
  bool isSymbol() const { return K == Symbol; }
  bool isAddress() const { return K == Address; }
  bool isAggregate() const { return K == Aggregate; }
  SymbolId asSymbol() const { return SymbolId(Payload); }
  PlaceId asPlace() const { return PlaceId(Payload); }

  bool operator==(const Value &O) const {
    return K == O.K && Payload == O.Payload;
  }
  bool operator!=(const Value &O) const { return !(*this == O); }
  bool operator<(const Value &O) const {
    return K != O.K ? K < O.K : Payload < O.Payload;
  }
};

struct PlaceInfo {
  enum Kind : uint8_t {
    Variable,   ///< Of is the VarDecl.
    Register,   ///< A temporary; Of is the function, Index the register.
    Field,      ///< Base, and Of the FieldDecl.
    Element,    ///< Base[Index].
    AnyElement, ///< Base[?]
    Deref,      ///< What the symbol Base points to.
    Owned,      ///< The handle that the smart pointer at Base owns.
    Version     ///< Tells apart the changes of what a handle stands for.
  };
  Kind K;
  unsigned Base = NoId;
  const void *Of = nullptr;
  int64_t Index = 0;
  unsigned Root = NoId; ///< What it is part of; set by Values.

  explicit PlaceInfo(Kind K) : K(K) {}
};

struct SymbolInfo {
  enum Kind : uint8_t {
    Fresh,   ///< The Index-th value that statement Of makes.
    Initial, ///< What place A held when the function was entered.
    Join,    ///< What place A holds at the head of block Index of function Of.
    Compare, ///< L Rel R
    Mask,    ///< L & Index
    Sum,     ///< L + Index
    Query    ///< Function Of asked about L, after change R
  };
  Kind K;
  Relation Rel = Relation::EQ;
  const void *Of = nullptr;
  int64_t Index = 0;
  unsigned Place = NoId;
  Value L, R;
  /// Fresh memory: nobody else points there until it escapes.
  bool Heap = false;
  unsigned Depth = 0;

  explicit SymbolInfo(Kind K) : K(K) {}
};

class Values {
public:
  const PlaceInfo &place(PlaceId P) const { return Places[P]; }
  const SymbolInfo &symbol(SymbolId S) const { return Symbols[S]; }

  PlaceId variable(const clang::VarDecl *V);
  PlaceId reg(const void *Function, unsigned Register);
  PlaceId field(PlaceId Base, const clang::FieldDecl *F);
  PlaceId element(PlaceId Base, int64_t Index);
  PlaceId anyElement(PlaceId Base);
  PlaceId deref(SymbolId S);
  PlaceId owned(PlaceId Base);
  PlaceId version(Value Of);
  /// What `this` is in the methods of a function being solved.
  PlaceId thisPlace();

  SymbolId fresh(const void *Statement, int64_t Index, bool Heap = false);
  SymbolId initial(PlaceId P);
  SymbolId join(const void *Function, unsigned Block, PlaceId P);
  Value compare(Relation Rel, Value L, Value R);
  Value mask(Value L, int64_t Bits);
  Value sum(Value L, int64_t Addend);
  SymbolId query(const void *Function, Value Of, int64_t Version);
  Value function(const clang::FunctionDecl *F);
  const clang::FunctionDecl *asFunction(Value V) const {
    return V.K == Value::Function ? Functions[V.Payload] : nullptr;
  }

  /// The variable, symbol or temporary that \p P is part of.
  PlaceId root(PlaceId P) const { return Places[P].Root; }
  /// Whether \p S is an expression over \p Operand.
  bool mentions(SymbolId S, Value Operand) const;
  /// Whether \p P is \p Outer or a part of it.
  bool within(PlaceId P, PlaceId Outer) const;
  /// The number of steps from the root: bounds the size of access paths.
  unsigned depth(PlaceId P) const;

  /// What a variable or field is declared as; null for other places.
  clang::QualType typeOf(PlaceId P) const;

  /// The place an address value refers to: itself, or what a symbol points to.
  /// NoId where the value is no address.
  PlaceId pointee(Value Address);

private:
  PlaceId intern(const PlaceInfo &P);
  SymbolId intern(const SymbolInfo &S);

  using Key = std::array<uint64_t, 6>;
  struct KeyInfo {
    static Key getEmptyKey() { return {~0ull, 0, 0, 0, 0, 0}; }
    static Key getTombstoneKey() { return {~1ull, 0, 0, 0, 0, 0}; }
    static unsigned getHashValue(const Key &K);
    static bool isEqual(const Key &L, const Key &R) { return L == R; }
  };

  std::vector<PlaceInfo> Places;
  std::vector<SymbolInfo> Symbols;
  std::vector<const clang::FunctionDecl *> Functions;
  llvm::DenseMap<Key, unsigned, KeyInfo> PlaceIds, SymbolIds;
  llvm::DenseMap<const void *, unsigned> FunctionIds;
};

} // namespace dbtidy

#endif // DBTIDY_ANALYSIS_VALUES_H
