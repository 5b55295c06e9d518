//===- Lineage.cpp - What is made from what -------------------------------===//
//
// See Lineage.h.
//
//===----------------------------------------------------------------------===//

#include "fixes/Lineage.h"
#include "llvm/ADT/STLExtras.h"

namespace dbtidy {

bool isMadeFrom(unsigned Child, unsigned Ancestor, const RuleSet &Rules) {
  llvm::ArrayRef<Resource> Resources = Rules.resources();
  llvm::StringRef Parent = Resources[Child].Parent;
  // No more generations than resources: rules may go in a circle.
  for (size_t I = 0; !Parent.empty() && I < Resources.size(); ++I) {
    if (Parent == Resources[Ancestor].Id)
      return true;
    const auto *Next = llvm::find_if(
        Resources, [&](const Resource &R) { return R.Id == Parent; });
    if (Next == Resources.end())
      return false;
    Parent = Next->Parent;
  }
  return false;
}

} // namespace dbtidy
