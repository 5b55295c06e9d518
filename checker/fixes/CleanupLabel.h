//===- CleanupLabel.h - The label that a function cleans up at --*- C++ -*-===//
//
// Finds the label whose code releases what a way out of a C function leaks, so
// that the way out can jump there instead of releasing by itself. Syntactic,
// and on the side of "there is none". Makes no edits; used by
// ReleaseInsertion.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_FIXES_CLEANUPLABEL_H
#define DBTIDY_FIXES_CLEANUPLABEL_H

#include "fixes/ReleaseInsertion.h"

namespace dbtidy {

struct CleanupLabel {
  const clang::LabelDecl *Label = nullptr;
  /// The variable whose value the code behind the label returns; null where it
  /// returns nothing, or what \p Leaving returns.
  const clang::VarDecl *Returned = nullptr;
};

/// The label that \p Leaving, a `return`, can jump to: the code behind it
/// releases the handles of \p Releases and, beside them, only handles that are
/// certainly null at \p Leaving; then it leaves the function. The first such,
/// in the order of the source.
std::optional<CleanupLabel>
cleanupLabelFor(const clang::ReturnStmt *Leaving,
                llvm::ArrayRef<const MissingRelease *> Releases,
                const clang::FunctionDecl *Function,
                const clang::ParentMap &Parents, Declarations &Decls);

} // namespace dbtidy

#endif // DBTIDY_FIXES_CLEANUPLABEL_H
