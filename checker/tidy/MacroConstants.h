//===- MacroConstants.h - What object-like macros stand for -----*- C++ -*-===//
//
// Evaluates the integer constants that C libraries define as macros, such as
// SQL_HANDLE_STMT, for rules that name them.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_TIDY_MACROCONSTANTS_H
#define DBTIDY_TIDY_MACROCONSTANTS_H

#include "facts/Declarations.h"

namespace clang {
class Preprocessor;
} // namespace clang

namespace dbtidy {

/// A look-up in the macros that \p PP (may be null) knows at the end of the
/// translation unit: literals, also negative or in parentheses, and macros
/// that stand for such a macro.
MacroLookup macroConstants(clang::Preprocessor *PP);

} // namespace dbtidy

#endif // DBTIDY_TIDY_MACROCONSTANTS_H
