//===- WaysOut.cpp - How control and handles get away ---------------------===//
//
// The ways in which control, or a handle, gets away: the end of scopes and
// statements, `return`, exceptions, assignments. Each decides which handles are
// lost by it; Losses.cpp records them. See Solver.h.
//
//===----------------------------------------------------------------------===//

#include "analysis/Solver.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace dbtidy {

//===- Scopes and statements ----------------------------------------------===//

/// Objects that die release what they own.
void Solver::releaseOwned(State &S, llvm::function_ref<bool(PlaceId)> Dies) {
  llvm::SmallVector<Value, 4> Gone;
  llvm::SmallVector<PlaceId, 2> Again;
  for (const State::Binding &B : S.Env) {
    if (S.former(B.second) && Dies(B.first))
      Again.push_back(B.first);
    bool Tracked = S.held(B.second) != nullptr;
    if ((!Tracked && !B.second.isSymbol()) || !Dies(B.first))
      continue;
    bool Callers = B.second.isSymbol() &&
                   Vals.symbol(B.second.asSymbol()).K == SymbolInfo::Initial;
    if ((Tracked || Callers) && isOwner(S, B.first))
      Gone.push_back(B.second);
  }
  for (PlaceId P : Again)
    checkOwnerDies(S, P);
  for (Value V : Gone) {
    handOn(S, V);
    // Children that go with their parent go with its owner.
    if (const Held *H = S.held(V))
      release(S, V, Sites[H->Site].Resource);
    else
      insertSorted(S.Released, V);
  }
}

void Solver::leaveScopes(State &S, ScopeId To, ExitKind Kind, const Stmt *At,
                         const std::string *Thrower) {
  ScopeId From = S.Scope;
  S.Scope = To;
  if (From == To || Facts.Scopes.encloses(From, To))
    return;
  auto Dies = [&](PlaceId P) {
    const PlaceInfo &Root = Vals.place(Vals.root(P));
    if (Root.K != PlaceInfo::Variable)
      return false;
    const auto *V = static_cast<const VarDecl *>(Root.Of);
    return Facts.Scopes.declares(V) &&
           !Facts.Scopes.encloses(Facts.Scopes.of(V), To);
  };
  if (Log && Kind == ExitKind::ScopeEnd) {
    for (ScopeId Ends = From; !Facts.Scopes.encloses(Ends, To);
         Ends = Facts.Scopes[Ends].Parent)
      Log->leaves(S, Kind, Facts.Scopes[Ends].Origin, [&](PlaceId P) {
        const PlaceInfo &Root = Vals.place(Vals.root(P));
        return Dies(P) &&
               Facts.Scopes.of(static_cast<const VarDecl *>(Root.Of)) == Ends;
      });
  } else if (Log) {
    Log->leaves(S, Kind, At, Dies);
  }
  auto OriginOf = [&](PlaceId P) {
    const auto *V = static_cast<const VarDecl *>(Vals.place(Vals.root(P)).Of);
    return Facts.Scopes[Facts.Scopes.of(V)].Origin;
  };
  bool Declares = false;
  const ScopeId Stays = Facts.Scopes.commonAncestor(From, To);
  for (ScopeId Ends = From; Ends != Stays; Ends = Facts.Scopes[Ends].Parent)
    Declares |= Facts.Scopes[Ends].Declares;
  if (!Declares || llvm::none_of(S.Env, [&](const State::Binding &B) {
        return Dies(B.first);
      }))
    return;

  releaseOwned(S, Dies);
  llvm::SmallVector<Held, 4> Lost;
  for (const Held &H : S.Resources) {
    bool Dying = false, Alive = false;
    auto Consider = [&](PlaceId P, auto &&Self, unsigned Depth) -> void {
      if (Dies(P)) {
        Dying = true;
        Alive |= isOwner(S, P);
        return;
      }
      // `all.push_back(open())`: the temporary is gone by now.
      const PlaceInfo Root = Vals.place(Vals.root(P));
      if (Vals.place(P).K == PlaceInfo::Register &&
          Vals.place(P).Index >= int64_t(Facts.Registers))
        return;
      if (Root.K == PlaceInfo::Deref && Vals.symbol(Root.Base).Heap &&
          !S.isEscaped(Root.Base) && Depth < MaxHolderDepth) {
        for (const State::Binding &B : S.Env)
          if (B.second == Value::symbol(Root.Base))
            Self(B.first, Self, Depth + 1);
        return;
      }
      Alive = true;
    };
    if (H.Handle.isAddress())
      Consider(H.Handle.asPlace(), Consider, 0);
    else
      for (const State::Binding &B : S.Env)
        if (B.second == H.Handle)
          Consider(B.first, Consider, 0);
    if (Dying && !Alive)
      Lost.push_back(H);
    for (const State::Binding &B : S.Env)
      if (Log && Dying && Alive && B.second == H.Handle && Dies(B.first))
        Log->survives(B.first, Kind,
                      Kind == ExitKind::ScopeEnd ? OriginOf(B.first) : At);
  }
  for (const Held &H : Lost) {
    bool InTry = Thrower || Kind == ExitKind::Throw || Kind == ExitKind::Call;
    lose(S, H, Kind, At, Thrower, InTry);
  }
  llvm::erase_if(S.Env, [&](const State::Binding &B) { return Dies(B.first); });
  llvm::erase_if(S.Guarded, Dies);
}

void Solver::endStatement(State &S, const Instruction &I) {
  llvm::SmallVector<Held, 2> Lost;
  for (const Held &H : S.Resources) {
    if (!H.Unbound)
      continue;
    bool Holder = llvm::any_of(
        S.Env, [&](const State::Binding &B) { return B.second == H.Handle; });
    if (!Holder)
      Lost.push_back(H);
  }
  // `if (PQgetResult(c) != NULL) die();`: whether there is anything to lose
  // is known on the branches only; the way out tells. So it is with
  // `bool failed = !PQgetResult(c);`, which is asked later.
  auto IsAnswerKept = [&](Value Handle) {
    return llvm::any_of(S.Env, [&](const State::Binding &B) {
      if (!B.second.isSymbol())
        return false;
      const SymbolInfo &Info = Vals.symbol(B.second.asSymbol());
      return Info.K == SymbolInfo::Compare && Info.L == Handle &&
             Vals.place(B.first).K == PlaceInfo::Variable;
    });
  };
  for (const Held &H : Lost) {
    Held *Tested = S.held(H.Handle);
    if (Tested && (I.Imm || IsAnswerKept(H.Handle)))
      Tested->Unbound = false;
    else
      discard(S, H);
  }
}

void Solver::overwritten(State &S, PlaceId P, Value Old, Value New,
                         const Stmt *At) {
  auto OthersHold = [&](Value V) {
    return llvm::any_of(S.Env, [&](const State::Binding &B) {
      return B.first != P && B.second == V;
    });
  };
  if (Held *H = S.held(Old)) {
    if (H->Handle.isAddress() || OthersHold(Old)) {
      if (Log)
        Log->survives(P, ExitKind::Overwrite, At);
      return;
    }
    if (H->Forwarded) {
      escape(S, Old);
      return;
    }
    Held Copy = *H;
    lose(S, Copy, ExitKind::Overwrite, At, nullptr, /*InTry=*/false, P);
    return;
  }
  // The only pointer to memory that holds handles.
  if (!Old.isSymbol() || !Vals.symbol(Old.asSymbol()).Heap ||
      S.isEscaped(Old.asSymbol()) || OthersHold(Old))
    return;
  for (const Held &H : heldOnlyIn(S, Vals.deref(Old.asSymbol())))
    lose(S, H, ExitKind::Overwrite, At, nullptr);
}

//===- The function -------------------------------------------------------===//

/// A handler of a function-try-block: in a constructor, its end throws the
/// exception on ([except.handle]/14).
bool Solver::inFunctionHandler(ScopeId Scope) const {
  const Stmt *Body = Facts.Function->getBody();
  if (!isa_and_nonnull<CXXTryStmt>(Body))
    return false;
  while (Facts.Scopes[Scope].Depth > 1)
    Scope = Facts.Scopes[Scope].Parent;
  return isa_and_nonnull<CXXCatchStmt>(Facts.Scopes[Scope].Origin);
}

/// A constructor leaves without an object: its destructor will not run, those
/// of its members and bases will. Whether one of them releases what \p P, a
/// part of
/// `*this`, holds.
bool Solver::outlivesConstructor(const State &S, PlaceId P) {
  const CXXRecordDecl *Own =
      cast<CXXConstructorDecl>(Facts.Function)->getParent();
  for (; Vals.place(P).K != PlaceInfo::Deref; P = Vals.place(P).Base) {
    const PlaceInfo &Part = Vals.place(P);
    if (Part.K == PlaceInfo::Owned || S.isGuarded(P))
      return true;
    if (Part.K != PlaceInfo::Field)
      continue;
    const auto *F = static_cast<const FieldDecl *>(Part.Of);
    if (F->getParent()->getCanonicalDecl() != Own->getCanonicalDecl() &&
        Unit.destructorReleases(F))
      return true;
  }
  return false;
}

void Solver::leaveFunction(State &S, ExitKind Kind, const Stmt *At,
                           Value Returned, const std::string *Thrower) {
  bool Exceptional = Kind == ExitKind::Throw || Kind == ExitKind::Call;
  escapeArray(S, Returned);
  bool DropsThis = IsConstructor && (Exceptional || inFunctionHandler(S.Scope));
  if (Log)
    Log->leaves(S, Kind, At, [&](PlaceId P) { return isLocal(P); });
  releaseOwned(S, [&](PlaceId P) {
    return isLocal(P) &&
           !(Returned.isAggregate() && Vals.within(P, Returned.asPlace()));
  });
  llvm::SmallVector<Held, 4> Lost;
  for (const Held &H : S.Resources) {
    bool Safe = H.Handle == Returned || isForeign(H.Handle);
    if (Log && H.Handle == Returned)
      Log->happened(S, H.Handle, {HandleEvent::Returned, At, nullptr});
    auto Consider = [&](PlaceId P) {
      Safe =
          Safe || (DropsThis && isPartOfThis(P) ? outlivesConstructor(S, P)
                                                : reachable(S, P, Returned, 0));
    };
    if (H.Handle.isAddress())
      Consider(H.Handle.asPlace());
    else
      for (const State::Binding &B : S.Env)
        if (B.second == H.Handle)
          Consider(B.first);
    if (!Safe)
      Lost.push_back(H);
    else if (Log)
      for (const State::Binding &B : S.Env)
        if (B.second == H.Handle && isLocal(B.first))
          Log->survives(B.first, Kind, At);
  }
  for (const Held &H : Lost) {
    bool Dropped = !Exceptional && !H.Handle.isAddress() &&
                   llvm::none_of(S.Env, [&](const State::Binding &B) {
                     return B.second == H.Handle;
                   });
    if (Dropped)
      discard(S, H);
    else
      lose(S, H, Kind, At, Thrower);
  }
  for (const Held &H : S.Resources)
    Sites[H.Site].HandedOn = true;
  recordExit(S, Returned, Exceptional);
}

void Solver::raise(State S, const Stmt *At, ThrownType Thrown, ScopeId Scope,
                   const std::string *Thrower) {
  if (!Unit.exceptions().enabled())
    return;
  ExitKind Kind = Thrower ? ExitKind::Call : ExitKind::Throw;
  for (const CXXTryStmt *T = Facts.Scopes[Scope].Try; T;
       T = Facts.Scopes[Facts.Scopes.outside(T)].Try) {
    leaveScopes(S, Facts.Scopes.outside(T), Kind, At, Thrower);
    for (unsigned I = 0; I < T->getNumHandlers(); ++I) {
      const CXXCatchStmt *Handler = T->getHandler(I);
      Match M = handles(Handler, Thrown);
      if (M == Match::No)
        continue;
      auto It = Facts.Handlers.find(Handler);
      if (It != Facts.Handlers.end()) {
        State Caught = S;
        if (Thrower)
          note(Caught, PathNode::Throws, At, nullptr, Thrower);
        enter(It->second, std::move(Caught), nullptr);
      }
      if (M == Match::Yes)
        return;
    }
  }
  if (IsNoexcept)
    return; // std::terminate.
  leaveFunction(S, Kind, At, Value(), Thrower);
}

} // namespace dbtidy
