//===- Ownership.cpp - Who holds what, and the ways out -------------------===//
//
// Decides at every way out whether a resource can still be reached by someone,
// and records the way out where it cannot. See Solver.h.
//
//===----------------------------------------------------------------------===//

#include "analysis/Solver.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"
#include <fmt/format.h>

using namespace clang;

namespace dbtidy {

//===- Sites --------------------------------------------------------------===//

unsigned Solver::siteFor(const Expr *At, unsigned Index, unsigned Resource,
                         llvm::StringRef Callee, bool Believed) {
  auto [It, New] = SiteIds.try_emplace({At, Index}, unsigned(Sites.size()));
  if (New) {
    Sites.emplace_back();
    Site &Own = Sites.back();
    Own.At = At;
    Own.Resource = Resource;
    Own.Callee = Callee.str();
    Own.Believed = Believed;
  }
  return It->second;
}

/// A struct initialised in place, in memory that the caller owns.
bool Solver::isForeign(Value Handle) const {
  return Handle.isSymbol() &&
         Vals.symbol(Handle.asSymbol()).K != SymbolInfo::Fresh;
}

void Solver::own(State &S, unsigned SiteIndex, Value Handle, Value Parent) {
  // More at once than any program holds; each is looked for in every state.
  if (S.Resources.size() >= MaxHeld) {
    ++Unit.counters().HandlesDropped;
    return;
  }
  Held H;
  H.Site = SiteIndex;
  H.Handle = Handle;
  H.Parent = Parent;
  H.Since = S.Path;
  // A struct initialised in place is its own holder.
  H.Unbound = !Handle.isAddress() && !isForeign(Handle);
  if (Handle.isAddress() && Sites[SiteIndex].Variable.empty())
    Sites[SiteIndex].Variable = describe(Handle.asPlace());
  S.addHeld(H);
}

void Solver::escape(State &S, Value V) {
  if (!V.isKnown() || V.isInt())
    return;
  S.drop(V);
  if (V.isSymbol()) {
    const SymbolInfo &Info = Vals.symbol(V.asSymbol());
    if (Info.Heap)
      insertSorted(S.EscapedHeap, V.asSymbol());
    if (Info.K == SymbolInfo::Initial)
      insertSorted(S.Kept, V);
  }
}

/// Everything that \p P and its parts hold is somebody else's from here on.
void Solver::escapePlace(State &S, PlaceId P) {
  llvm::SmallVector<Value, 4> Held;
  for (const State::Binding &B : S.Env)
    if (Vals.within(B.first, P) && Vals.place(B.first).K != PlaceInfo::Owned)
      Held.push_back(B.second);
  for (Value V : Held)
    escape(S, V);
  // Structs initialised in place, and their parts.
  llvm::SmallVector<Value, 2> InPlace;
  for (const struct Held &H : S.Resources)
    if (H.Handle.isAddress() && Vals.within(H.Handle.asPlace(), P))
      InPlace.push_back(H.Handle);
  for (Value V : InPlace)
    escape(S, V);
}

bool Solver::carriesHeld(const State &S, Value V) const {
  if (S.Resources.empty() || !V.isKnown() || V.isInt())
    return false;
  if (S.held(V))
    return true;
  PlaceId P = NoId;
  if (V.isAddress() || V.isAggregate())
    P = V.asPlace();
  else if (V.isSymbol())
    P = Vals.deref(V.asSymbol());
  else
    return false;
  for (const State::Binding &B : S.Env)
    if (S.held(B.second) && Vals.within(B.first, P))
      return true;
  for (const Held &H : S.Resources)
    if (H.Handle.isAddress() && Vals.within(H.Handle.asPlace(), P))
      return true;
  return false;
}

//===- Reachability -------------------------------------------------------===//

bool Solver::isLocal(PlaceId P) const {
  const PlaceInfo &Root = Vals.place(Vals.root(P));
  if (Root.K == PlaceInfo::Variable) {
    const auto *V = static_cast<const VarDecl *>(Root.Of);
    return Facts.Scopes.declares(V) || V->isInitCapture();
  }
  return Root.K == PlaceInfo::Register;
}

bool Solver::isOwner(const State &S, PlaceId P) {
  while (true) {
    const PlaceInfo &Info = Vals.place(P);
    if (Info.K == PlaceInfo::Owned || S.isGuarded(P))
      return true;
    if (Info.K == PlaceInfo::Field &&
        Unit.destructorReleases(static_cast<const FieldDecl *>(Info.Of)))
      return true;
    if (Info.K == PlaceInfo::Variable)
      return Unit.cleanupReleases(static_cast<const VarDecl *>(Info.Of));
    if (Info.K != PlaceInfo::Field && Info.K != PlaceInfo::Element &&
        Info.K != PlaceInfo::AnyElement)
      return false;
    P = Info.Base;
  }
}

/// Holders nest (a pointer to a struct that holds a pointer …) a few deep.
static constexpr unsigned MaxHolderDepth = 4;

bool Solver::reachable(const State &S, PlaceId P, Value Returned,
                       unsigned Depth) {
  if (isOwner(S, P))
    return true;
  PlaceId Root = Vals.root(P);
  const PlaceInfo &Info = Vals.place(Root);
  if (Returned.isAggregate() && Vals.within(P, Returned.asPlace()))
    return true;
  if (isLocal(P))
    return false;
  if (Info.K != PlaceInfo::Deref)
    return true; // A global, a static, a captured variable.
  Value Pointer = Value::symbol(Info.Base);
  if (!Vals.symbol(Info.Base).Heap || S.isEscaped(Info.Base))
    return true;
  // Memory that was allocated here: reachable when a pointer to it is.
  if (Returned == Pointer)
    return true;
  if (Depth >= MaxHolderDepth)
    return true;
  for (const State::Binding &B : S.Env)
    if (B.second == Pointer && reachable(S, B.first, Returned, Depth + 1))
      return true;
  return false;
}

//===- Ways out -----------------------------------------------------------===//

/// Objects that die release what they own.
void Solver::releaseOwned(State &S, llvm::function_ref<bool(PlaceId)> Dies) {
  llvm::SmallVector<Value, 4> Gone;
  for (const State::Binding &B : S.Env) {
    if (!B.second.isSymbol() || !Dies(B.first))
      continue;
    bool Tracked = S.held(B.second) != nullptr;
    bool Callers = Vals.symbol(B.second.asSymbol()).K == SymbolInfo::Initial;
    if ((Tracked || Callers) && isOwner(S, B.first))
      Gone.push_back(B.second);
  }
  for (Value V : Gone) {
    if (const Held *H = S.held(V)) {
      Sites[H->Site].SeenReleased = true;
      S.drop(V);
    } else {
      insertSorted(S.Released, V);
    }
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
  bool Any = false;
  for (const State::Binding &B : S.Env)
    Any |= Dies(B.first);
  if (!Any)
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
      const PlaceInfo &Root = Vals.place(Vals.root(P));
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
  }
  for (const Held &H : Lost) {
    bool InTry = Thrower || Kind == ExitKind::Throw || Kind == ExitKind::Call;
    lose(S, H, Kind, At, Thrower, InTry);
  }
  llvm::erase_if(S.Env, [&](const State::Binding &B) { return Dies(B.first); });
  llvm::erase_if(S.Guarded, Dies);
}

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

void Solver::leaveFunction(State &S, ExitKind Kind, const Stmt *At,
                           Value Returned, const std::string *Thrower) {
  bool Exceptional = Kind == ExitKind::Throw || Kind == ExitKind::Call;
  bool DropsThis = IsConstructor && (Exceptional || inFunctionHandler(S.Scope));
  llvm::SmallVector<Held, 4> Lost;
  for (const Held &H : S.Resources) {
    if (H.Handle == Returned || isForeign(H.Handle))
      continue;
    bool Safe = false;
    auto Consider = [&](PlaceId P) {
      if (Safe)
        return;
      // A constructor that throws: the destructor of the object will not run,
      // those of its members will.
      const PlaceInfo &Root = Vals.place(Vals.root(P));
      if (DropsThis && Root.K == PlaceInfo::Deref &&
          Vals.symbol(Root.Base).K == SymbolInfo::Initial &&
          Vals.symbol(Root.Base).Place == Vals.thisPlace()) {
        for (PlaceId Q = P; Vals.place(Q).K != PlaceInfo::Deref;
             Q = Vals.place(Q).Base) {
          const PlaceInfo &Part = Vals.place(Q);
          if (Part.K == PlaceInfo::Owned || S.isGuarded(Q))
            Safe = true;
          if (Part.K == PlaceInfo::Field) {
            const auto *F = static_cast<const FieldDecl *>(Part.Of);
            const auto *Own = cast<CXXConstructorDecl>(Facts.Function);
            if (F->getParent()->getCanonicalDecl() !=
                    Own->getParent()->getCanonicalDecl() &&
                Unit.destructorReleases(F))
              Safe = true;
          }
        }
        return;
      }
      Safe = reachable(S, P, Returned, 0);
    };
    if (H.Handle.isAddress())
      Consider(H.Handle.asPlace());
    else
      for (const State::Binding &B : S.Env)
        if (B.second == H.Handle)
          Consider(B.first);
    if (!Safe)
      Lost.push_back(H);
  }
  for (const Held &H : Lost) {
    bool Dropped = !Exceptional && !H.Handle.isAddress() &&
                   llvm::none_of(S.Env, [&](const State::Binding &B) {
                     return B.second == H.Handle;
                   });
    if (Dropped)
      lose(S, H, ExitKind::Discard, H.From ? H.From : Sites[H.Site].At,
           nullptr);
    else
      lose(S, H, Kind, At, Thrower);
  }
  releaseOwned(S, [&](PlaceId P) {
    return isLocal(P) &&
           !(Returned.isAggregate() && Vals.within(P, Returned.asPlace()));
  });
  recordExit(S, Returned, Exceptional);
}

void Solver::raise(State S, const Stmt *At, QualType Thrown, ScopeId Scope,
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
  // is known on the branches only; the way out tells.
  if (I.Imm) {
    for (const Held &H : Lost)
      if (Held *Tested = S.held(H.Handle))
        Tested->Unbound = false;
    return;
  }
  for (const Held &H : Lost)
    lose(S, H, ExitKind::Discard, H.From ? H.From : Sites[H.Site].At, nullptr);
}

void Solver::overwritten(State &S, PlaceId P, Value Old, Value New,
                         const Stmt *At) {
  auto OthersHold = [&](Value V) {
    return llvm::any_of(S.Env, [&](const State::Binding &B) {
      return B.first != P && B.second == V;
    });
  };
  if (Held *H = S.held(Old)) {
    if (H->Handle.isAddress() || OthersHold(Old))
      return;
    if (H->Forwarded) {
      escape(S, Old);
      return;
    }
    Held Copy = *H;
    lose(S, Copy, ExitKind::Overwrite, At, nullptr);
    return;
  }
  // The only pointer to memory that holds handles.
  if (!Old.isSymbol() || !Vals.symbol(Old.asSymbol()).Heap ||
      S.isEscaped(Old.asSymbol()) || OthersHold(Old))
    return;
  PlaceId Memory = Vals.deref(Old.asSymbol());
  llvm::SmallVector<Held, 2> Lost;
  for (const State::Binding &B : S.Env)
    if (Vals.within(B.first, Memory))
      if (const Held *H = S.held(B.second))
        if (!llvm::any_of(S.Env, [&](const State::Binding &O) {
              return O.second == H->Handle && !Vals.within(O.first, Memory);
            }))
          Lost.push_back(*H);
  for (const Held &H : Lost)
    lose(S, H, ExitKind::Overwrite, At, nullptr);
}

//===- Findings -----------------------------------------------------------===//

std::string Solver::describe(PlaceId P) const {
  const PlaceInfo &Info = Vals.place(P);
  auto Pointer = [&](SymbolId Sym) -> std::string {
    const SymbolInfo &Symbol = Vals.symbol(Sym);
    if (Symbol.K == SymbolInfo::Initial) {
      if (Symbol.Place == const_cast<Values &>(Vals).thisPlace())
        return "this";
      return describe(Symbol.Place);
    }
    if (const auto *D = Symbol.K == SymbolInfo::Fresh ? Symbol.Of : nullptr)
      (void)D;
    return "";
  };
  switch (Info.K) {
  case PlaceInfo::Variable:
    return static_cast<const VarDecl *>(Info.Of)->getNameAsString();
  case PlaceInfo::Field: {
    std::string Name =
        static_cast<const FieldDecl *>(Info.Of)->getNameAsString();
    const PlaceInfo &Base = Vals.place(Info.Base);
    if (Base.K == PlaceInfo::Deref) {
      std::string Of = Pointer(Base.Base);
      return Of.empty() || Of == "this" ? Name : Of + "->" + Name;
    }
    std::string Of = describe(Info.Base);
    return Of.empty() ? Name : Of + "." + Name;
  }
  case PlaceInfo::Element:
    return fmt::format("{}[{}]", describe(Info.Base), Info.Index);
  case PlaceInfo::AnyElement:
  case PlaceInfo::Owned:
    return describe(Info.Base);
  case PlaceInfo::Deref: {
    std::string Of = Pointer(Info.Base);
    return Of.empty() ? "" : "*" + Of;
  }
  case PlaceInfo::Register:
  case PlaceInfo::Version:
    return "";
  }
  return "";
}

std::string Solver::nameOf(PlaceId P, const Stmt *At) const {
  const auto *Assignment = dyn_cast_or_null<BinaryOperator>(At);
  if (!Assignment || !Assignment->isAssignmentOp())
    return describe(P);
  std::string Text;
  llvm::raw_string_ostream Out(Text);
  PrintingPolicy Policy = Decls.context().getPrintingPolicy();
  Policy.SuppressImplicitBase = true;
  Assignment->getLHS()->IgnoreParenImpCasts()->printPretty(Out, nullptr,
                                                           Policy);
  Out.flush();
  constexpr size_t Longest = 40; // More would drown the message.
  return Text.size() <= Longest ? Text : describe(P);
}

static std::string releaseName(const Resource &R) {
  for (const CallRule &C : R.Calls)
    if (C.What == Effect::Release)
      return C.Form == CalleeForm::Delete ? "delete"
                                          : lastComponent(C.Callee).str();
  return "release";
}

std::vector<PathNote> Solver::pathOf(const State &S, const Held &H) const {
  std::vector<PathNote> Notes;
  unsigned Until = H.Since ? H.Since->Length : 0;
  const SourceManager &SM = Decls.context().getSourceManager();
  for (const PathNode *N = S.Path; N && N->Length > Until; N = N->Parent) {
    PathNote Note;
    Note.At = N->At ? SM.getFileLoc(N->At->getBeginLoc()) : SourceLocation();
    switch (N->What) {
    case PathNode::True:
      Note.Text = "taking the true branch";
      break;
    case PathNode::False:
      Note.Text = "taking the false branch";
      break;
    case PathNode::Enter:
      Note.Text = "entering the loop";
      break;
    case PathNode::Leave:
      Note.Text = "leaving the loop";
      break;
    case PathNode::Case: {
      llvm::StringRef Text = "case";
      std::string Label;
      if (const auto *C = dyn_cast_or_null<CaseStmt>(N->Label)) {
        llvm::raw_string_ostream Out(Label);
        C->getLHS()->IgnoreImplicit()->printPretty(
            Out, nullptr, Decls.context().getPrintingPolicy());
      }
      Note.Text = fmt::format("taking the '{} {}' branch", Text.str(), Label);
      break;
    }
    case PathNode::Default:
      Note.Text = "taking the 'default' branch";
      break;
    case PathNode::Throws:
      Note.Text = fmt::format("'{}' throws and the handler is entered",
                              N->Name ? *N->Name : "");
      break;
    }
    Notes.push_back(std::move(Note));
  }
  std::reverse(Notes.begin(), Notes.end());
  return Notes;
}

SourceLocation Solver::locationOf(ExitKind Kind, const Stmt *At,
                                  const State &S) const {
  const SourceManager &SM = Decls.context().getSourceManager();
  SourceLocation Loc;
  if (Kind == ExitKind::FunctionEnd) {
    const Stmt *Body = Facts.Function->getBody();
    Loc = Body ? Body->getEndLoc() : SourceLocation();
  } else if (At) {
    Loc = At->getBeginLoc();
  }
  return Loc.isValid() ? SM.getFileLoc(Loc) : Loc;
}

void Solver::lose(State &S, const Held &H, ExitKind Kind, const Stmt *At,
                  const std::string *Thrower, bool InTry) {
  Site &Own = Sites[H.Site];
  WayOut Exit;
  Exit.Kind = Kind;
  Exit.At = locationOf(Kind, At, S);
  std::string Release = releaseName(Rules.resources()[Own.Resource]);
  std::string Variable = Own.Variable;
  const char *What = InTry ? "'try' block" : "function";
  switch (Kind) {
  case ExitKind::Return:
    Exit.Text = fmt::format(
        "'{}' leaves the function without '{}'",
        isa_and_nonnull<CoreturnStmt>(At) ? "co_return" : "return", Release);
    break;
  case ExitKind::FunctionEnd:
    Exit.Text = fmt::format("the function ends without '{}'", Release);
    break;
  case ExitKind::Throw:
    Exit.Text =
        fmt::format("'throw' leaves the {} without '{}'", What, Release);
    break;
  case ExitKind::Call:
    Exit.Text = fmt::format("'{}' may throw and leaves the {} without '{}'",
                            Thrower ? *Thrower : "", What, Release);
    break;
  case ExitKind::Jump: {
    const char *Word = isa<BreakStmt>(At)      ? "break"
                       : isa<ContinueStmt>(At) ? "continue"
                                               : "goto";
    Exit.Text = fmt::format("'{}' leaves the scope of '{}' without '{}'", Word,
                            Variable, Release);
    break;
  }
  case ExitKind::ScopeEnd: {
    Exit.Text =
        fmt::format("the scope of '{}' ends without '{}'", Variable, Release);
    // At the brace that ends the scope of the variable.
    const Stmt *Scope = nullptr;
    for (const State::Binding &B : S.Env)
      if (B.second == H.Handle ||
          (H.Handle.isAddress() && Vals.within(B.first, H.Handle.asPlace()))) {
        const PlaceInfo &Root = Vals.place(Vals.root(B.first));
        if (Root.K == PlaceInfo::Variable)
          Scope = Facts
                      .Scopes[Facts.Scopes.of(
                          static_cast<const VarDecl *>(Root.Of))]
                      .Origin;
      }
    if (Scope)
      Exit.At =
          Decls.context().getSourceManager().getFileLoc(Scope->getEndLoc());
    break;
  }
  case ExitKind::Overwrite:
    Exit.Text =
        Variable.empty()
            ? fmt::format("the handle is overwritten without '{}'", Release)
            : fmt::format("'{}' is overwritten without '{}'", Variable,
                          Release);
    break;
  case ExitKind::Discard:
    Exit.Text = fmt::format("the value is discarded without '{}'", Release);
    break;
  }
  // One note per place; the shortest way there.
  bool InArray = llvm::any_of(S.Env, [&](const State::Binding &B) {
    return B.second == H.Handle && isWeak(B.first);
  });
  std::vector<WayOut> &Known = InArray ? Own.ArrayExits : Own.Exits;
  // A few are shown; the way to the others need not be kept.
  constexpr size_t MostPaths = 64;
  if (Known.size() < MostPaths)
    Exit.Path = pathOf(S, H);
  auto Same = llvm::find_if(Known, [&](const WayOut &O) {
    return O.At == Exit.At && O.Kind == Exit.Kind && O.Text == Exit.Text;
  });
  if (Same == Known.end())
    Known.push_back(std::move(Exit));
  else if (!Exit.Path.empty() && Exit.Path.size() < Same->Path.size())
    *Same = std::move(Exit);
  Value Handle = H.Handle; // H may be an element of S.Resources.
  S.drop(Handle);
}

static bool isImplicit(const WayOut &W) { return W.Kind == ExitKind::Call; }

std::vector<Finding> Solver::findings() const {
  std::vector<Finding> Result;
  const SourceManager &SM = Decls.context().getSourceManager();
  const std::vector<ResourceKind> &Kinds = Unit.options().Kinds;
  for (const Site &Own : Sites) {
    std::vector<WayOut> Ways = Own.Exits;
    // A loop over the array releases what another loop stored; that both run
    // equally often is beyond this analysis.
    if (!Own.SeenReleased)
      Ways.insert(Ways.end(), Own.ArrayExits.begin(), Own.ArrayExits.end());
    if (Ways.empty() || (Own.Believed && !Own.SeenReleased))
      continue;
    const Resource &R = Rules.resources()[Own.Resource];
    if (!Kinds.empty() && !llvm::is_contained(Kinds, R.Kind))
      continue;
    Finding F;
    F.Resource = Own.Resource;
    F.Kind = R.Kind;
    F.Acquisition = Own.At;
    F.Function = Facts.Function;
    F.At = SM.getFileLoc(Own.At->getBeginLoc());
    F.Variable = Own.Variable;
    F.Callee = Own.Callee;
    F.Release = releaseName(R);
    F.Exits = std::move(Ways);
    llvm::stable_sort(F.Exits, [&](const WayOut &A, const WayOut &B) {
      if (isImplicit(A) != isImplicit(B))
        return isImplicit(B);
      if (A.At == B.At)
        return A.Text < B.Text;
      if (A.At.isInvalid() || B.At.isInvalid())
        return B.At.isValid();
      return SM.isBeforeInTranslationUnit(A.At, B.At);
    });
    Result.push_back(std::move(F));
  }
  return Result;
}

} // namespace dbtidy
