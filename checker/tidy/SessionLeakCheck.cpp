//===- SessionLeakCheck.cpp - db-session-leak -----------------------------===//
//
// See SessionLeakCheck.h.
//
//===----------------------------------------------------------------------===//

#include "tidy/SessionLeakCheck.h"
#include "llvm/ADT/STLExtras.h"
#include <fmt/format.h>

using namespace clang;

namespace dbtidy {

std::string SessionLeakCheck::warningFor(const Finding &F) const {
  return fmt::format("{} acquired by '{}' is not released on every path",
                     nameOf(F), F.Callee);
}

/// The ways out.
void SessionLeakCheck::explain(const Finding &F) {
  // The end of the outermost block and of the function read alike.
  llvm::SmallVector<const WayOut *, 4> Distinct;
  for (const WayOut &Exit : F.Exits)
    if (llvm::none_of(Distinct, [&](const WayOut *O) {
          return O->At == Exit.At && O->Text == Exit.Text;
        }))
      Distinct.push_back(&Exit);
  unsigned Shown = 0;
  for (const WayOut *Each : Distinct) {
    const WayOut &Exit = *Each;
    if (Shown++ == maxExits()) {
      unsigned More = unsigned(Distinct.size()) - maxExits();
      diag(F.At, "and %0 more %select{ways|way}1 out", DiagnosticIDs::Note)
          << More << unsigned(More == 1);
      break;
    }
    for (const PathNote &Note : Exit.Path)
      diag(Note.At, "%0", DiagnosticIDs::Note) << Note.Text;
    diag(Exit.At, "%0", DiagnosticIDs::Note) << Exit.Text;
  }
}

} // namespace dbtidy
