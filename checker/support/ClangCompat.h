//===- ClangCompat.h - Differences between LLVM 16 and 22 -------*- C++ -*-===//
//
// Every conditional on the version of LLVM, each a small function named for
// its intent. Nothing else in the project tests CLANG_VERSION_MAJOR, but for
// HostVersion.cpp, which compares it with the host's.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_SUPPORT_CLANGCOMPAT_H
#define DBTIDY_SUPPORT_CLANGCOMPAT_H

#include "clang/AST/Attr.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include "clang/AST/Type.h"
#include "clang/Basic/Version.h"
#include <utility>

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

/// `virtual void f() = 0;`
inline bool isPureVirtual(const clang::FunctionDecl *F) {
#if CLANG_VERSION_MAJOR >= 18
  return F->isPureVirtual();
#else
  return F->isPure();
#endif
}

/// Whether clang keeps the arguments of `malloc(deallocator, index)`. Versions
/// before 22 reject the attribute with arguments.
constexpr bool keepsDeallocators() { return CLANG_VERSION_MAJOR >= 22; }

/// The deallocator that `malloc(deallocator, index)` names, and the index of
/// its parameter, from 0.
inline std::pair<const clang::FunctionDecl *, unsigned>
deallocatorOf([[maybe_unused]] const clang::RestrictAttr *A) {
#if CLANG_VERSION_MAJOR >= 22
  if (const clang::Expr *E = A->getDeallocator())
    if (const auto *R =
            llvm::dyn_cast<clang::DeclRefExpr>(E->IgnoreParenImpCasts()))
      if (const auto *F = llvm::dyn_cast<clang::FunctionDecl>(R->getDecl())) {
        clang::ParamIdx Index = A->getDeallocatorPtrArgIndex();
        return {F, Index.isValid() ? Index.getASTIndex() : 0};
      }
#endif
  return {nullptr, 0};
}

} // namespace dbtidy

#endif // DBTIDY_SUPPORT_CLANGCOMPAT_H
