//===- Deleters.h - What smart pointers release with ------------*- C++ -*-===//
//
// std::unique_ptr and std::shared_ptr release what they hold by `delete`, by a
// function, or by a function object, and each may be meant for something else
// than they hold.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_FACTS_DELETERS_H
#define DBTIDY_FACTS_DELETERS_H

#include "facts/Declarations.h"

namespace dbtidy {

/// The deleter of one smart pointer, as seen by one resource.
struct Deleter {
  enum Verdict {
    Unknown, ///< What it does cannot be told.
    Right,   ///< It releases the resource.
    Wrong    ///< It releases something else: memory, another resource.
  };
  Verdict Fit = Unknown;
  std::string Name; ///< The function, or "delete".
};

/// The deleter of a smart pointer of class \p Owner that is made from \p Args,
/// where it is to release \p Resource.
Deleter deleterOf(const clang::CXXRecordDecl *Owner,
                  llvm::ArrayRef<const clang::Expr *> Args, unsigned Resource,
                  Declarations &Decls);

} // namespace dbtidy

#endif // DBTIDY_FACTS_DELETERS_H
