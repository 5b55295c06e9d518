//===- RuleErrors.h - Defects found in one rule file ------------*- C++ -*-===//
//
// Collects what is wrong in one rule file, and words what all messages share:
// quoting of the file's text and the nearest valid spelling. Filled by the
// reader and its checks; RuleReader.h hands the errors out.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_MODEL_RULEERRORS_H
#define DBTIDY_MODEL_RULEERRORS_H

#include "model/RuleReader.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <fmt/format.h>
#include <string>
#include <utility>
#include <vector>

namespace dbtidy {

/// A place in a rule file, counted from 1; 0:0 is the file itself.
struct Position {
  unsigned Line = 0;
  unsigned Column = 0;
};

class RuleErrors {
public:
  explicit RuleErrors(std::string FileName) : File(std::move(FileName)) {}

  template <typename... Ts>
  void add(Position At, fmt::format_string<Ts...> Format, Ts &&...Arguments) {
    append(At, fmt::format(Format, std::forward<Ts>(Arguments)...));
  }

  bool empty() const { return Found.empty(); }

  /// The defects by line and column. Keeps the first MaxErrors: a file that is
  /// no rule file at all has thousands.
  std::vector<RuleError> sorted() const;

private:
  static constexpr unsigned MaxErrors = 50;

  // Enough for the first MaxErrors lines of any order of checks.
  static constexpr unsigned MaxKept = 1000;

  std::string File;
  std::vector<RuleError> Found;
  size_t Count = 0;

  void append(Position At, std::string Message);
};

/// \p Text in single quotes, for a message: unprintable bytes escaped, and cut
/// where it is longer than anybody would name a thing.
std::string quoted(llvm::StringRef Text);

/// " (did you mean 'x'?)" with the entry of \p Valid nearest to \p Text, or ""
/// where none is near.
std::string suggestion(llvm::StringRef Text,
                       llvm::ArrayRef<llvm::StringRef> Valid);

/// "'a', 'b' or 'c'".
std::string alternatives(llvm::ArrayRef<llvm::StringRef> Words);

} // namespace dbtidy

#endif // DBTIDY_MODEL_RULEERRORS_H
