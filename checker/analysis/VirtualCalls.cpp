//===- VirtualCalls.cpp - Which body a virtual call runs ------------------===//
//
// The override of the class that the object was made as, where that is known.
// Otherwise any override may run: one here that takes a handle is believed to.
// Calls of it are then run as any other's. See Solver.h.
//
//===----------------------------------------------------------------------===//

#include "analysis/Solver.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace dbtidy {

/// The class of the object that \p Object points to: of a variable, a field, a
/// temporary, or what `new` made. Null where it may be a derived one.
const CXXRecordDecl *Solver::madeAs(Value Object) const {
  if (Object.isSymbol()) {
    const SymbolInfo &Info = Vals.symbol(Object.asSymbol());
    if (Info.K != SymbolInfo::Fresh || !Info.Heap)
      return nullptr;
    const auto *New = dyn_cast<CXXNewExpr>(static_cast<const Stmt *>(Info.Of));
    return New ? New->getAllocatedType()->getAsCXXRecordDecl() : nullptr;
  }
  if (!Object.isAddress())
    return nullptr;
  PlaceId P = Object.asPlace();
  const PlaceInfo &Info = Vals.place(P);
  switch (Info.K) {
  case PlaceInfo::Variable:
    return static_cast<const VarDecl *>(Info.Of)
        ->getType()
        ->getAsCXXRecordDecl();
  case PlaceInfo::Field:
    return static_cast<const FieldDecl *>(Info.Of)
        ->getType()
        ->getAsCXXRecordDecl();
  case PlaceInfo::Register:
    return Temporaries.lookup(P);
  default:
    return nullptr;
  }
}

/// The method that the virtual call \p Site runs, where that is certain.
const CXXMethodDecl *Solver::finalOverrider(const State &S,
                                            const CallSite &Site) {
  const auto *M = dyn_cast_or_null<CXXMethodDecl>(Site.Callee);
  if (!M || Site.Object == NoReg)
    return nullptr;
  const CXXRecordDecl *Made = madeAs(reg(S, Site.Object));
  if (!Made || !Made->hasDefinition())
    return nullptr;
  const CXXRecordDecl *Class = M->getParent();
  if (Made->getCanonicalDecl() != Class->getCanonicalDecl() &&
      !Made->isDerivedFrom(Class))
    return nullptr;
  return M->getCorrespondingMethodInClass(Made);
}

/// Runs \p Site as those overrides here that take a handle which is owed.
/// \returns whether there are any; all others are as unknown as those that
/// are not here.
bool Solver::virtualCall(const State &S, const Instruction &I,
                         const CallSite &Site, Splits &Out) {
  const auto *M = dyn_cast_or_null<CXXMethodDecl>(Site.Callee);
  if (!M || S.Resources.empty())
    return false;
  for (const CXXMethodDecl *Body : Unit.bodiesOf(M)) {
    const CallSite &Direct = resolved(Site, Body);
    const Summary *Sum = Unit.summaryForCall(Body);
    if (Sum && llvm::any_of(Sum->Cases, [&](const SummaryCase &C) {
          return takesHeld(S, C, Direct);
        }))
      summaryCall(S, I, Direct, Out);
  }
  return !Out.empty();
}

} // namespace dbtidy
