//===- BuiltinRules.h - The rule files inside the plugin --------*- C++ -*-===//
//
// The files of rules/ as they were when the plugin was built. Their bytes come
// from a source file that EmbedRules.cmake writes; read by RuleReader.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_MODEL_BUILTINRULES_H
#define DBTIDY_MODEL_BUILTINRULES_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace dbtidy {

struct BuiltinRuleFile {
  llvm::StringRef Name; ///< "<built-in>/libpq.yaml".
  llvm::StringRef Content;
  llvm::StringRef Digest; ///< SHA-1 of the content, in lower-case hex.
};

/// By name.
llvm::ArrayRef<BuiltinRuleFile> builtinRuleFiles();

/// Every word in the names of callees that the files give: enough to tell that
/// a program mentions none of them, without reading the files.
llvm::ArrayRef<llvm::StringRef> builtinCalleeWords();

} // namespace dbtidy

#endif // DBTIDY_MODEL_BUILTINRULES_H
