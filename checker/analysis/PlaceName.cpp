//===- PlaceName.cpp - What places are called -----------------------------===//
//
// See PlaceName.h.
//
//===----------------------------------------------------------------------===//

#include "analysis/PlaceName.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Expr.h"
#include <fmt/format.h>

using namespace clang;

namespace dbtidy {

/// What the source calls the pointer \p Sym.
static std::string describePointer(Values &Vals, SymbolId Sym) {
  const SymbolInfo &Symbol = Vals.symbol(Sym);
  if (Symbol.K != SymbolInfo::Initial)
    return "";
  PlaceId Place = Symbol.Place;
  return Place == Vals.thisPlace() ? "this" : describe(Vals, Place);
}

std::string describe(Values &Vals, PlaceId P) {
  const PlaceInfo Info = Vals.place(P);
  switch (Info.K) {
  case PlaceInfo::Variable:
    return static_cast<const VarDecl *>(Info.Of)->getNameAsString();
  case PlaceInfo::Field: {
    std::string Name =
        static_cast<const FieldDecl *>(Info.Of)->getNameAsString();
    const PlaceInfo Base = Vals.place(Info.Base);
    if (Base.K == PlaceInfo::Deref) {
      std::string Of = describePointer(Vals, Base.Base);
      return Of.empty() || Of == "this" ? Name : Of + "->" + Name;
    }
    std::string Of = describe(Vals, Info.Base);
    return Of.empty() ? Name : Of + "." + Name;
  }
  case PlaceInfo::Element:
    return fmt::format("{}[{}]", describe(Vals, Info.Base), Info.Index);
  case PlaceInfo::AnyElement:
  case PlaceInfo::Owned:
    return describe(Vals, Info.Base);
  case PlaceInfo::Deref: {
    std::string Of = describePointer(Vals, Info.Base);
    return Of.empty() ? "" : "*" + Of;
  }
  case PlaceInfo::Register:
  case PlaceInfo::Version:
    return "";
  }
  return "";
}

std::string nameOf(Values &Vals, PlaceId P, const Stmt *At,
                   const ASTContext &Context) {
  const auto *Assignment = dyn_cast_or_null<BinaryOperator>(At);
  if (!Assignment || !Assignment->isAssignmentOp())
    return describe(Vals, P);
  std::string Text;
  llvm::raw_string_ostream Out(Text);
  PrintingPolicy Policy = Context.getPrintingPolicy();
  Policy.SuppressImplicitBase = true;
  Assignment->getLHS()->IgnoreParenImpCasts()->printPretty(Out, nullptr,
                                                           Policy);
  Out.flush();
  constexpr size_t Longest = 40; // More would drown the message.
  return Text.size() <= Longest ? Text : describe(Vals, P);
}

} // namespace dbtidy
