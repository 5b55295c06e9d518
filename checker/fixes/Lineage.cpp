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

bool mayLackParent(const Finding &F, const HolderStates &States,
                   const RuleSet &Rules) {
  if (States.ParentGone || !States.ParentUnknown)
    return States.ParentGone;
  llvm::ArrayRef<Resource> Resources = Rules.resources();
  llvm::StringRef Parent = Resources[F.Resource].Parent;
  for (const auto &[Variable, Events] : F.Ownership->Events)
    for (const HandleEvent &E : Events)
      if (E.Rule && E.What == HandleEvent::Released &&
          Resources[E.Rule->Resource].Id == Parent)
        return true;
  return false;
}

} // namespace dbtidy
