//===- Vocabulary.h - The keys and words of rule files ----------*- C++ -*-===//
//
// Which keys each mapping of a rule file has, and the words that some of them
// take. The one list that the reader reads by, that its suggestions come from,
// and that the tests compare rules/schema.json with.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_MODEL_VOCABULARY_H
#define DBTIDY_MODEL_VOCABULARY_H

#include "model/Rule.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <optional>

namespace dbtidy {

/// The mappings of a rule file.
enum class Place {
  File,
  StatusMacro,
  Resource,
  Acquire,
  Release,
  Reset,
  Swap,
  Handling, ///< A call under `adopt`, `borrow`, `query` or `use`.
  Holds,
  When,
  Unless
};

/// Every Place, in the order above.
llvm::ArrayRef<Place> allPlaces();

/// The name of \p Where among the definitions of rules/schema.json.
llvm::StringRef schemaName(Place Where);

/// \p Where with its article, for a message: "a resource".
llvm::StringRef describe(Place Where);

/// The keys that the mapping at \p Where may have, in the order in which the
/// documentation gives them.
llvm::ArrayRef<llvm::StringRef> keysOf(Place Where);

/// Those of keysOf(\p Where) that it must have.
llvm::ArrayRef<llvm::StringRef> requiredKeysOf(Place Where);

/// The keys that say what is called (`function`, `method`, ...).
llvm::ArrayRef<llvm::StringRef> calleeKeys();

/// The words of `kind`, and the kind that \p Word stands for.
llvm::ArrayRef<llvm::StringRef> kindWords();
std::optional<ResourceKind> kindOf(llvm::StringRef Word);

/// The words of `holds` and of `ownership`.
llvm::ArrayRef<llvm::StringRef> holdsWords();
llvm::ArrayRef<llvm::StringRef> ownershipWords();

/// The key of a resource under which calls with \p What stand.
llvm::StringRef keyOf(Effect What);

/// Every effect, in the order in which keysOf(Place::Resource) has them.
llvm::ArrayRef<Effect> allEffects();

/// What kind of mapping a call with \p What is.
Place placeOf(Effect What);

} // namespace dbtidy

#endif // DBTIDY_MODEL_VOCABULARY_H
