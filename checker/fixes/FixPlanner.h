//===- FixPlanner.h - One fix for each finding ------------------*- C++ -*-===//
//
// Chooses how each finding of a translation unit is repaired, and sees to it
// that all fixes can be applied together: findings whose edits meet share one
// fix. Called by the check; the strategies are OwnerRewrite and
// ReleaseInsertion.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_FIXES_FIXPLANNER_H
#define DBTIDY_FIXES_FIXPLANNER_H

#include "analysis/Finding.h"
#include "facts/Declarations.h"
#include "fixes/Fix.h"
#include "fixes/OwnerRewrite.h"
#include "fixes/ReleaseInsertion.h"
#include "fixes/SourceText.h"

namespace dbtidy {

class FixPlanner {
public:
  FixPlanner(Declarations &Decls, const FixOptions &Options);

  /// The fixes for \p Findings, in the same order; each has edits, a reason
  /// why not, or another finding whose fix repairs it.
  std::vector<Fix> plan(llvm::ArrayRef<Finding> Findings);

private:
  void planFunction(llvm::ArrayRef<size_t> Own);
  void planOwners(llvm::ArrayRef<size_t> Own);
  void planReleases(llvm::ArrayRef<size_t> Own);
  bool meetsOwner(const Finding &F, const Finding &Owned) const;
  bool runsBefore(const Finding &A, const Finding &B) const;
  void separate();

  Declarations &Decls;
  SourceText Source;
  FixOptions Options;
  llvm::ArrayRef<Finding> Findings;
  std::vector<Fix> Fixes;
};

} // namespace dbtidy

#endif // DBTIDY_FIXES_FIXPLANNER_H
