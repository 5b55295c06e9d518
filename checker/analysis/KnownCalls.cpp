//===- KnownCalls.cpp - The language and the standard library -------------===//
//
// Functions whose meaning the engine knows without a rule: the language's, and
// those of the standard library that move, exchange, allocate and own. See
// KnownCallee and Solver.h.
//
//===----------------------------------------------------------------------===//

#include "analysis/PlaceName.h"
#include "analysis/Solver.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace dbtidy {

Value Solver::argument(const State &S, const CallSite &Site, unsigned N) {
  return N < Site.Args.size() ? reg(S, Site.Args[N]) : Value();
}

/// The handle's place in the smart pointer that \p Object is or points to.
PlaceId Solver::ownedBy(Value Object) {
  PlaceId P = Object.isAggregate() ? Object.asPlace() : Vals.pointee(Object);
  return P == NoId ? NoId : Vals.owned(P);
}

bool Solver::knownCall(State &S, const Instruction &I, const CallSite &Site,
                       Value &Result) {
  switch (Site.Known) {
  case KnownCallee::None:
    return false;
  case KnownCallee::Identity:
  case KnownCallee::AddressOf:
    Result = argument(S, Site, 0);
    return true;
  case KnownCallee::Swap:
  case KnownCallee::OwnerSwap:
    return swapCall(S, Site);
  case KnownCallee::Exchange:
    Result = exchangeCall(S, I, Site);
    return true;
  case KnownCallee::Allocate:
    Result = makeFresh(S, I.S, 0, /*Heap=*/true);
    return true;
  case KnownCallee::Reallocate:
    return false; // Two outcomes: reallocate().
  case KnownCallee::Deallocate:
    deallocate(S, I, Site);
    return true;
  case KnownCallee::CopyMemory:
    Result = copyMemory(S, I, Site);
    return true;
  case KnownCallee::OwnerMake:
  case KnownCallee::OwnerGet:
  case KnownCallee::OwnerRelease:
  case KnownCallee::OwnerReset:
  case KnownCallee::OwnerAssign:
    return ownerCall(S, I, Site, Result);
  case KnownCallee::PairMake:
    return makePair(S, I, Site, Result);
  case KnownCallee::PairGet: {
    Value Pair = argument(S, Site, 0);
    PlaceId P = Pair.isAggregate() ? Pair.asPlace() : Vals.pointee(Pair);
    int64_t Index = Site.Callee->getTemplateSpecializationArgs()
                        ->get(0)
                        .getAsIntegral()
                        .getExtValue();
    const CXXRecordDecl *R = Site.Callee->getParamDecl(0)
                                 ->getType()
                                 .getNonReferenceType()
                                 ->getAsCXXRecordDecl();
    if (P == NoId || Index > 1)
      return false;
    Result = Value::address(
        Vals.field(P, *std::next(R->getDefinition()->field_begin(), Index)));
    return true;
  }
  case KnownCallee::StdBorrow:
    // Algorithms call what they are given and keep nothing.
    Result = makeFresh(S, I.S, 0);
    for (RegId A : Site.Args)
      giveClosure(S, Site, reg(S, A));
    if (callbackKeeps(S, Site).value_or(false))
      for (RegId A : Site.Args)
        if (Value Iterator = reg(S, A); Iterator.isAddress())
          releaseElements(S, Iterator.asPlace());
    return true;
  case KnownCallee::Fork:
    Result = makeFresh(S, I.S, 0);
    forkSessions(S);
    return true;
  }
  return false;
}

/// Two processes share each session from here on, and only one of them may
/// close it; which one, cannot be told here. Results are memory, of each its
/// own.
void Solver::forkSessions(State &S) {
  llvm::SmallVector<Value, 4> Shared;
  for (const Held &H : S.Resources)
    if (Rules.resources()[Sites[H.Site].Resource].Kind == ResourceKind::Session)
      Shared.push_back(H.Handle);
  for (Value Each : Shared)
    escape(S, Each);
}

bool Solver::makePair(State &S, const Instruction &I, const CallSite &Site,
                      Value &Result) {
  const CXXRecordDecl *R = nullptr;
  PlaceId P = NoId;
  if (const auto *C = dyn_cast<CXXConstructorDecl>(Site.Callee)) {
    R = C->getParent();
    P = Vals.pointee(reg(S, Site.Object));
  } else {
    R = Site.Callee->getReturnType()->getAsCXXRecordDecl();
    P = Vals.reg(Facts.Function, I.Dst + Facts.Registers);
    clear(S, P);
    Result = Value::aggregate(P);
  }
  if (P == NoId)
    return false;
  unsigned N = 0;
  for (const FieldDecl *Field : R->getDefinition()->fields()) {
    Value V = argument(S, Site, N);
    if (Site.paramType(N)->isReferenceType())
      V = load(S, V, I.S);
    if (!V.isKnown())
      V = makeFresh(S, I.S, 50 + N);
    storePlace(S, Vals.field(P, Field), V, I.S);
    ++N;
  }
  return true;
}

//===- Exchanging ---------------------------------------------------------===//

bool Solver::swapCall(State &S, const CallSite &Site) {
  bool Owner = Site.Known == KnownCallee::OwnerSwap;
  PlaceId A = Vals.pointee(Owner ? reg(S, Site.Object) : argument(S, Site, 0));
  PlaceId B = Vals.pointee(argument(S, Site, Owner ? 0 : 1));
  if (A == NoId || B == NoId)
    return false;
  exchange(S, A, B);
  A = Vals.owned(A);
  B = Vals.owned(B);
  if (S.lookup(A) || S.lookup(B))
    exchange(S, A, B);
  return true;
}

Value Solver::exchangeCall(State &S, const Instruction &I,
                           const CallSite &Site) {
  Value Where = argument(S, Site, 0);
  Value Old = load(S, Where, I.S);
  // The old value is handed out before the new one takes its place.
  if (Held *H = S.held(Old)) {
    H->Unbound = true;
    H->From = I.S;
  }
  Value New = argument(S, Site, 1);
  if (New.isAddress())
    New = load(S, New, I.S); // Taken by reference.
  PlaceId P = Vals.pointee(Where);
  if (P != NoId)
    S.bind(P, New.isKnown() ? New : makeFresh(S, I.S, 4));
  return Old;
}

//===- Memory -------------------------------------------------------------===//

/// `memcpy(&to, &from, n)`: what stands there, handles included, is in both.
Value Solver::copyMemory(State &S, const Instruction &I, const CallSite &Site) {
  Value To = argument(S, Site, 0);
  PlaceId Into = Vals.pointee(To);
  PlaceId From = Vals.pointee(argument(S, Site, 1));
  if (Into != NoId)
    forget(S, Into, I.S);
  if (Into != NoId && From != NoId)
    copyAggregate(S, From, Into, I.S, /*Move=*/false);
  else if (From != NoId)
    escapePlace(S, From);
  return To.isKnown() ? To : makeFresh(S, I.S, 0);
}

void Solver::deallocate(State &S, const Instruction &I, const CallSite &Site) {
  Value V = argument(S, Site, 0);
  checkMismatch(S, V, Site);
  for (const CallRule *R : Site.Rules) {
    Releasing = R;
    release(S, V, R->Resource);
    Releasing = nullptr;
  }
  if (const Held *H = S.held(V)) {
    Sites[H->Site].SeenReleased = true;
    escape(S, V);
  }
  if (!V.isSymbol())
    return;
  PlaceId Memory = Vals.deref(V.asSymbol());
  // What owns its handle releases it; what only held it loses it.
  llvm::SmallVector<Value, 2> Released;
  for (const State::Binding &B : S.Env)
    if (Vals.within(B.first, Memory) && S.held(B.second) && isOwner(S, B.first))
      Released.push_back(B.second);
  for (Value Each : Released) {
    handOn(S, Each);
    S.drop(Each);
  }
  for (const Held &H : heldOnlyIn(S, Memory))
    lose(S, H, ExitKind::Discard, I.S, nullptr);
  clear(S, Memory);
}

/// `more = realloc(p, n)`: the same object under the same name, or null and the
/// object stays where it was. What there was in memory of which nothing is
/// known is not followed. \returns whether there is such an object.
bool Solver::reallocate(const State &S, const Instruction &I,
                        const CallSite &Site, Splits &Out) {
  Value Old = argument(S, Site, 0);
  bool IsMemory = Old.isSymbol() && (S.held(Old) || isFromOutside(Old) ||
                                     Vals.symbol(Old.asSymbol()).Heap);
  if (!IsMemory)
    return false;
  Split Grown{S, Old}, Failed{S, Value::integer(0)};
  if (isFromOutside(Old) ? rangeOf(S, Old).asPoint() != 0
                         : refine(Grown.S, Old.asSymbol(), Relation::NE, 0))
    Out.push_back(std::move(Grown));
  // `p = realloc(p, n)` of nothing makes something new. For what a caller
  // passes, which is rarely nothing, that would hide that it is the same.
  if (!S.held(Old) && (rangeOf(S, Old).asPoint() == 0 ||
                       (rangeOf(S, Old).contains(0) && !isFromOutside(Old)))) {
    Split Made{S, Value()};
    if (refine(Made.S, Old.asSymbol(), Relation::EQ, 0)) {
      Made.Result = makeFresh(Made.S, I.S, 0, /*Heap=*/true);
      Out.push_back(std::move(Made));
    }
  }
  // Where it fails, and the only pointer is overwritten with null, memory has
  // run out: nobody asks what was in it.
  if (Vals.symbol(Old.asSymbol()).Heap)
    insertSorted(Failed.S.EscapedHeap, Old.asSymbol());
  Out.push_back(std::move(Failed));
  return true;
}

//===- Smart pointers -----------------------------------------------------===//

bool Solver::ownerCall(State &S, const Instruction &I, const CallSite &Site,
                       Value &Result) {
  PlaceId Owned = ownedBy(reg(S, Site.Object));
  switch (Site.Known) {
  case KnownCallee::OwnerMake:
    if (Owned == NoId)
      return false;
    S.unbind(Owned);
    if (Site.Args.empty()) {
      S.bind(Owned, Value::integer(0));
    } else {
      checkDeleter(S, Owned, Site);
      takeOver(S, Owned, argument(S, Site, 0), I.S);
    }
    // A deleter may release what it captured: shared_ptr<void> as a guard.
    for (unsigned N = 1; N < Site.Args.size(); ++N)
      giveClosure(S, Site, argument(S, Site, N));
    return true;
  case KnownCallee::OwnerGet: {
    Value V = Owned == NoId ? Value() : loadPlace(S, Owned);
    if (!V.isKnown()) {
      V = makeFresh(S, I.S, 0);
      if (Owned != NoId)
        S.bind(Owned, V);
    }
    bool AsBool = Site.Callee && Site.Callee->getReturnType()->isBooleanType();
    Result = AsBool ? compare(S, Relation::NE, V, Value::integer(0)) : V;
    return true;
  }
  case KnownCallee::OwnerRelease:
    if (Owned == NoId)
      return false;
    Result = loadPlace(S, Owned);
    S.bind(Owned, Value::integer(0));
    if (Held *H = S.held(Result)) {
      H->Unbound = true;
      H->From = I.S;
    }
    if (!Result.isKnown())
      Result = makeFresh(S, I.S, 0);
    return true;
  case KnownCallee::OwnerReset:
  case KnownCallee::OwnerAssign:
    if (Owned == NoId)
      return false;
    checkOwnerReleases(S, Owned, I.S);
    if (!Site.Args.empty())
      checkDeleter(S, Owned, Site);
    takeOver(S, Owned,
             Site.Args.empty() ? Value::integer(0) : argument(S, Site, 0), I.S);
    Result = reg(S, Site.Object);
    return true;
  default:
    return false;
  }
}

/// A smart pointer takes over from another one, moved or copied from, or from a
/// raw handle, that of a struct in place included; what it owned before is
/// released.
void Solver::takeOver(State &S, PlaceId To, Value From, const Stmt *At) {
  Value Handle = From, Old = loadPlace(S, To);
  if (From.isAggregate() || (From.isAddress() && !S.held(From))) {
    PlaceId Source = Vals.owned(From.asPlace());
    Handle = loadPlace(S, Source);
    if (S.held(Handle)) {
      S.bind(To, Handle);
      S.bind(Source, Value::integer(0));
    }
  }
  if (const Held *H = S.held(Old); H && Old != Handle)
    release(S, Old, Sites[H->Site].Resource);
  handOn(S, Handle);
  if (S.held(Handle))
    logEvent(S, Handle, HandleEvent::Kept);
  S.bind(To, Handle.isKnown() ? Handle : makeFresh(S, At, 5));
  if (Held *H = S.held(Handle)) {
    H->Unbound = false;
    if (Sites[H->Site].Variable.empty())
      Sites[H->Site].Variable = describe(Vals, To);
  }
}

} // namespace dbtidy
