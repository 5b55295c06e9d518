//===- Risk.cpp - When a fix may be wrong ---------------------------------===//
//
// See Risk.h.
//
//===----------------------------------------------------------------------===//

#include "fixes/Risk.h"
#include "fixes/FunctionNames.h"
#include "llvm/ADT/STLExtras.h"
#include <fmt/format.h>

using namespace clang;

namespace dbtidy {

/// The call that is given the value of \p R.
static const CallExpr *callWith(const DeclRefExpr *R,
                                const ParentMap &Parents) {
  const Stmt *Child = R;
  const Stmt *S = Parents.getParent(R);
  while (S && (isa<ImplicitCastExpr, ParenExpr>(S))) {
    Child = S;
    S = Parents.getParent(S);
  }
  const auto *Call = dyn_cast_or_null<CallExpr>(S);
  return Call && Call->getCallee() != Child ? Call : nullptr;
}

/// Whether nothing is known of what \p Call does with the handle.
static bool isUnknown(const CallExpr *Call, Declarations &Decls) {
  const FunctionDecl *F = Call->getDirectCallee();
  if (!F)
    return true;
  const SourceManager &SM = Decls.context().getSourceManager();
  return !F->hasBody() && Decls.rulesFor(F).empty() &&
         !SM.isInSystemHeader(F->getLocation());
}

static std::string nameOf(const CallExpr *Call) {
  const FunctionDecl *F = Call->getDirectCallee();
  return F ? "'" + F->getNameAsString() + "'" : "a function";
}

std::string riskOf(const Finding &F, const VarDecl *V, const ParentMap &Parents,
                   Declarations &Decls) {
  bool IsReleased = false;
  for (const HandleEvent &E : F.Ownership->eventsOf(V)) {
    IsReleased |= E.What == HandleEvent::Released;
    // Where it released nothing, it may have been for another reason.
    const auto *Helper = dyn_cast_or_null<CallExpr>(E.At);
    if (E.What == HandleEvent::ReleasedOtherwise && Helper)
      return fmt::format("{} releases '{}' there too", nameOf(Helper),
                         V->getNameAsString());
  }
  // Who releases it on one way out owns it.
  if (IsReleased)
    return "";
  for (const DeclRefExpr *R : namesIn(F.Function->getBody()).References) {
    if (R->getDecl() != V)
      continue;
    const CallExpr *Call = callWith(R, Parents);
    if (Call && isUnknown(Call, Decls))
      return fmt::format("{} keeps '{}'", nameOf(Call), V->getNameAsString());
  }
  return "";
}

} // namespace dbtidy
