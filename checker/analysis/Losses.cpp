//===- Losses.cpp - What is recorded of a lost handle ---------------------===//
//
// A handle is lost on a way out: where that is and how the message says it. The
// site of the acquisition collects them. See Solver.h and SiteTable.h.
//
//===----------------------------------------------------------------------===//

#include "analysis/Solver.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"
#include <fmt/format.h>

using namespace clang;

namespace dbtidy {

/// The innermost statement that ends the life of the variable that holds \p H.
const Stmt *Solver::scopeOfHolder(const State &S, const Held &H) const {
  const Stmt *Scope = nullptr;
  for (const State::Binding &B : S.Env) {
    bool Holds =
        B.second == H.Handle ||
        (H.Handle.isAddress() && Vals.within(B.first, H.Handle.asPlace()));
    const PlaceInfo &Root = Vals.place(Vals.root(B.first));
    if (!Holds || Root.K != PlaceInfo::Variable)
      continue;
    const auto *V = static_cast<const VarDecl *>(Root.Of);
    Scope = Facts.Scopes[Facts.Scopes.of(V)].Origin;
  }
  return Scope;
}

SourceLocation Solver::locationOf(ExitKind Kind, const Stmt *At, const State &S,
                                  const Held &H) const {
  SourceLocation Loc;
  if (At)
    Loc = At->getBeginLoc();
  // A default argument stands at its declaration, and is evaluated here.
  if (const auto *E = dyn_cast_or_null<CXXDefaultArgExpr>(At))
    Loc = E->getUsedLocation();
  if (Kind == ExitKind::FunctionEnd) {
    const Stmt *Body = Facts.Function->getBody();
    Loc = Body ? Body->getEndLoc() : SourceLocation();
  } else if (Kind == ExitKind::ScopeEnd) {
    // At the brace that ends the scope of the variable.
    if (const Stmt *Scope = scopeOfHolder(S, H))
      Loc = Scope->getEndLoc();
  }
  const SourceManager &SM = Decls.context().getSourceManager();
  return Loc.isValid() ? SM.getFileLoc(Loc) : Loc;
}

namespace {

/// The names that a message is made of.
struct Words {
  std::string Release;
  std::string Variable;
  llvm::StringRef Thrower;
  const char *Left; ///< What is left: "function" or "'try' block".
};

} // namespace

static std::string textOf(ExitKind Kind, const Stmt *At, const Words &W) {
  switch (Kind) {
  case ExitKind::Return:
    return fmt::format(
        "'{}' leaves the function without '{}'",
        isa_and_nonnull<CoreturnStmt>(At) ? "co_return" : "return", W.Release);
  case ExitKind::FunctionEnd:
    return fmt::format("the function ends without '{}'", W.Release);
  case ExitKind::Throw:
    return fmt::format("'throw' leaves the {} without '{}'", W.Left, W.Release);
  case ExitKind::Call:
    return fmt::format("'{}' may throw and leaves the {} without '{}'",
                       W.Thrower.str(), W.Left, W.Release);
  case ExitKind::Jump: {
    const char *Jump = isa<BreakStmt>(At)      ? "break"
                       : isa<ContinueStmt>(At) ? "continue"
                                               : "goto";
    return fmt::format("'{}' leaves the scope of '{}' without '{}'", Jump,
                       W.Variable, W.Release);
  }
  case ExitKind::ScopeEnd:
    return fmt::format("the scope of '{}' ends without '{}'", W.Variable,
                       W.Release);
  case ExitKind::Overwrite:
    return W.Variable.empty()
               ? fmt::format("the handle is overwritten without '{}'",
                             W.Release)
               : fmt::format("'{}' is overwritten without '{}'", W.Variable,
                             W.Release);
  case ExitKind::Discard:
    return fmt::format("the value is discarded without '{}'", W.Release);
  }
  return "";
}

void Solver::logEvent(const State &S, Value V, HandleEvent::Kind What) {
  if (Log)
    Log->happened(S, V, {What, Running, Releasing});
}

void Solver::lose(State &S, const Held &H, ExitKind Kind, const Stmt *At,
                  const std::string *Thrower, bool InTry, PlaceId From) {
  AcquisitionSite &Own = Sites[H.Site];
  // The outermost block ends where the function does.
  bool EndsAll = Kind == ExitKind::ScopeEnd &&
                 scopeOfHolder(S, H) == Facts.Function->getBody();
  WayOut Exit;
  Exit.Kind = Kind;
  Exit.At = locationOf(Kind, At, S, H);
  Exit.Text =
      textOf(EndsAll ? ExitKind::FunctionEnd : Kind, At,
             {releaseName(Rules.resources()[Own.Resource]), Own.Variable,
              Thrower ? *Thrower : "", InTry ? "'try' block" : "function"});
  bool InArray = standsInArray(S, H.Handle);
  Exit.Leaving = Kind == ExitKind::ScopeEnd ? scopeOfHolder(S, H) : At;
  if (H.Handle.isAddress()) {
    Exit.Place = holderAt(Vals, H.Handle.asPlace());
    Exit.Place.InPlace = true;
  } else if (From != NoId) {
    Exit.Place = holderAt(Vals, From);
  } else {
    for (const State::Binding &B : S.Env)
      if (B.second == H.Handle && isLocal(B.first) && !Exit.Place.Variable)
        Exit.Place = holderAt(Vals, B.first);
  }
  if (H.Asked) {
    Exit.Asked = H.Asked->Callee;
    Exit.Said = answerTo(S, H);
  }
  addWayOut(InArray ? Own.ArrayExits : Own.Exits,
            {std::move(Exit), S.Path, H.Since});
  Value Handle = H.Handle; // H may be an element of S.Resources.
  S.drop(Handle);
}

/// What \p Own acquired is released as an element of an array.
void Solver::noteElementRelease(AcquisitionSite &Own) {
  if (!Running)
    return;
  const SourceManager &SM = Decls.context().getSourceManager();
  SourceLocation Here = SM.getFileLoc(Running->getBeginLoc());
  if (Own.ElementRelease.isInvalid() ||
      SM.isBeforeInTranslationUnit(Here, Own.ElementRelease))
    Own.ElementRelease = Here;
}

/// Nobody holds \p H: lost where it was given out.
void Solver::discard(State &S, const Held &H) {
  lose(S, H, ExitKind::Discard, H.From ? H.From : Sites[H.Site].At, nullptr);
}

std::vector<Finding> Solver::findings() const {
  std::vector<Finding> Result =
      Sites.findings(Facts.Function, Rules, Unit.options().Kinds, Paths,
                     Decls.context().getSourceManager());
  if (Unit.options().RawHandles && shortfall().empty())
    llvm::append_range(
        Result, Sites.rawHandles(Facts.Function, Rules, Unit.options().Kinds,
                                 Decls.context().getSourceManager()));
  if (Unit.options().Misuse && !GaveUp)
    llvm::append_range(Result, misuses());
  if (!Log)
    return Result;
  for (const AcquisitionSite &Each : Sites.all())
    if (!Log->SometimesOwned.count(Each.At) &&
        (!Each.Believed || Each.SeenReleased))
      Log->Facts.Acquisitions[Each.At] = Each.Resource;
  auto Shared = std::make_shared<OwnershipFacts>(Log->Facts);
  for (Finding &F : Result) {
    F.Ownership = Shared;
    for (WayOut &W : F.Exits)
      if (W.Place.Variable)
        W.States = Log->statesAt(W.Kind, W.Leaving, W.Place);
  }
  return Result;
}

} // namespace dbtidy
