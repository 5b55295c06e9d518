//===- OwnershipLog.cpp - What fixes need to know of a function -----------===//
//
// See OwnershipLog.h.
//
//===----------------------------------------------------------------------===//

#include "analysis/OwnershipLog.h"
#include "clang/AST/Decl.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace dbtidy {

Holder holderAt(const Values &Vals, PlaceId P) {
  Holder Result;
  while (Vals.place(P).K == PlaceInfo::Field) {
    Result.Fields.push_back(static_cast<const FieldDecl *>(Vals.place(P).Of));
    P = Vals.place(P).Base;
  }
  const PlaceInfo &Root = Vals.place(P);
  const auto *V = Root.K == PlaceInfo::Variable
                      ? static_cast<const VarDecl *>(Root.Of)
                      : nullptr;
  if (!V || V->getType()->isReferenceType())
    return {};
  Result.Variable = V;
  std::reverse(Result.Fields.begin(), Result.Fields.end());
  return Result;
}

void OwnershipLog::happened(const VarDecl *To, const HandleEvent &What) {
  auto &Events = Facts.Events[To];
  if (!llvm::is_contained(Events, What))
    Events.push_back(What);
}

void OwnershipLog::happened(const State &S, Value V, const HandleEvent &What) {
  if (V.isAddress()) {
    if (Holder H = holderAt(Vals, V.asPlace()); H.Variable)
      happened(H.Variable, What);
    return;
  }
  bool Overwritten = false;
  PlaceId First = NoId; // That held it when the function was entered.
  if (V.isSymbol() && Vals.symbol(V.asSymbol()).K == SymbolInfo::Initial)
    First = Vals.symbol(V.asSymbol()).Place;
  for (const State::Binding &B : S.Env) {
    Overwritten |= B.first == First;
    if (B.second == V)
      if (Holder H = holderAt(Vals, B.first); H.Variable)
        happened(H.Variable, What);
  }
  if (First != NoId && !Overwritten)
    if (Holder H = holderAt(Vals, First); H.Variable)
      happened(H.Variable, What);
}

/// Whether \p Parent, which a handle was made from, is owed no more.
bool OwnershipLog::isGone(const State &S, Value Parent) const {
  if (!Parent.isSymbol() || S.held(Parent))
    return false;
  return Vals.symbol(Parent.asSymbol()).K == SymbolInfo::Fresh ||
         std::binary_search(S.Released.begin(), S.Released.end(), Parent);
}

void OwnershipLog::leaves(const State &S, ExitKind Kind, const Stmt *At,
                          llvm::function_ref<bool(PlaceId)> Concerns) {
  Observation &Here = Exits[{Kind, At}];
  ++Here.States;
  auto Note = [&](PlaceId P, const HolderStates &Now) {
    Seen &Known = Here.Places[P];
    if (!Known.Count++)
      Known.Where = holderAt(Vals, P);
    Known.States.Unset |= Now.Unset;
    Known.States.Held |= Now.Held;
    Known.States.MaybeNull |= Now.MaybeNull;
    Known.States.Null |= Now.Null;
    Known.States.Other |= Now.Other;
    Known.States.ParentGone |= Now.ParentGone;
    Known.States.ParentUnknown |= Now.ParentUnknown;
  };
  for (const State::Binding &B : S.Env) {
    if (!Concerns(B.first))
      continue;
    // Of a struct that is a handle itself, its content tells nothing.
    if (llvm::any_of(S.Resources, [&](const Held &H) {
          return H.Handle.isAddress() && H.Handle.asPlace() == B.first;
        }))
      continue;
    HolderStates Now;
    Range R = rangeOf(S, B.second);
    const Held *Own = S.held(B.second);
    if (Own && !B.second.isAddress()) {
      Now.Held = true;
      Now.ParentGone = isGone(S, Own->Parent);
      Now.ParentUnknown = !Own->Parent.isKnown();
      Now.MaybeNull = R.contains(0);
    } else {
      Now.Null = B.second.isNull() || R.asPoint() == 0;
      const SymbolInfo *Made =
          B.second.isSymbol() ? &Vals.symbol(B.second.asSymbol()) : nullptr;
      bool Fresh = Made && Made->K == SymbolInfo::Fresh;
      Now.Unset =
          !Now.Null && Fresh && Made->Of == Vals.place(Vals.root(B.first)).Of;
      // The node that made the value: an expression, as it is no declaration.
      if (!Now.Null && !Now.Unset && Fresh)
        Here.Places[B.first].Former.insert(static_cast<const Expr *>(Made->Of));
      else
        Now.Other = !Now.Null && !Now.Unset;
    }
    Note(B.first, Now);
  }
  for (const Held &H : S.Resources)
    if (H.Handle.isAddress() && Concerns(H.Handle.asPlace())) {
      HolderStates Now;
      Now.Held = true;
      Note(H.Handle.asPlace(), Now);
    }
}

void OwnershipLog::survives(PlaceId P, ExitKind Kind, const Stmt *At) {
  Exits[{Kind, At}].Places[P].States.Other = true;
  if (Kind == ExitKind::Return || Kind == ExitKind::FunctionEnd)
    return; // An event of its own.
  if (Holder H = holderAt(Vals, P); H.Variable)
    happened(H.Variable, {HandleEvent::Kept, At, nullptr});
}

HolderStates OwnershipLog::statesAt(ExitKind Kind, const Stmt *At,
                                    const Holder &Where) const {
  HolderStates Unknown;
  Unknown.Other = true;
  auto It = Exits.find({Kind, At});
  if (It == Exits.end())
    return Unknown;
  for (const auto &[Place, Known] : It->second.Places) {
    if (Known.Where.Variable != Where.Variable ||
        Known.Where.Fields != Where.Fields)
      continue;
    HolderStates Result = Known.States;
    for (const Expr *E : Known.Former) {
      bool Released = Facts.acquires(E) && !MayLeaveUnset.count(E);
      (Released ? Result.Released : Result.Other) = true;
    }
    // Where some state knows nothing of the variable, it may hold anything.
    Result.Other |= Known.Count < It->second.States;
    return Result;
  }
  return Unknown;
}

} // namespace dbtidy
