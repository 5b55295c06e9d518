//===- Closures.cpp - Lambdas and callbacks -------------------------------===//
//
// Lambda objects, and functions that are passed as arguments: what they capture
// and what their bodies, by their summaries, do with it. See Solver.h.
//
//===----------------------------------------------------------------------===//

#include "analysis/Solver.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace dbtidy {

void Solver::closure(State &S, const Instruction &I) {
  const auto *L = cast<LambdaExpr>(I.Call->E);
  Value Made = makeFresh(S, L, 0);
  Closures[Made.asSymbol()] = L;
  setReg(S, I.Dst, Made);
  // [p = std::move(owner)]: what is moved into the closure lives there.
  unsigned Index = 0;
  for (const LambdaCapture &C : L->captures()) {
    RegId R = Index < I.Call->Args.size() ? I.Call->Args[Index] : NoReg;
    ++Index;
    if (!C.capturesVariable() || !C.getCapturedVar()->isInitCapture())
      continue;
    const auto *Captured = dyn_cast<VarDecl>(C.getCapturedVar());
    Value V = reg(S, R);
    if (V.isAggregate())
      escapePlace(S, V.asPlace());
    else if (Captured && V.isKnown())
      S.bind(Vals.variable(Captured), V);
  }
}

const LambdaExpr *Solver::closureOf(const State &S, Value V) const {
  if (V.isAddress() || V.isAggregate()) {
    const Value *Inner = S.lookup(V.asPlace());
    if (!Inner)
      return nullptr;
    V = *Inner;
  }
  return V.isSymbol() ? Closures.lookup(V.asSymbol()) : nullptr;
}

/// Whether the body releases or keeps what variable \p P held, or \p P itself.
static bool takesAway(const Summary &Body, Value Initial, PlaceId P) {
  return llvm::any_of(Body.Cases, [&](const SummaryCase &C) {
    return llvm::is_contained(C.Released, Initial) ||
           llvm::is_contained(C.Kept, Initial) ||
           llvm::is_contained(C.Released, Value::address(P));
  });
}

/// `[this] { release(conn); }`: a guard of what the body releases of `*this`.
void Solver::guardThis(State &S, const Summary &Body) {
  PlaceId Object = Vals.deref(Vals.initial(Vals.thisPlace()));
  for (const SummaryCase &Case : Body.Cases)
    for (Value Gone : Case.Released)
      if (Gone.isSymbol()) {
        const SymbolInfo &Info = Vals.symbol(Gone.asSymbol());
        if (Info.K == SymbolInfo::Initial && Vals.within(Info.Place, Object))
          insertSorted(S.Guarded, Info.Place);
      }
}

/// A closure is handed to somebody. What its body releases is taken care of:
/// a variable captured by reference when the guard dies, a handle captured by
/// value whenever the closure runs.
void Solver::giveClosure(State &S, const CallSite &Site, Value V) {
  const LambdaExpr *L = closureOf(S, V);
  if (!L)
    return;
  const Summary *Sum = Unit.isInteresting(L->getCallOperator())
                           ? Unit.summaryOf(L->getCallOperator())
                           : nullptr;
  for (const LambdaCapture &C : L->captures()) {
    if (C.capturesThis() && Sum)
      guardThis(S, *Sum);
    if (!C.capturesVariable())
      continue;
    const auto *Captured = dyn_cast<VarDecl>(C.getCapturedVar());
    if (!Captured)
      continue;
    PlaceId P = Vals.variable(Captured);
    Value Now = loadPlace(S, P);
    bool Releases = Sum && takesAway(*Sum, Value::symbol(Vals.initial(P)), P);
    if (C.getCaptureKind() == LCK_ByRef) {
      if (Releases) {
        insertSorted(S.Guarded, P);
        if (const Held *H = S.held(Now))
          Sites[H->Site].SeenReleased = true;
      }
    } else if (Releases ||
               (Site.Known != KnownCallee::StdBorrow && Site.Rules.empty())) {
      escape(S, Now);
    }
  }
}

/// A function is passed together with a handle: its user data, most likely.
/// Unless the function is here and only looks at what it gets. Nothing where no
/// function is passed that is known.
std::optional<bool> Solver::callbackKeeps(const State &S,
                                          const CallSite &Site) {
  bool Known = false;
  for (RegId A : Site.Args) {
    const FunctionDecl *F = Vals.asFunction(reg(S, A));
    if (const LambdaExpr *L = F ? nullptr : closureOf(S, reg(S, A)))
      F = L->getCallOperator();
    if (!F)
      continue;
    Known = true;
    const FunctionDecl *Definition = nullptr;
    if (!F->hasBody(Definition))
      return true;
    const Summary *Sum = Unit.summaryOf(Definition);
    if (!Sum)
      return true;
    for (const SummaryCase &C : Sum->Cases)
      if (!C.Released.empty() || !C.Kept.empty())
        return true;
  }
  return Known ? std::optional<bool>(false) : std::nullopt;
}

} // namespace dbtidy
