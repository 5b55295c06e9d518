//===- ReleaseInsertion.h - The missing release, written out ----*- C++ -*-===//
//
// The fix for C: a release before each way out that leaks, after the last use
// of what is borrowed from the handle, or a jump to the label that releases it.
// Also where C++ leaves no way by an exception and the handle has no owner that
// could be written.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_FIXES_RELEASEINSERTION_H
#define DBTIDY_FIXES_RELEASEINSERTION_H

#include "analysis/Finding.h"
#include "facts/Declarations.h"
#include "fixes/Fix.h"
#include "fixes/ReleaseCall.h"
#include "fixes/SourceText.h"
#include "clang/AST/ParentMap.h"

namespace dbtidy {

struct CleanupLabel;

/// A release to be written before a way out.
struct MissingRelease {
  const Finding *Of = nullptr;
  const WayOut *Exit = nullptr;
  ReleaseCall Call;
  std::string Handle;   ///< As an expression.
  bool Guarded = false; ///< Needs a test for null.
  /// The variable has to be null where it holds nothing; see writeNulls().
  bool NeedsNulls = false;
  /// The statement that leaves reads the handle or what is borrowed from it.
  bool ReadLast = false;
  std::string Risk; ///< As in Fix.

  /// The statements that release, without a line break at the end.
  std::string text(llvm::StringRef Indent, llvm::StringRef Step) const;
};

class ReleaseInsertion {
public:
  ReleaseInsertion(const clang::FunctionDecl *F, Declarations &Decls,
                   const SourceText &Source, const FixOptions &Options);

  /// The releases that \p F needs, one for each of its ways out. On failure
  /// none, and \p Why says the reason.
  std::vector<MissingRelease> missingReleases(const Finding &F,
                                              std::string &Why) const;
  /// Writes \p Releases, all of one way out and in the order in which they
  /// are to run. False, with a reason, where they cannot be written.
  bool write(llvm::ArrayRef<const MissingRelease *> Releases, Fix &Into,
             std::string &Why) const;
  /// Makes the variable of \p M null where it is declared and wherever it is
  /// released, so that the release of \p M may come upon it afterwards.
  bool writeNulls(const MissingRelease &M, Fix &Into, std::string &Why) const;
  /// The fix for a handle that nobody holds: `clear(execute(...))`.
  Fix wrapDiscarded(const Finding &F) const;

private:
  bool writeBefore(const clang::Stmt *Leaving,
                   llvm::ArrayRef<const MissingRelease *> Releases, Fix &Into,
                   std::string &Why) const;
  bool writeAtEnd(const clang::CompoundStmt *Block,
                  llvm::ArrayRef<const MissingRelease *> Releases, Fix &Into,
                  std::string &Why) const;
  bool writeJump(const clang::ReturnStmt *Leaving, const CleanupLabel &To,
                 Fix &Into) const;
  /// The statement before which the release goes: \p Leaving, or the release
  /// of its parent that stands before it. Null where neither is right.
  const clang::Stmt *placeBefore(const clang::Stmt *Leaving,
                                 const MissingRelease &M) const;
  std::string unusedName() const;
  bool writesThrough(const clang::VarDecl *V) const;

  const clang::FunctionDecl *Function;
  const clang::Stmt *Body;
  Declarations &Decls;
  const SourceText &Source;
  const FixOptions &Options;
  clang::ParentMap Parents;
};

} // namespace dbtidy

#endif // DBTIDY_FIXES_RELEASEINSERTION_H
