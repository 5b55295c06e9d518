//===- Misuse.cpp - Handles that were released before ---------------------===//
//
// What a function does with a handle, or with data borrowed from one, after its
// release: uses it, returns it, releases it again. See Solver.h.
//
//===----------------------------------------------------------------------===//

#include "analysis/Solver.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace dbtidy {

//===- What was released --------------------------------------------------===//

/// \p V has just been released, and with it what was borrowed from it.
void Solver::noteFormer(State &S, Value V, unsigned Resource,
                        const PathNode *Since) {
  if (!V.isSymbol() && !V.isAddress())
    return;
  PlaceId From = NoId;
  if (V.isAddress())
    From = V.asPlace();
  else if (Vals.symbol(V.asSymbol()).K == SymbolInfo::Initial)
    From = Vals.symbol(V.asSymbol()).Place;
  if (From != NoId && isOneOfMany(From))
    return;
  llvm::SmallVector<Loan, 2> Loans = S.Loans;
  S.addFormer({V, Resource, Running, Since, S.Path, Value()});
  for (const Loan &L : Loans)
    if (L.From == V)
      S.addFormer({L.Data, Resource, Running, Since, S.Path, V});
}

/// The call \p Site lends out \p Data of \p From.
void Solver::lend(State &S, Value Data, Value From) {
  constexpr size_t Few = 8;
  if (!Unit.options().Misuse || !Data.isSymbol() || !From.isKnown())
    return;
  if (S.Loans.size() == Few)
    S.Loans.erase(S.Loans.begin());
  S.Loans.push_back({Data, From});
}

/// That \p V was released, and with it what was borrowed from it, is less than
/// certain.
void Solver::forgetRelease(State &S, Value V) {
  llvm::erase_if(S.Former, [&](const FormerHandle &F) {
    return F.Handle == V || F.BorrowedFrom == V;
  });
}

/// Code that is not visible may have put something new wherever it gets to.
void Solver::forgetFormer(State &S) {
  llvm::erase_if(S.Former, [&](const FormerHandle &F) {
    if (F.BorrowedFrom.isKnown())
      return false;
    return isFromOutside(F.Handle) &&
           !(F.Handle.isSymbol() &&
             isLocal(Vals.symbol(F.Handle.asSymbol()).Place));
  });
}

//===- What is done with it -----------------------------------------------===//

/// `conn`, `db->conn`; empty where \p E is no name.
static std::string nameIn(const Expr *E) {
  if (!E)
    return "";
  E = E->IgnoreParenCasts();
  if (const auto *U = dyn_cast<UnaryOperator>(E);
      U && (U->getOpcode() == UO_AddrOf || U->getOpcode() == UO_Deref))
    return nameIn(U->getSubExpr());
  if (const auto *R = dyn_cast<DeclRefExpr>(E))
    return R->getDecl()->getNameAsString();
  const auto *M = dyn_cast<MemberExpr>(E);
  if (!M)
    return "";
  std::string Member = M->getMemberDecl()->getNameAsString();
  if (isa<CXXThisExpr>(M->getBase()->IgnoreParenImpCasts()))
    return Member;
  std::string Base = nameIn(M->getBase());
  return Base.empty() ? "" : Base + (M->isArrow() ? "->" : ".") + Member;
}

/// The argument of \p Site, or its object, that is \p V.
const Expr *Solver::writtenAs(const State &S, const CallSite &Site, Value V) {
  const Expr *E = Site.E;
  if (const auto *Call = dyn_cast_or_null<CXXMemberCallExpr>(E);
      Call && Site.Object != NoReg && reg(S, Site.Object) == V)
    return Call->getImplicitObjectArgument();
  llvm::ArrayRef<const Expr *> Args;
  if (const auto *Call = dyn_cast_or_null<CallExpr>(E))
    Args = {Call->getArgs(), Call->getNumArgs()};
  else if (const auto *Made = dyn_cast_or_null<CXXConstructExpr>(E))
    Args = {Made->getArgs(), Made->getNumArgs()};
  for (size_t N = 0; N < std::min(Args.size(), Site.Args.size()); ++N)
    if (reg(S, Site.Args[N]) == V)
      return Args[N];
  return nullptr;
}

void Solver::misuse(State &S, FindingKind What, const FormerHandle &F,
                    const Stmt *At, const std::string &Callee,
                    const Expr *Written) {
  if (!Unit.options().Misuse || !F.By || !At)
    return;
  if (rangeOf(S, F.Handle).asPoint() == 0)
    return; // Released where there was a handle, and here there is none.
  // The release was refused.
  if (!rangeOf(S, Value::symbol(Vals.fresh(F.By, 0))).contains(0))
    return;
  Misuses.push_back({What, At, F.By, Callee, nameIn(Written), F.Resource,
                     F.BorrowedFrom.isKnown(), S.Path, F.Path, F.Since});
  for (FormerHandle &Own : S.Former)
    if (Own.By == F.By)
      Own.By = nullptr; // One report is enough.
}

/// Whether \p Site itself says what becomes of the handles that it is given.
static bool takesOver(const CallSite &Site) {
  return llvm::any_of(Site.Rules, [](const CallRule *R) {
    return R->What == Effect::Release || R->What == Effect::Adopt ||
           R->What == Effect::Reset || R->What == Effect::Swap;
  });
}

/// Whether \p Handle is a struct of ours that a function has initialised, as
/// opposed to one that a library has made. Such a struct may be filled again by
/// hand.
bool Solver::isInPlace(Value Handle) const {
  return Handle.isAddress() ||
         (Handle.isSymbol() && Vals.symbol(Handle.asSymbol()).Heap);
}

/// \p V is used by \p Site, where it stands for what is written \p Written.
void Solver::noteUse(State &S, Value V, const CallSite &Site,
                     const Expr *Written) {
  if (!Unit.options().Misuse)
    return;
  if (const FormerHandle *F = S.former(V))
    misuse(S, FindingKind::UseAfterRelease, FormerHandle(*F), Site.E, Site.Name,
           Written);
  else if (V.isSymbol() && isFromOutside(V))
    insertSorted(S.Used, V);
}

/// The call \p Site is about to be made in \p S.
void Solver::checkUses(State &S, const CallSite &Site) {
  if (!Unit.options().Misuse)
    return;
  bool Library = !Site.Rules.empty() || Site.InLibrary;
  auto Check = [&](RegId R, QualType T) {
    Value V = reg(S, R);
    const FormerHandle *F = S.former(V);
    if (!F) {
      if (Library && !takesOver(Site) && Decls.handleOf(T) >= 0)
        noteUse(S, V, Site, nullptr);
      return;
    }
    bool IsBorrowed = F->BorrowedFrom.isKnown();
    bool TakesHandle = Library
                           ? !takesOver(Site)
                           : !Site.InSystem && !Site.NamedRelease &&
                                 !Site.NamedKeep && Decls.handleOf(T) >= 0 &&
                                 Site.Callee && !Site.Callee->hasBody();
    if (IsBorrowed || (TakesHandle && !isInPlace(V)))
      noteUse(S, V, Site, writtenAs(S, Site, V));
  };
  for (unsigned N = 0; N < Site.Args.size(); ++N)
    Check(Site.Args[N], Site.paramType(N));
  if (Site.Object != NoReg && Library)
    Check(Site.Object, QualType());
}

/// \p V is released by \p Site, as a handle of \p Resource.
void Solver::checkRelease(State &S, Value V, std::optional<unsigned> Resource,
                          const CallSite &Site) {
  const FormerHandle *F = S.former(V);
  if (!F || F->BorrowedFrom.isKnown() || (Resource && *Resource != F->Resource))
    return;
  misuse(S, FindingKind::DoubleRelease, FormerHandle(*F), Site.E, Site.Name,
         writtenAs(S, Site, V));
}

/// Memory that \p Pointer leads to is read.
void Solver::checkRead(State &S, SymbolId Pointer, const Stmt *At) {
  if (!Unit.options().Misuse || S.Former.empty())
    return;
  if (const FormerHandle *F = S.former(Value::symbol(Pointer)))
    misuse(S, FindingKind::UseAfterRelease, FormerHandle(*F), At, "",
           dyn_cast_or_null<Expr>(At));
}

/// `return text;`, where what it was borrowed from is gone.
void Solver::checkReturn(State &S, Value Returned, const Stmt *At) {
  if (!Unit.options().Misuse ||
      !Facts.Function->getReturnType()->isPointerType())
    return;
  if (const FormerHandle *F = S.former(Returned)) {
    const auto *R = dyn_cast_or_null<ReturnStmt>(At);
    misuse(S, FindingKind::UseAfterRelease, FormerHandle(*F), At, "",
           R ? R->getRetValue() : nullptr);
  }
}

/// `free(conn)`, `delete conn`, `clear((Result *)conn)`: \p V is held, and
/// \p Site releases something else.
void Solver::checkMismatch(const State &S, Value V, const CallSite &Site) {
  const Held *H = S.held(V);
  if (!Unit.options().Misuse || !H || !Site.E)
    return;
  const AcquisitionSite &Own = Sites[H->Site];
  if (isInPlace(V))
    return; // Its memory was there before it, and is freed.
  bool Releases = llvm::any_of(Site.Rules, [&](const CallRule *R) {
    return R->What != Effect::Release || R->Resource == Own.Resource;
  });
  if (Own.Rule && !Releases)
    Misuses.push_back({FindingKind::MismatchedRelease, Site.E, Own.At,
                       Site.Name, Own.Variable, Own.Resource, false, S.Path,
                       H->Since, H->Since});
}

//===- Findings -----------------------------------------------------------===//

std::vector<Finding> Solver::misuses() const {
  const SourceManager &SM = Decls.context().getSourceManager();
  std::vector<Finding> Result;
  for (const MisusedAt &M : Misuses) {
    const Resource &R = Rules.resources()[M.Resource];
    const std::vector<ResourceKind> &Kinds = Unit.options().Kinds;
    if (!Kinds.empty() && !llvm::is_contained(Kinds, R.Kind))
      continue;
    Finding F;
    F.What = M.What;
    F.Resource = M.Resource;
    F.Kind = R.Kind;
    F.Acquisition = dyn_cast<Expr>(M.At);
    F.Function = Facts.Function;
    F.At = SM.getFileLoc(M.At->getBeginLoc());
    F.Variable = M.Name;
    F.Callee = M.Callee;
    F.Release = releaseName(R);
    F.Borrowed = M.Borrowed;
    F.Releases = {SM.getFileLoc(M.By->getBeginLoc())};
    F.Path = Paths.notes(M.Path, M.Between);
    F.Before = Paths.notes(M.Between, M.Since);
    auto Same = llvm::find_if(Result, [&](const Finding &O) {
      return O.What == F.What && (O.At == F.At || O.Releases == F.Releases);
    });
    if (Same == Result.end())
      Result.push_back(std::move(F));
    else if (SM.isBeforeInTranslationUnit(F.At, Same->At) ||
             (F.At == Same->At && F.Path.size() + F.Before.size() <
                                      Same->Path.size() + Same->Before.size()))
      *Same = std::move(F);
  }
  return Result;
}

} // namespace dbtidy
