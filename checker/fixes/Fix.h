//===- Fix.h - The edits that repair a finding ------------------*- C++ -*-===//
//
// What a fix is, as plain data: edits, the headers they need, or the reason
// why there are none. Made by FixPlanner, emitted by the check.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_FIXES_FIX_H
#define DBTIDY_FIXES_FIX_H

#include "clang/Basic/Diagnostic.h"
#include <optional>
#include <string>
#include <vector>

namespace dbtidy {

struct Fix {
  /// Applied together or not at all; they do not overlap.
  std::vector<clang::FixItHint> Edits;
  /// Standard headers that the edits need, without brackets.
  std::vector<std::string> Headers;
  /// Why there are no edits, as the end of a sentence; empty where there are.
  std::string Withheld;
  /// What the edits are wrong for, as the end of a sentence that begins with
  /// "unless"; empty for edits that are safe.
  std::string Risk;
  /// The finding whose fix repairs this one too, because both edit the same
  /// statement.
  std::optional<size_t> RepairedBy;

  static Fix withheld(std::string Why) {
    Fix F;
    F.Withheld = std::move(Why);
    return F;
  }
};

/// What a C++ fix writes.
enum class OwnerStyle {
  UniquePtr,   ///< std::unique_ptr with the release function as deleter
  DeleterType, ///< std::unique_ptr with a stateless deleter type
  ScopeGuard   ///< the raw handle stays; a guard releases it
};

/// What a C fix writes.
enum class ReleaseStyle {
  Calls,  ///< the release before each way out
  Cleanup ///< __attribute__((cleanup))
};

struct FixOptions {
  OwnerStyle Owner = OwnerStyle::UniquePtr;
  ReleaseStyle Release = ReleaseStyle::Calls;
  /// Fixes that may be wrong are made too, with their Risk.
  bool Risky = false;
};

} // namespace dbtidy

#endif // DBTIDY_FIXES_FIX_H
