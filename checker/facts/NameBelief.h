//===- NameBelief.h - What the name of a function says ----------*- C++ -*-===//
//
// For functions whose body is not visible and that no rule names: whether the
// words of the name say that it releases, keeps, or never returns. Used only
// where nothing better is known (analysis.md, "Ownership").
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_FACTS_NAMEBELIEF_H
#define DBTIDY_FACTS_NAMEBELIEF_H

#include "llvm/ADT/StringRef.h"

namespace dbtidy {

/// "db_close", "freeResult", "putBack": takes a handle back.
bool namesRelease(llvm::StringRef Function);
/// "adopt", "takeOwnership", "list_append", "set_conn": keeps what it is given.
bool namesKeep(llvm::StringRef Function);
/// "die", "fatal_error", "panic": does not return.
bool namesNoReturn(llvm::StringRef Function);
/// "LOG_ERROR", "VLOG", "DEBUG_PRINT": a macro that logs.
bool namesLogging(llvm::StringRef Macro);

} // namespace dbtidy

#endif // DBTIDY_FACTS_NAMEBELIEF_H
