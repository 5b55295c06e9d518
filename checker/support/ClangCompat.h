//===- ClangCompat.h - Differences between LLVM 16 and 22 -------*- C++ -*-===//
//
// Every conditional on the version of LLVM, each a small function named for
// its intent. Nothing else in the project tests CLANG_VERSION_MAJOR, but for
// HostVersion.cpp, which compares it with the host's.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_SUPPORT_CLANGCOMPAT_H
#define DBTIDY_SUPPORT_CLANGCOMPAT_H

#include "clang/AST/Decl.h"
#include "clang/AST/Type.h"
#include "clang/Basic/Version.h"

static_assert(CLANG_VERSION_MAJOR >= 16, "dbtidy supports LLVM 16 and later");

namespace dbtidy {

/// `int : 3;`, which an initialiser list skips.
inline bool isUnnamedBitField(const clang::FieldDecl *Field) {
#if CLANG_VERSION_MAJOR >= 19
  return Field->isUnnamedBitField();
#else
  return Field->isUnnamedBitfield();
#endif
}

} // namespace dbtidy

#endif // DBTIDY_SUPPORT_CLANGCOMPAT_H
