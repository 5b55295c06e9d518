//===- RawSessionCheck.cpp - db-raw-session -------------------------------===//
//
// See RawSessionCheck.h.
//
//===----------------------------------------------------------------------===//

#include "tidy/RawSessionCheck.h"
#include <fmt/format.h>

using namespace clang;

namespace dbtidy {

std::string RawSessionCheck::warningFor(const Finding &F) const {
  return fmt::format(
      "{} acquired by '{}' is held by a raw handle and released by hand",
      nameOf(F), F.Callee);
}

/// The releases.
void RawSessionCheck::explain(const Finding &F) {
  unsigned Shown = 0;
  for (SourceLocation At : F.Releases) {
    if (Shown++ == maxExits()) {
      unsigned More = unsigned(F.Releases.size()) - maxExits();
      diag(F.At, "and %0 more %select{releases|release}1", DiagnosticIDs::Note)
          << More << unsigned(More == 1);
      break;
    }
    if (F.Variable.empty())
      diag(At, "the handle is released here", DiagnosticIDs::Note);
    else
      diag(At, "'%0' is released here", DiagnosticIDs::Note) << F.Variable;
  }
}

} // namespace dbtidy
