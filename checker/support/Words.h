//===- Words.h - Is this one of these words? --------------------*- C++ -*-===//
//
// Membership in a short list of names. llvm::StringSwitch does this too, but
// its interface for several cases differs between LLVM 16 and 22.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_SUPPORT_WORDS_H
#define DBTIDY_SUPPORT_WORDS_H

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringRef.h"
#include <initializer_list>

namespace dbtidy {

inline bool isOneOf(llvm::StringRef Word,
                    std::initializer_list<llvm::StringRef> List) {
  return llvm::is_contained(List, Word);
}

} // namespace dbtidy

#endif // DBTIDY_SUPPORT_WORDS_H
