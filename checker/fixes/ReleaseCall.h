//===- ReleaseCall.h - How a resource is given back, as text ----*- C++ -*-===//
//
// Chooses the release that a fix writes: the one that the function uses
// already, or the rule's first that can be written from what the acquisition
// shows (its pool, the constant that a rule asks for). No edits here.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_FIXES_RELEASECALL_H
#define DBTIDY_FIXES_RELEASECALL_H

#include "analysis/Finding.h"
#include "facts/Declarations.h"
#include "fixes/SourceText.h"
#include <optional>

namespace dbtidy {

struct ReleaseCall {
  /// The call's text around the handle: `pool.release(` and `)`.
  std::string Before, After;
  /// Set where the call is a function of the handle alone, whose address can
  /// be taken: a deleter.
  const clang::FunctionDecl *Function = nullptr;
  std::string FunctionName; ///< As the call names it.
  /// A null handle does no harm.
  bool NullSafe = false;
  /// The text speaks of variables beside the handle.
  bool NeedsContext = false;

  std::string of(llvm::StringRef Handle) const {
    return Before + Handle.str() + After;
  }
};

/// The release for the resource of \p F; none where it cannot be written.
std::optional<ReleaseCall> releaseCallFor(const Finding &F, Declarations &Decls,
                                          const SourceText &Source);

/// The function or variable that \p QualifiedName names in this translation
/// unit; for a function that is not overloaded.
const clang::FunctionDecl *findFunction(llvm::StringRef QualifiedName,
                                        clang::ASTContext &Context);

} // namespace dbtidy

#endif // DBTIDY_FIXES_RELEASECALL_H
