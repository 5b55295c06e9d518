//===- RawSessionCheck.cpp - db-raw-session -------------------------------===//
//
// See RawSessionCheck.h.
//
//===----------------------------------------------------------------------===//

#include "tidy/RawSessionCheck.h"

using namespace clang;

namespace dbtidy {

const char *RawSessionCheck::warningFor(const Finding &F) const {
  return F.Variable.empty()
             ? "%0 acquired by '%1' is held by a raw handle and released by "
               "hand"
             : "%0 '%2' acquired by '%1' is held by a raw handle and released "
               "by hand";
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
