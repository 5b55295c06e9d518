//===- AnswerBelief.cpp - Functions that take a handle with an answer -----===//
//
// See AnswerBelief.h.
//
//===----------------------------------------------------------------------===//

#include "analysis/AnswerBelief.h"
#include "clang/AST/Decl.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace dbtidy {

void AnswerBelief::asked(const FunctionDecl *F, const Expr *At) {
  Seen[F->getCanonicalDecl()].Calls.insert(At);
}

void AnswerBelief::touched(const FunctionDecl *F, Answer Said) {
  Observed &O = Seen[F->getCanonicalDecl()];
  // An answer that nobody looked at may have been either.
  O.TouchedAfterZero |= Said != Answer::NotZero;
  O.TouchedAfterOther |= Said != Answer::Zero;
}

bool AnswerBelief::takesWith(const FunctionDecl *F, Answer Said) const {
  auto It = Seen.find(F->getCanonicalDecl());
  if (It == Seen.end() || It->second.Calls.size() < FewestCalls)
    return false;
  const Observed &O = It->second;
  if (Said == Answer::Zero)
    return !O.TouchedAfterZero && O.TouchedAfterOther;
  return Said == Answer::NotZero && O.TouchedAfterZero && !O.TouchedAfterOther;
}

void AnswerBelief::dropTaken(std::vector<Finding> &Findings) const {
  for (Finding &F : Findings) {
    size_t Before = F.Exits.size();
    llvm::erase_if(F.Exits, [&](const WayOut &W) {
      return W.Asked && takesWith(W.Asked, W.Said);
    });
    if (F.Exits.size() == Before || !F.Ownership)
      continue;
    // A fix might release what has been taken.
    auto Partly = std::make_shared<OwnershipFacts>(*F.Ownership);
    Partly->Complete = false;
    F.Ownership = std::move(Partly);
  }
  llvm::erase_if(Findings, [](const Finding &F) {
    return F.What == FindingKind::Leak && F.Exits.empty();
  });
}

} // namespace dbtidy
