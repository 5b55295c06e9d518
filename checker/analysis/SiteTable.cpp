//===- SiteTable.cpp - The acquisitions of a function ---------------------===//
//
// See SiteTable.h.
//
//===----------------------------------------------------------------------===//

#include "analysis/SiteTable.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/Expr.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace dbtidy {

unsigned SiteTable::siteFor(const Expr *At, unsigned Number, unsigned Resource,
                            llvm::StringRef Callee, bool Believed) {
  // One call may acquire this or that, depending on an argument.
  auto [It, New] =
      Ids.try_emplace({At, Number << 12 | Resource}, unsigned(Sites.size()));
  if (New) {
    Sites.emplace_back();
    AcquisitionSite &Own = Sites.back();
    Own.At = At;
    Own.Resource = Resource;
    Own.Callee = Callee.str();
    Own.Believed = Believed;
  }
  return It->second;
}

void SiteTable::clear() {
  Sites.clear();
  Ids.clear();
}

void addWayOut(std::vector<LostAt> &Known, LostAt Way) {
  auto Same = llvm::find_if(Known, [&](const LostAt &O) {
    return O.Exit.At == Way.Exit.At && O.Exit.Kind == Way.Exit.Kind &&
           O.Exit.Text == Way.Exit.Text;
  });
  if (Same == Known.end()) {
    Known.push_back(std::move(Way));
    return;
  }
  // One way past that function is enough.
  if (Same->Exit.Asked != Way.Exit.Asked || Same->Exit.Said != Way.Exit.Said)
    Same->Exit.Asked = Way.Exit.Asked = nullptr;
  if (Way.decisions() && Way.decisions() < Same->decisions())
    *Same = std::move(Way);
}

static bool isImplicit(const WayOut &W) { return W.Kind == ExitKind::Call; }

/// Explicit ways out first, each kind by location.
static void sortWaysOut(std::vector<LostAt> &Ways, const SourceManager &SM) {
  llvm::stable_sort(Ways, [&](const LostAt &L, const LostAt &R) {
    const WayOut &A = L.Exit, &B = R.Exit;
    if (isImplicit(A) != isImplicit(B))
      return isImplicit(B);
    if (A.At == B.At)
      return A.Text < B.Text;
    if (A.At.isInvalid() || B.At.isInvalid())
      return B.At.isValid();
    return SM.isBeforeInTranslationUnit(A.At, B.At);
  });
}

/// Whether \p W leaves the function, or gives the array up, above \p Release.
static bool leavesBefore(const WayOut &W, SourceLocation Release,
                         const SourceManager &SM) {
  bool Leaves = W.Kind == ExitKind::Return || W.Kind == ExitKind::Throw ||
                W.Kind == ExitKind::Call || W.Kind == ExitKind::Discard;
  return Leaves && W.At.isValid() && Release.isValid() &&
         SM.isBeforeInTranslationUnit(W.At, Release);
}

static Finding findingOf(const AcquisitionSite &Own,
                         const FunctionDecl *Function, const RuleSet &Rules,
                         const SourceManager &SM) {
  const Resource &R = Rules.resources()[Own.Resource];
  Finding F;
  F.Resource = Own.Resource;
  F.Kind = R.Kind;
  F.Acquisition = Own.At;
  F.Function = Function;
  F.At = SM.getFileLoc(Own.At->getBeginLoc());
  F.Variable = Own.Variable;
  F.Callee = Own.Callee;
  F.Release = releaseName(R);
  F.Rule = Own.Rule;
  F.HeldBy = Own.HeldBy;
  return F;
}

std::vector<Finding> SiteTable::findings(const FunctionDecl *Function,
                                         const RuleSet &Rules,
                                         llvm::ArrayRef<ResourceKind> Kinds,
                                         const PathLog &Paths,
                                         const SourceManager &SM) const {
  std::vector<Finding> Result;
  for (const AcquisitionSite &Own : Sites) {
    std::vector<LostAt> Ways = Own.Exits;
    // A loop over the array releases what another loop stored; that both run
    // equally often is beyond this analysis. What leaves before is not.
    for (const LostAt &W : Own.ArrayExits)
      if (!Own.SeenReleased || leavesBefore(W.Exit, Own.ElementRelease, SM))
        Ways.push_back(W);
    if (Ways.empty() || (Own.Believed && !Own.SeenReleased))
      continue;
    const Resource &R = Rules.resources()[Own.Resource];
    if (!Kinds.empty() && !llvm::is_contained(Kinds, R.Kind))
      continue;
    Finding F = findingOf(Own, Function, Rules, SM);
    sortWaysOut(Ways, SM);
    // A few are shown; the way to the others need not be written.
    constexpr size_t MostPaths = 64;
    for (LostAt &Way : Ways) {
      if (F.Exits.size() < MostPaths)
        Way.Exit.Path = Paths.notes(Way.Path, Way.Since);
      F.Exits.push_back(std::move(Way.Exit));
    }
    Result.push_back(std::move(F));
  }
  return Result;
}

/// Whether \p V is an object that cleans up after itself.
static bool isObject(const VarDecl *V) {
  const auto *R = V->getType()->getAsCXXRecordDecl();
  return R && R->hasDefinition() && !R->hasTrivialDestructor();
}

/// A handle in a local variable, that this function alone releases.
static bool isRawHandle(const AcquisitionSite &Own, const SourceManager &SM) {
  if (!Own.Exits.empty() || !Own.ArrayExits.empty() || !Own.SeenReleased ||
      Own.HandedOn)
    return false;
  const VarDecl *V = Own.HeldBy.Variable;
  return V && !V->isImplicit() && !isObject(V) &&
         !SM.isMacroBodyExpansion(Own.At->getBeginLoc());
}

std::vector<Finding> SiteTable::rawHandles(const FunctionDecl *Function,
                                           const RuleSet &Rules,
                                           llvm::ArrayRef<ResourceKind> Kinds,
                                           const SourceManager &SM) const {
  std::vector<Finding> Result;
  // A destructor is what would be an owner's.
  if (isa<CXXDestructorDecl>(Function))
    return Result;
  for (const AcquisitionSite &Own : Sites) {
    ResourceKind Kind = Rules.resources()[Own.Resource].Kind;
    if (!isRawHandle(Own, SM) ||
        (!Kinds.empty() && !llvm::is_contained(Kinds, Kind)))
      continue;
    Finding F = findingOf(Own, Function, Rules, SM);
    F.What = FindingKind::RawHandle;
    F.Releases = Own.Releases;
    llvm::sort(F.Releases, [&](SourceLocation A, SourceLocation B) {
      return SM.isBeforeInTranslationUnit(A, B);
    });
    Result.push_back(std::move(F));
  }
  return Result;
}

} // namespace dbtidy
