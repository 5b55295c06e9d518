//===- FixPlanner.cpp - One fix for each finding --------------------------===//
//
// See FixPlanner.h.
//
//===----------------------------------------------------------------------===//

#include "fixes/FixPlanner.h"
#include "fixes/Lineage.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"
#include <fmt/format.h>

using namespace clang;

namespace dbtidy {

FixPlanner::FixPlanner(Declarations &Decls, const FixOptions &Options)
    : Decls(Decls), Source(Decls.context()), Options(Options) {}

std::vector<Fix> FixPlanner::plan(llvm::ArrayRef<Finding> All) {
  Findings = All;
  Fixes.assign(All.size(), Fix());
  llvm::MapVector<const FunctionDecl *, std::vector<size_t>> Functions;
  for (size_t I = 0; I < All.size(); ++I)
    if (All[I].What <= FindingKind::RawHandle)
      Functions[All[I].Function].push_back(I);
  for (auto &[Function, Own] : Functions)
    planFunction(Own);
  separate();
  return std::move(Fixes);
}

void FixPlanner::planFunction(llvm::ArrayRef<size_t> Own) {
  const FunctionDecl *F = Findings[Own.front()].Function;
  ReleaseInsertion Releases(F, Decls, Source, Options);
  std::vector<size_t> Open;
  for (size_t I : Own) {
    if (Findings[I].What == FindingKind::Leak &&
        llvm::all_of(Findings[I].Exits, [](const WayOut &W) {
          return W.Kind == ExitKind::Discard;
        }))
      Fixes[I] = Releases.wrapDiscarded(Findings[I]);
    else
      Open.push_back(I);
  }
  if (Decls.context().getLangOpts().CPlusPlus ||
      Options.Release == ReleaseStyle::Cleanup)
    planOwners(Open);
  // What leaks has precedence over what is only held raw.
  auto Leaks = [&](size_t I) { return Findings[I].What == FindingKind::Leak; };
  llvm::SmallVector<size_t, 8> Owned;
  llvm::erase_if(Open, [&](size_t I) {
    bool HasOwner = !Fixes[I].Edits.empty() || Fixes[I].RepairedBy;
    if (HasOwner && Leaks(I))
      Owned.push_back(I);
    return HasOwner || !Leaks(I);
  });
  llvm::erase_if(Open, [&](size_t I) {
    return llvm::any_of(
        Owned, [&](size_t O) { return meetsOwner(Findings[I], Findings[O]); });
  });
  if (Open.empty())
    return;
  planReleases(Open);
  if (llvm::any_of(Open, [&](size_t I) { return !Fixes[I].Edits.empty(); }))
    for (size_t I : Own)
      if (!Leaks(I) && Fixes[I].Withheld.empty())
        Fixes[I] = Fix::withheld("another session leaks here; that is to be "
                                 "repaired first");
}

/// Whether releases of \p F would be wrong beside the owner of \p Owned.
bool FixPlanner::meetsOwner(const Finding &F, const Finding &Owned) const {
  // The owner releases it at the end of its scope: too late where the parent
  // is released by a call.
  if (isMadeFrom(Owned.Resource, F.Resource, Decls.rules()))
    return true;
  // The release is written with the owner's variable, no handle any more.
  std::optional<ReleaseCall> Call = releaseCallFor(F, Decls, Source);
  return (Call && Call->NeedsContext) ||
         llvm::any_of(F.Exits, [&](const WayOut &W) {
           return W.Place.Variable && W.Place.Variable == Owned.HeldBy.Variable;
         });
}

void FixPlanner::planOwners(llvm::ArrayRef<size_t> Own) {
  if (Own.empty())
    return;
  OwnerRewrite Rewrite(Findings[Own.front()].Function, Decls, Source, Options);
  llvm::MapVector<const DeclStmt *, std::vector<size_t>> Together;
  for (size_t I : Own) {
    if (const DeclStmt *S = Rewrite.declarationOf(Findings[I]))
      Together[S].push_back(I);
    else
      Fixes[I] = Fix::withheld("no local variable holds it");
  }
  for (auto &[Statement, Group] : Together) {
    std::vector<const Finding *> Members;
    for (size_t I : Group)
      Members.push_back(&Findings[I]);
    Fixes[Group.front()] = Rewrite.rewrite(Members);
    bool Repaired = Fixes[Group.front()].Withheld.empty();
    if (Repaired) {
      for (size_t I : llvm::ArrayRef(Group).drop_front())
        Fixes[I].RepairedBy = Group.front();
      continue;
    }
    // One of them may stand in the way of the others.
    for (size_t I : Group) {
      Fix Alone = Rewrite.rewrite({&Findings[I]});
      bool Taken = llvm::any_of(
          Group, [&](size_t O) { return !Fixes[O].Edits.empty(); });
      if (Alone.Withheld.empty() && Taken)
        Alone = Fix::withheld("another handle of its declaration is fixed");
      Fixes[I] = std::move(Alone);
    }
  }
}

/// Children go before their parents; else the youngest first.
bool FixPlanner::runsBefore(const Finding &A, const Finding &B) const {
  if (isMadeFrom(A.Resource, B.Resource, Decls.rules()))
    return true;
  if (isMadeFrom(B.Resource, A.Resource, Decls.rules()))
    return false;
  return Source.manager().isBeforeInTranslationUnit(B.At, A.At);
}

void FixPlanner::planReleases(llvm::ArrayRef<size_t> Own) {
  ReleaseInsertion Insertion(Findings[Own.front()].Function, Decls, Source,
                             Options);
  std::vector<std::vector<MissingRelease>> Missing(Own.size());
  for (size_t K = 0; K < Own.size(); ++K) {
    std::string Why;
    Missing[K] = Insertion.missingReleases(Findings[Own[K]], Why);
    // In C++ the reason why there is no owner says more.
    if (Missing[K].empty() && Fixes[Own[K]].Withheld.empty())
      Fixes[Own[K]] = Fix::withheld(Why);
  }

  // Findings that leak on a way out together are repaired together.
  using Way = std::pair<unsigned, const Stmt *>;
  llvm::MapVector<Way, std::vector<size_t>> Ways;
  std::vector<size_t> Leader(Own.size());
  for (size_t K = 0; K < Own.size(); ++K)
    Leader[K] = K;
  auto Find = [&](size_t K) {
    while (Leader[K] != K)
      K = Leader[K];
    return K;
  };
  std::map<Way, size_t> First;
  for (size_t K = 0; K < Own.size(); ++K)
    for (const MissingRelease &M : Missing[K]) {
      auto [It, New] =
          First.try_emplace(Way(unsigned(M.Exit->Kind), M.Exit->Leaving), K);
      size_t A = Find(It->second), B = Find(K);
      Leader[std::max(A, B)] = std::min(A, B);
    }
  for (size_t K = 0; K < Own.size(); ++K) {
    if (Missing[K].empty() || Find(K) != K)
      continue;
    std::vector<size_t> Group;
    for (size_t Other = K; Other < Own.size(); ++Other)
      if (!Missing[Other].empty() && Find(Other) == K)
        Group.push_back(Other);
    llvm::MapVector<Way, std::vector<const MissingRelease *>> Exits;
    for (size_t Member : Group)
      for (const MissingRelease &M : Missing[Member]) {
        auto &Here = Exits[Way(unsigned(M.Exit->Kind), M.Exit->Leaving)];
        // One variable, two acquisitions: one release.
        if (llvm::none_of(Here, [&](const MissingRelease *O) {
              return O->Handle == M.Handle;
            }))
          Here.push_back(&M);
      }
    Fix Made;
    std::string Why;
    for (auto &[At, Releases] : Exits)
      for (const MissingRelease *M : Releases)
        if (Made.Risk.empty())
          Made.Risk = M->Risk;
    for (auto &[At, Releases] : Exits) {
      llvm::stable_sort(Releases, [&](auto *A, auto *B) {
        return runsBefore(*A->Of, *B->Of);
      });
      if (!Insertion.write(Releases, Made, Why))
        break;
    }
    llvm::SmallPtrSet<const VarDecl *, 4> Nulled;
    for (auto &[At, Releases] : Exits)
      for (const MissingRelease *M : Releases)
        if (Why.empty() && M->NeedsNulls &&
            Nulled.insert(M->Exit->Place.Variable).second)
          Insertion.writeNulls(*M, Made, Why);
    for (size_t Member : Group) {
      size_t I = Own[Member];
      if (!Why.empty()) {
        if (Fixes[I].Withheld.empty())
          Fixes[I] = Fix::withheld(Why);
      } else if (Member == K) {
        Fixes[I] = Made;
      } else {
        Fixes[I] = Fix();
        Fixes[I].RepairedBy = Own[K];
      }
    }
  }
}

//===- All together -------------------------------------------------------===//

namespace {
struct Extent {
  FileID File;
  unsigned Begin, End;
  bool isInsertion() const { return Begin == End; }
};
} // namespace

static Extent extentOf(const FixItHint &Hint, const SourceManager &SM) {
  auto [File, Begin] = SM.getDecomposedLoc(Hint.RemoveRange.getBegin());
  return {File, Begin, SM.getFileOffset(Hint.RemoveRange.getEnd())};
}

/// Whether both insert, and at one place.
static bool insertsAt(const FixItHint &A, const FixItHint &B,
                      const SourceManager &SM) {
  Extent X = extentOf(A, SM), Y = extentOf(B, SM);
  return X.isInsertion() && Y.isInsertion() && X.File == Y.File &&
         X.Begin == Y.Begin;
}

/// Withholds fixes whose edits would meet those of an earlier one; where both
/// only insert at one place, the earlier one takes over the edits of both.
void FixPlanner::separate() {
  const SourceManager &SM = Source.manager();
  std::vector<std::pair<Extent, std::pair<size_t, size_t>>> Taken;
  for (size_t I = 0; I < Fixes.size(); ++I) {
    Fix &Mine = Fixes[I];
    std::optional<size_t> Meets;
    bool Overlaps = false;
    for (const FixItHint &Hint : Mine.Edits) {
      Extent E = extentOf(Hint, SM);
      for (auto &[Other, Owner] : Taken) {
        if (Other.File != E.File)
          continue;
        bool Same = E.isInsertion() && Other.isInsertion()
                        ? E.Begin == Other.Begin
                        : E.Begin < Other.End && Other.Begin < E.End;
        // An insertion strictly inside of what another edit replaces.
        if (E.isInsertion() != Other.isInsertion()) {
          const Extent &Point = E.isInsertion() ? E : Other;
          const Extent &Whole = E.isInsertion() ? Other : E;
          Same = Whole.Begin < Point.Begin && Point.Begin < Whole.End;
        }
        if (!Same)
          continue;
        Overlaps |= !(E.isInsertion() && Other.isInsertion()) ||
                    (Meets && *Meets != Owner.first);
        Meets = Owner.first;
      }
    }
    if (Overlaps) {
      const Finding &Other = Findings[*Meets];
      Mine = Fix::withheld(
          fmt::format("it would overlap the fix of '{}'",
                      Other.Variable.empty() ? Other.Callee : Other.Variable));
      for (Fix &F : Fixes)
        if (F.RepairedBy == I)
          F = Mine;
      continue;
    }
    size_t Into = Meets.value_or(I);
    if (Meets) {
      // The youngest is released first.
      std::vector<FixItHint> Edits = std::move(Mine.Edits);
      llvm::append_range(Edits, Fixes[*Meets].Edits);
      std::vector<FixItHint> Merged;
      for (FixItHint &Hint : Edits)
        if (llvm::none_of(Merged, [&](const FixItHint &O) {
              return insertsAt(O, Hint, SM) &&
                     O.CodeToInsert == Hint.CodeToInsert;
            }))
          Merged.push_back(Hint);
      Fixes[*Meets].Edits = std::move(Merged);
      if (Fixes[*Meets].Risk.empty())
        Fixes[*Meets].Risk = std::move(Mine.Risk);
      for (std::string &Header : Mine.Headers)
        if (!llvm::is_contained(Fixes[*Meets].Headers, Header))
          Fixes[*Meets].Headers.push_back(Header);
      Mine = Fix();
      Mine.RepairedBy = Meets;
      for (Fix &F : Fixes)
        if (F.RepairedBy == I)
          F.RepairedBy = Meets;
    }
    llvm::erase_if(Taken, [&](auto &T) { return T.second.first == Into; });
    for (const FixItHint &Hint : Fixes[Into].Edits)
      Taken.push_back({extentOf(Hint, SM), {Into, 0}});
  }
  // What is inserted at one place is one edit.
  for (Fix &Each : Fixes) {
    std::vector<FixItHint> Edits;
    for (FixItHint &Hint : Each.Edits) {
      auto Same = llvm::find_if(
          Edits, [&](const FixItHint &O) { return insertsAt(O, Hint, SM); });
      if (Same == Edits.end())
        Edits.push_back(Hint);
      else
        Same->CodeToInsert += Hint.CodeToInsert;
    }
    Each.Edits = std::move(Edits);
  }
}

} // namespace dbtidy
