//===- CppName.h - What is a name in C and C++ ------------------*- C++ -*-===//
//
// Decides whether text from a rule file is a name or a type and nothing else:
// names are compared with declarations, and fixes write them into source, so a
// rule file must not be able to smuggle code in. Asked by the reader only.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_MODEL_CPPNAME_H
#define DBTIDY_MODEL_CPPNAME_H

#include "llvm/ADT/StringRef.h"

namespace dbtidy {

/// `release_it`: one identifier that is no keyword of C.
bool isIdentifier(llvm::StringRef Text);

/// `soci::connection_pool::lease`: identifiers joined by `::`, none before the
/// first. No template arguments.
bool isQualifiedName(llvm::StringRef Text);

/// A qualified name, or one whose last component is an operator, such as
/// `my::Session::operator=`.
bool isCalleeName(llvm::StringRef Text);

/// `PGconn *`, `std::shared_ptr<my::Pool>`, `unsigned int`: a type made of
/// names, `::`, `*`, and template arguments.
bool isTypeSpelling(llvm::StringRef Text);

/// `int`, `unsigned long`, `int64_t`: a built-in or standard integer type.
bool isIntegerType(llvm::StringRef Text);

} // namespace dbtidy

#endif // DBTIDY_MODEL_CPPNAME_H
