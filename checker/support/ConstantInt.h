//===- ConstantInt.h - Constant expressions as 64-bit integers --*- C++ -*-===//
//
// The value of a constant integer expression, where it has one that fits. The
// analysis knows no wider numbers.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_SUPPORT_CONSTANTINT_H
#define DBTIDY_SUPPORT_CONSTANTINT_H

#include "clang/AST/Expr.h"
#include "llvm/ADT/APSInt.h"
#include <cstdint>
#include <optional>

namespace dbtidy {

inline std::optional<int64_t> asInt64(const llvm::APSInt &V) {
  if (!V.isRepresentableByInt64())
    return std::nullopt;
  return V.getExtValue();
}

inline std::optional<int64_t> constantInt(const clang::Expr *E,
                                          const clang::ASTContext &Context) {
  clang::Expr::EvalResult R;
  if (!E || E->isValueDependent() || E->isTypeDependent() ||
      !E->EvaluateAsInt(R, Context))
    return std::nullopt;
  return asInt64(R.Val.getInt());
}

} // namespace dbtidy

#endif // DBTIDY_SUPPORT_CONSTANTINT_H
