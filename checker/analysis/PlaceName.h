//===- PlaceName.h - What places are called ---------------------*- C++ -*-===//
//
// What the source calls a place, for messages. Decides nothing.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_ANALYSIS_PLACENAME_H
#define DBTIDY_ANALYSIS_PLACENAME_H

#include "analysis/Values.h"
#include <string>

namespace clang {
class ASTContext;
class Stmt;
} // namespace clang

namespace dbtidy {

/// `conn`, `pool->conn`, `slots[2]`; empty where the source has no name for it.
std::string describe(Values &Vals, PlaceId P);

/// The name of \p P as the assignment \p At writes it; else describe()'s.
std::string nameOf(Values &Vals, PlaceId P, const clang::Stmt *At,
                   const clang::ASTContext &Context);

} // namespace dbtidy

#endif // DBTIDY_ANALYSIS_PLACENAME_H
