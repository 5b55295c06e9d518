//===- Lineage.cpp - What is made from what -------------------------------===//
//
// See Lineage.h.
//
//===----------------------------------------------------------------------===//

#include "fixes/Lineage.h"
#include "llvm/ADT/STLExtras.h"

namespace dbtidy {

/// A leased connection is a connection: whether both come as handles of one
/// type.
static bool areAlike(const Resource &A, const Resource &B) {
  return A.Id == B.Id || llvm::any_of(A.Handles, [&](llvm::StringRef Handle) {
           return llvm::is_contained(B.Handles, Handle);
         });
}

bool isMadeFrom(unsigned Child, unsigned Ancestor, const RuleSet &Rules) {
  llvm::ArrayRef<Resource> Resources = Rules.resources();
  llvm::StringRef Parent = Resources[Child].Parent;
  // No more generations than resources: rules may go in a circle.
  for (size_t I = 0; !Parent.empty() && I < Resources.size(); ++I) {
    const auto *Next = llvm::find_if(
        Resources, [&](const Resource &R) { return R.Id == Parent; });
    if (Next == Resources.end())
      return false;
    if (areAlike(*Next, Resources[Ancestor]))
      return true;
    Parent = Next->Parent;
  }
  return false;
}

bool mayLackParent(const Finding &F, const HolderStates &States,
                   const RuleSet &Rules) {
  if (States.ParentGone || !States.ParentUnknown)
    return States.ParentGone;
  for (const auto &[Variable, Events] : F.Ownership->Events)
    for (const HandleEvent &E : Events)
      if (E.Rule && E.What == HandleEvent::Released &&
          isMadeFrom(F.Resource, E.Rule->Resource, Rules))
        return true;
  return false;
}

} // namespace dbtidy
