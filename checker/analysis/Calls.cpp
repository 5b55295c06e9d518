//===- Calls.cpp - Which kind of call it is -------------------------------===//
//
// What kind of call it is. In this order: functions of the language and the
// standard library, functions with rules, functions with a body here, and all
// others; each kind is in a file of its own. See Solver.h.
//
//===----------------------------------------------------------------------===//

#include "analysis/Solver.h"
#include "facts/CallSites.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace dbtidy {

/// The call \p Site, with the function that it runs if that is known by now: of
/// a pointer, or the override of a virtual method.
const CallSite *Solver::target(const State &S, const CallSite *Site) {
  if (!Site->Rules.empty())
    return Site;
  if (!Site->Callee && Site->Target != NoReg)
    if (const FunctionDecl *F = Vals.asFunction(reg(S, Site->Target)))
      Site = &resolved(*Site, F);
  if (Site->IsVirtual)
    if (const CXXMethodDecl *M = finalOverrider(S, *Site))
      Site = &resolved(*Site, M);
  return Site;
}

const CallSite &Solver::resolved(const CallSite &Site,
                                 const FunctionDecl *Callee) {
  auto [It, New] = Resolved.try_emplace({&Site, Callee});
  if (New) {
    It->second = Site;
    It->second.ParamTypes.clear();
    It->second.Rules.clear();
    describeCallee(It->second, Callee, Decls, Unit.exceptions());
    // A pointer to a virtual method runs what overrides it.
    It->second.IsVirtual &= !Site.Callee && Site.Object != NoReg;
    if (!It->second.Rules.empty())
      if (const auto *Call = dyn_cast_or_null<CallExpr>(Site.E)) {
        llvm::SmallVector<const Expr *, 8> Args(Call->arg_begin(),
                                                Call->arg_end());
        applyArgumentConditions(It->second, Args, Decls);
      }
  }
  return It->second;
}

void Solver::call(State S, const Instruction &I, const CallSite &Written,
                  Splits &Out) {
  const CallSite *Site = target(S, &Written);
  if (Log)
    Log->Facts.Calls.insert(Written.E);
  checkUses(S, *Site);
  for (RegId A : Site->Args)
    if (const Held *H = S.held(reg(S, A)))
      noteTouched(S, *H);

  if (Site->Known == KnownCallee::Reallocate && reallocate(S, I, *Site, Out))
    return;
  Value Result;
  if (Site->Known != KnownCallee::None && knownCall(S, I, *Site, Result)) {
    if (Site->MayThrow)
      callThrows(S, I, *Site);
    Out.push_back({std::move(S), Result});
    return;
  }
  // A summary knows its own exceptions.
  if (Site->Rules.empty() && Site->Callee &&
      (Site->IsVirtual ? virtualCall(S, I, *Site, Out)
                       : summaryCall(S, I, *Site, Out)))
    return;
  if (Site->Rules.empty() && Site->Known == KnownCallee::None &&
      !Site->InSystem && !Site->InLibrary) {
    CallsUnknown = true;
    forward(S);
    forgetFormer(S);
  }
  if (Site->MayThrow)
    callThrows(S, I, *Site);
  if (!Site->Rules.empty())
    return ruleCall(std::move(S), I, *Site, Out);
  unknownCall(std::move(S), I, *Site, Out);
}

/// Code that is not visible may know the memory that a handle was put into.
void Solver::forward(State &S) {
  for (Held &H : S.Resources) {
    if (H.Unbound || H.Forwarded || H.Handle.isAddress())
      continue;
    H.Forwarded = llvm::none_of(S.Env, [&](const State::Binding &B) {
      return B.second == H.Handle &&
             (isLocal(B.first) || Vals.place(B.first).K == PlaceInfo::Owned);
    });
  }
}

/// The state in which the exception leaves the call: what was given away is
/// gone, nothing was handed out.
void Solver::callThrows(State S, const Instruction &I, const CallSite &Site) {
  if (!Unit.exceptions().enabled())
    return;
  bool Known = !Site.Rules.empty();
  for (const CallRule *R : Site.Rules) {
    if (R->Handle.Where == Slot::Returned)
      continue;
    Value V = slotValue(S, Site, R->Handle, I.S);
    if (R->What == Effect::Release) {
      Releasing = R;
      release(S, V, R->Resource);
      Releasing = nullptr;
    } else if (R->What == Effect::Adopt) {
      escape(S, V);
    }
  }
  if (!Known)
    for (unsigned A = 0; A < Site.Args.size(); ++A)
      giveToUnknown(S, Site, {reg(S, Site.Args[A]), Site.paramType(A)});
  // `(object.*method)()`: it may be the one that releases.
  if (!Site.Callee && Site.Object != NoReg)
    giveToUnknown(S, Site,
                  {reg(S, Site.Object), QualType(), /*IsObject=*/true});
  raise(std::move(S), I.S, QualType(), I.Scope, &Site.Name);
}

} // namespace dbtidy
