//===- SiteTable.h - The acquisitions of a function -------------*- C++ -*-===//
//
// Where one function acquires, and the ways out that each acquisition does not
// survive. Filled by the solver over all states; in the end it yields the
// findings. Knows no states.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_ANALYSIS_SITETABLE_H
#define DBTIDY_ANALYSIS_SITETABLE_H

#include "analysis/PathLog.h"
#include "model/RuleSet.h"
#include "llvm/ADT/DenseMap.h"

namespace clang {
class SourceManager;
} // namespace clang

namespace dbtidy {

/// A way out and the path to it, whose notes are written in the end: what is a
/// decision shows when all ways are known.
struct LostAt {
  WayOut Exit;
  const PathNode *Path = nullptr, *Since = nullptr;

  unsigned decisions() const {
    return (Path ? Path->Length : 0) - (Since ? Since->Length : 0);
  }
};

/// One expression that acquires one resource.
struct AcquisitionSite {
  const clang::Expr *At = nullptr;
  unsigned Resource = 0;
  std::string Callee;
  std::string Variable;
  /// The rule that says so; null for helpers and belief.
  const CallRule *Rule = nullptr;
  Holder HeldBy; ///< The first that held it.
  /// Owed only if some way releases it: nothing is known of the callee.
  bool Believed = false;
  bool SeenReleased = false;
  /// Somebody else owns it on some path: its caller, an owner, its parent.
  bool HandedOn = false;
  /// Where it is released by hand; known where fixes are planned.
  std::vector<clang::SourceLocation> Releases;
  bool ZeroIsHandle = false; ///< Integer handles count from zero.
  std::vector<LostAt> Exits;
  /// Ways out of handles that stand at an index that is not known.
  std::vector<LostAt> ArrayExits;
  /// Where the first such handle is released.
  clang::SourceLocation ElementRelease;
};

class SiteTable {
public:
  AcquisitionSite &operator[](unsigned Index) { return Sites[Index]; }
  const AcquisitionSite &operator[](unsigned Index) const {
    return Sites[Index];
  }

  /// The site of the \p Number-th resource that \p At acquires, made if need
  /// be.
  unsigned siteFor(const clang::Expr *At, unsigned Number, unsigned Resource,
                   llvm::StringRef Callee, bool Believed);
  void clear();

  /// A finding for each site of one of \p Kinds (empty for all) that has ways
  /// out. \p Function is the one that the sites are in.
  std::vector<Finding> findings(const clang::FunctionDecl *Function,
                                const RuleSet &Rules,
                                llvm::ArrayRef<ResourceKind> Kinds,
                                const PathLog &Paths,
                                const clang::SourceManager &SM) const;
  /// The same for sites of raw handles, which have none. All paths through
  /// \p Function have to be known.
  std::vector<Finding> rawHandles(const clang::FunctionDecl *Function,
                                  const RuleSet &Rules,
                                  llvm::ArrayRef<ResourceKind> Kinds,
                                  const clang::SourceManager &SM) const;
  llvm::ArrayRef<AcquisitionSite> all() const { return Sites; }

private:
  std::vector<AcquisitionSite> Sites;
  llvm::DenseMap<std::pair<const clang::Expr *, unsigned>, unsigned> Ids;
};

/// Adds a way out: one for each place, with the shortest path to it.
void addWayOut(std::vector<LostAt> &Known, LostAt Way);

} // namespace dbtidy

#endif // DBTIDY_ANALYSIS_SITETABLE_H
