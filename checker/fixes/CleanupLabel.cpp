//===- CleanupLabel.cpp - The label that a function cleans up at ----------===//
//
// See CleanupLabel.h.
//
//===----------------------------------------------------------------------===//

#include "fixes/CleanupLabel.h"
#include "fixes/FunctionNames.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace dbtidy {

namespace {
class Jumps : public RecursiveASTVisitor<Jumps> {
public:
  bool VisitGotoStmt(GotoStmt *G) {
    Gotos.push_back(G);
    return true;
  }
  bool VisitIndirectGotoStmt(IndirectGotoStmt *) {
    Computed = true;
    return true;
  }
  std::vector<const GotoStmt *> Gotos;
  bool Computed = false;
};

/// The code behind one label, as seen from one way out.
class Tail {
public:
  Tail(const ReturnStmt *Leaving,
       llvm::ArrayRef<const MissingRelease *> Releases,
       const FunctionDecl *Function, const ParentMap &Parents,
       Declarations &Decls)
      : Leaving(Leaving), Releases(Releases),
        Body(cast<CompoundStmt>(Function->getBody())), Names(namesIn(Function)),
        Parents(Parents), Context(Decls.context()),
        Facts(*Releases.front()->Of->Ownership) {}

  bool goesBack() const;
  /// Whether \p Statements do what is missing and nothing else.
  bool fits(llvm::ArrayRef<const Stmt *> Statements, CleanupLabel &Into);

private:
  bool isBefore(const Stmt *A, const Stmt *B) const;
  bool isNull(const Expr *E) const;
  bool isStillNull(const VarDecl *V) const;
  const MissingRelease *missing(const VarDecl *V) const;
  const VarDecl *releasedBy(const Stmt *S, bool &NullSafe) const;
  bool fitsRelease(const Stmt *S, const VarDecl *TestedFor);
  bool fitsStatement(const Stmt *S, const VarDecl *TestedFor);
  bool fitsReturn(const ReturnStmt *R, CleanupLabel &Into) const;

  const ReturnStmt *Leaving;
  llvm::ArrayRef<const MissingRelease *> Releases;
  const CompoundStmt *Body;
  FunctionNames Names;
  const ParentMap &Parents;
  ASTContext &Context;
  const OwnershipFacts &Facts;
  llvm::SmallPtrSet<const VarDecl *, 4> Released;
};
} // namespace

bool Tail::isBefore(const Stmt *A, const Stmt *B) const {
  const SourceManager &SM = Context.getSourceManager();
  return SM.isBeforeInTranslationUnit(SM.getExpansionLoc(A->getBeginLoc()),
                                      SM.getExpansionLoc(B->getBeginLoc()));
}

/// Whether a `goto` leads back, or nobody knows where.
bool Tail::goesBack() const {
  Jumps J;
  J.TraverseStmt(const_cast<CompoundStmt *>(Body));
  return J.Computed || llvm::any_of(J.Gotos, [&](const GotoStmt *G) {
           return isBefore(G->getLabel()->getStmt(), G);
         });
}

bool Tail::isNull(const Expr *E) const {
  return E->isNullPointerConstant(Context, Expr::NPC_ValueDependentIsNotNull) !=
         Expr::NPCK_NotNull;
}

/// Whether \p V has the null that it was declared with when the function is
/// left: nothing before mentions it, in no round of a loop.
bool Tail::isStillNull(const VarDecl *V) const {
  const SourceManager &SM = Context.getSourceManager();
  if (!V->hasLocalStorage() || isa<ParmVarDecl>(V) || !V->hasInit() ||
      !isNull(V->getInit()) ||
      !SM.isBeforeInTranslationUnit(V->getLocation(), Leaving->getBeginLoc()))
    return false;
  const Stmt *Around = Leaving;
  for (const Stmt *S = Leaving; S; S = Parents.getParent(S))
    if (isa<ForStmt, WhileStmt, DoStmt>(S))
      Around = S;
  SourceLocation End = SM.getExpansionLoc(Around->getEndLoc());
  return llvm::none_of(Names.References, [&](const DeclRefExpr *R) {
    return R->getDecl() == V && !SM.isBeforeInTranslationUnit(
                                    End, SM.getExpansionLoc(R->getLocation()));
  });
}

const MissingRelease *Tail::missing(const VarDecl *V) const {
  auto It = llvm::find_if(Releases, [&](const MissingRelease *M) {
    return M->Exit->Place.Variable == V;
  });
  return It == Releases.end() ? nullptr : *It;
}

/// The variable whose handle the statement \p S gives back, or whose memory.
const VarDecl *Tail::releasedBy(const Stmt *S, bool &NullSafe) const {
  for (const auto &[Variable, Events] : Facts.Events)
    for (const HandleEvent &E : Events)
      if (E.At == S && E.What == HandleEvent::Released && E.Rule) {
        NullSafe = E.Rule->NullSafe;
        return Variable;
      }
  const auto *Call = dyn_cast<CallExpr>(S);
  const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
  if (!F || !F->getIdentifier() || !F->isExternC() || F->getName() != "free" ||
      Call->getNumArgs() != 1)
    return nullptr;
  const auto *R = dyn_cast<DeclRefExpr>(Call->getArg(0)->IgnoreParenCasts());
  NullSafe = true;
  return R ? dyn_cast<VarDecl>(R->getDecl()) : nullptr;
}

bool Tail::fitsRelease(const Stmt *S, const VarDecl *TestedFor) {
  bool NullSafe = false;
  const VarDecl *V = releasedBy(S, NullSafe);
  if (!V || (TestedFor && TestedFor != V))
    return false;
  NullSafe |= TestedFor == V;
  // What is handed over besides has to have its value already.
  const SourceManager &SM = Context.getSourceManager();
  for (const DeclRefExpr *R : namesIn(S).References) {
    const auto *Other = dyn_cast<VarDecl>(R->getDecl());
    if (!Other || Other == V || !Other->hasLocalStorage() ||
        isa<ParmVarDecl>(Other))
      continue;
    if (!Other->hasInit() || !SM.isBeforeInTranslationUnit(
                                 Other->getLocation(), Leaving->getBeginLoc()))
      return false;
  }
  const MissingRelease *M = missing(V);
  if (!M)
    return NullSafe && isStillNull(V);
  const HolderStates &States = M->Exit->States;
  bool MayBeNull = States.Null || States.MaybeNull;
  return (NullSafe || !MayBeNull) && Released.insert(V).second;
}

bool Tail::fitsStatement(const Stmt *S, const VarDecl *TestedFor) {
  if (isa<NullStmt>(S) || fitsRelease(S, TestedFor))
    return true;
  if (const auto *Block = dyn_cast<CompoundStmt>(S))
    return llvm::all_of(Block->body(), [&](const Stmt *Each) {
      return fitsStatement(Each, TestedFor);
    });
  // `c = NULL;`
  if (const auto *B = dyn_cast<BinaryOperator>(S))
    return B->getOpcode() == BO_Assign && isNull(B->getRHS()) &&
           isa<DeclRefExpr>(B->getLHS()->IgnoreParens());
  // `if (c) close(c);`
  const auto *I = dyn_cast<IfStmt>(S);
  if (!I || I->getElse() || TestedFor)
    return false;
  FunctionNames Test = namesIn(I->getCond());
  if (Test.HasCall || Test.References.size() != 1)
    return false;
  const Expr *Cond = I->getCond()->IgnoreParenImpCasts();
  if (const auto *B = dyn_cast<BinaryOperator>(Cond);
      B ? B->getOpcode() != BO_NE ||
              !(isNull(B->getLHS()) || isNull(B->getRHS()))
        : !isa<DeclRefExpr>(Cond))
    return false;
  const auto *V = dyn_cast<VarDecl>(Test.References.front()->getDecl());
  return V && V->getType()->isPointerType() && fitsStatement(I->getThen(), V);
}

/// Whether \p R returns what the way out returns, or a variable that can be
/// given that value.
bool Tail::fitsReturn(const ReturnStmt *R, CleanupLabel &Into) const {
  const Expr *There = R->getRetValue(), *Here = Leaving->getRetValue();
  if (!There || !Here)
    return !There && !Here;
  Expr::EvalResult Former, Now;
  if (There->EvaluateAsInt(Former, Context))
    return Here->EvaluateAsInt(Now, Context) &&
           Former.Val.getInt() == Now.Val.getInt();
  const auto *Ref = dyn_cast<DeclRefExpr>(There->IgnoreParenImpCasts());
  const auto *V = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  const SourceManager &SM = Context.getSourceManager();
  if (!V || !V->hasLocalStorage() || V->getType().isConstQualified() ||
      missing(V) ||
      !Context.hasSameUnqualifiedType(V->getType(), There->getType()) ||
      !SM.isBeforeInTranslationUnit(V->getLocation(), Leaving->getBeginLoc()))
    return false;
  // What is assigned is what is returned.
  const Expr *Value = Here->IgnoreImpCasts();
  if (!Context.hasSameUnqualifiedType(V->getType(), Here->getType()))
    return false;
  // `return rc;`
  const auto *Same = dyn_cast<DeclRefExpr>(Value->IgnoreParens());
  if (!Same || Same->getDecl() != V)
    Into.Returned = V;
  return true;
}

bool Tail::fits(llvm::ArrayRef<const Stmt *> Statements, CleanupLabel &Into) {
  Released.clear();
  const ReturnStmt *Last = nullptr;
  for (const Stmt *S : Statements) {
    while (const auto *L = dyn_cast<LabelStmt>(S))
      S = L->getSubStmt();
    if (Last)
      return false;
    if ((Last = dyn_cast<ReturnStmt>(S)))
      continue;
    if (!fitsStatement(S, nullptr))
      return false;
  }
  if (Last ? !fitsReturn(Last, Into) : Leaving->getRetValue() != nullptr)
    return false;
  return Released.size() == Releases.size();
}

std::optional<CleanupLabel>
cleanupLabelFor(const ReturnStmt *Leaving,
                llvm::ArrayRef<const MissingRelease *> Releases,
                const FunctionDecl *Function, const ParentMap &Parents,
                Declarations &Decls) {
  // In C++ a jump may not pass by an initialisation.
  if (Decls.context().getLangOpts().CPlusPlus ||
      !isa<CompoundStmt>(Function->getBody()))
    return std::nullopt;
  for (const MissingRelease *M : Releases)
    if (!M->Exit->Place.Variable || !M->Exit->Place.Fields.empty() ||
        M->NeedsNulls)
      return std::nullopt;
  const auto *Body = cast<CompoundStmt>(Function->getBody());
  for (const VarDecl *V : namesIn(Function).Variables)
    if (V->getType()->isVariablyModifiedType() || V->hasAttr<CleanupAttr>())
      return std::nullopt;
  const SourceManager &SM = Decls.context().getSourceManager();
  Tail Code(Leaving, Releases, Function, Parents, Decls);
  if (Code.goesBack())
    return std::nullopt;
  llvm::ArrayRef<Stmt *> Statements(const_cast<Stmt **>(Body->body_begin()),
                                    Body->size());
  for (size_t I = 0; I < Statements.size(); ++I) {
    const auto *L = dyn_cast<LabelStmt>(Statements[I]);
    if (!L || L->getBeginLoc().isMacroID() ||
        !SM.isBeforeInTranslationUnit(
            SM.getExpansionLoc(Leaving->getBeginLoc()), L->getBeginLoc()))
      continue;
    CleanupLabel Found;
    Found.Label = L->getDecl();
    std::vector<const Stmt *> Rest(Statements.begin() + long(I),
                                   Statements.end());
    if (Code.fits(Rest, Found))
      return Found;
  }
  return std::nullopt;
}

} // namespace dbtidy
