//===- Contradictions.h - Rules that cannot all be true ---------*- C++ -*-===//
//
// Checks one resource as a whole: calls that say two things about the same
// handle, and resources that nobody could acquire or release. What a single
// call says about itself is CallParser's.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_MODEL_CONTRADICTIONS_H
#define DBTIDY_MODEL_CONTRADICTIONS_H

#include "model/CallParser.h"

namespace dbtidy {

/// Adds what contradicts itself in \p Parsed, which was read from \p Mapping.
void checkContradictions(const MappingReader &Mapping,
                         const DraftResource &Parsed, RuleErrors &Errors);

} // namespace dbtidy

#endif // DBTIDY_MODEL_CONTRADICTIONS_H
