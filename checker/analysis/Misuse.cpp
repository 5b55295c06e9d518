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

/// Whether what \p F says is certain in \p S, and was not told before.
bool Solver::isGone(const State &S, const FormerHandle &F) {
  if (!Unit.options().Misuse || !F.By)
    return false;
  if (rangeOf(S, F.Handle).asPoint() == 0)
    return false; // Released where there was a handle, and here there is none.
  // The release was not refused.
  return rangeOf(S, Value::symbol(Vals.fresh(F.By, 0))).contains(0);
}

/// One report of \p By is enough.
static void told(State &S, const Stmt *By) {
  for (FormerHandle &Own : S.Former)
    if (Own.By == By)
      Own.By = nullptr;
}

void Solver::misuse(State &S, FindingKind What, const FormerHandle &F,
                    const Stmt *At, const std::string &Callee,
                    const Expr *Written) {
  if (!At || !isGone(S, F))
    return;
  Misuses.push_back({What, At, F.By->getBeginLoc(), Callee, nameIn(Written),
                     F.Resource, F.BorrowedFrom.isKnown(), /*ByOwner=*/false,
                     S.Path, F.Path, F.Since});
  told(S, F.By);
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
  if (!Releases)
    mismatch(S, *H, Site.E, Site.Name);
}

void Solver::mismatch(const State &S, const Held &H, const Expr *At,
                      const std::string &Callee) {
  const AcquisitionSite &Own = Sites[H.Site];
  if (Own.Rule)
    Misuses.push_back({FindingKind::MismatchedRelease, At,
                       Own.At->getBeginLoc(), Callee, Own.Variable,
                       Own.Resource, /*Borrowed=*/false,
                       /*ByOwner=*/false, S.Path, H.Since, H.Since});
}

//===- Smart pointers -----------------------------------------------------===//

/// The local variable that is the smart pointer whose handle is in \p Owned.
static const VarDecl *ownerVariable(const Values &Vals, PlaceId Owned) {
  const PlaceInfo &Info = Vals.place(Owned);
  if (Info.K != PlaceInfo::Owned)
    return nullptr;
  const PlaceInfo &Owner = Vals.place(Info.Base);
  return Owner.K == PlaceInfo::Variable ? static_cast<const VarDecl *>(Owner.Of)
                                        : nullptr;
}

Deleter Solver::deleterOfOwner(PlaceId Owned, unsigned Resource) {
  const VarDecl *V = ownerVariable(Vals, Owned);
  if (!V)
    return {};
  llvm::ArrayRef<const Expr *> Args;
  if (const Expr *Init = V->getInit())
    if (const auto *Made = dyn_cast<CXXConstructExpr>(Init->IgnoreImplicit()))
      Args = {Made->getArgs(), Made->getNumArgs()};
  return deleterOf(V->getType()->getAsCXXRecordDecl(), Args, Resource, Decls);
}

/// A smart pointer, with its handle in \p Owned, takes one over from \p Site.
void Solver::checkDeleter(const State &S, PlaceId Owned, const CallSite &Site) {
  const Held *H = S.held(reg(S, Site.Args[0]));
  const auto *M = dyn_cast_or_null<CXXMethodDecl>(Site.Callee);
  if (!Unit.options().Misuse || !H || !M || isInPlace(H->Handle))
    return;
  unsigned Resource = Sites[H->Site].Resource;
  llvm::ArrayRef<const Expr *> Args;
  if (const auto *Made = dyn_cast_or_null<CXXConstructExpr>(Site.E))
    Args = {Made->getArgs(), Made->getNumArgs()};
  else if (const auto *Call = dyn_cast_or_null<CXXMemberCallExpr>(Site.E))
    Args = {Call->getArgs(), Call->getNumArgs()};
  Deleter D = deleterOf(M->getParent(), Args, Resource, Decls);
  if (D.Fit == Deleter::Unknown)
    D = deleterOfOwner(Owned, Resource);
  if (D.Fit == Deleter::Wrong)
    mismatch(S, *H, Site.E, D.Name);
}

/// The smart pointer with its handle in \p Owned is about to release it, at
/// \p At.
void Solver::checkOwnerReleases(State &S, PlaceId Owned, const Stmt *At) {
  const FormerHandle *F = S.former(loadPlace(S, Owned));
  if (!F || F->BorrowedFrom.isKnown() ||
      deleterOfOwner(Owned, F->Resource).Fit != Deleter::Right)
    return;
  const Expr *Written = nullptr;
  if (const auto *Call = dyn_cast_or_null<CXXMemberCallExpr>(At))
    Written = Call->getImplicitObjectArgument();
  else if (const auto *Assignment = dyn_cast_or_null<CXXOperatorCallExpr>(At))
    Written = Assignment->getArg(0);
  misuse(S, FindingKind::DoubleRelease, FormerHandle(*F), At, "", Written);
}

/// The same, where it dies.
void Solver::checkOwnerDies(State &S, PlaceId Owned) {
  const Value *V = S.lookup(Owned);
  const FormerHandle *F = V ? S.former(*V) : nullptr;
  if (!F || F->BorrowedFrom.isKnown() || !isGone(S, *F) ||
      deleterOfOwner(Owned, F->Resource).Fit != Deleter::Right)
    return;
  const VarDecl *Owner = ownerVariable(Vals, Owned);
  Misuses.push_back({FindingKind::DoubleRelease, F->By, Owner->getLocation(),
                     "", Owner->getNameAsString(), F->Resource,
                     /*Borrowed=*/false,
                     /*ByOwner=*/true, F->Path, F->Path, F->Since});
  told(S, F->By);
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
    F.ByOwner = M.ByOwner;
    F.Releases = {SM.getFileLoc(M.Before)};
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
