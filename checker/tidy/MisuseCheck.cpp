//===- MisuseCheck.cpp - Sessions that were released before ---------------===//
//
// See MisuseCheck.h.
//
//===----------------------------------------------------------------------===//

#include "tidy/MisuseCheck.h"
#include <fmt/format.h>

using namespace clang;

namespace dbtidy {

std::string MisuseCheck::warningFor(const Finding &F) const {
  std::string Kind = spelling(F.Kind);
  std::string By = F.Callee.empty() ? "" : fmt::format(" by '{}'", F.Callee);
  if (F.ByOwner)
    return fmt::format("{} is released by hand, and again by its owner",
                       nameOf(F));
  if (F.What == FindingKind::DoubleRelease)
    return fmt::format("{} is released twice", nameOf(F));
  if (F.What == FindingKind::MismatchedRelease)
    return fmt::format("{} is released{}; '{}' releases it", nameOf(F), By,
                       F.Release);
  if (!F.Borrowed)
    return fmt::format("{} is used{} after its release", nameOf(F), By);
  return fmt::format(
      "{} is used{} after the release of the {} that it was "
      "borrowed from",
      F.Variable.empty() ? "data" : fmt::format("'{}'", F.Variable), By, Kind);
}

/// Where it was released, or acquired, and the way from there.
void MisuseCheck::explain(const Finding &F) {
  std::string Name = F.Borrowed || F.Variable.empty()
                         ? fmt::format("the {}", spelling(F.Kind))
                         : fmt::format("'{}'", F.Variable);
  for (const PathNote &Note : F.Before)
    diag(Note.At, "%0", DiagnosticIDs::Note) << Note.Text;
  for (SourceLocation Before : F.Releases)
    diag(Before,
         F.ByOwner                                  ? "%0 releases what it owns"
         : F.What == FindingKind::MismatchedRelease ? "%0 is acquired here"
                                                    : "%0 is released here",
         DiagnosticIDs::Note)
        << Name;
  for (const PathNote &Note : F.Path)
    diag(Note.At, "%0", DiagnosticIDs::Note) << Note.Text;
}

} // namespace dbtidy
