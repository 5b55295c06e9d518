//===- OwnerRewrite.cpp - A raw handle becomes an RAII owner --------------===//
//
// See OwnerRewrite.h. Functions that return a string return the reason why
// there is no fix; empty means success.
//
//===----------------------------------------------------------------------===//

#include "fixes/OwnerRewrite.h"
#include "fixes/BorrowedData.h"
#include "fixes/FunctionNames.h"
#include "fixes/Lineage.h"
#include "fixes/Risk.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Lex/Lexer.h"
#include <fmt/format.h>

using namespace clang;

namespace dbtidy {

namespace {
class Declarators : public RecursiveASTVisitor<Declarators> {
public:
  explicit Declarators(
      llvm::DenseMap<const VarDecl *, const DeclStmt *> &Statements)
      : Statements(Statements) {}
  bool VisitDeclStmt(DeclStmt *S) {
    for (const Decl *D : S->decls())
      if (const auto *V = dyn_cast<VarDecl>(D))
        Statements[V] = S;
    return true;
  }

private:
  llvm::DenseMap<const VarDecl *, const DeclStmt *> &Statements;
};
} // namespace

OwnerRewrite::OwnerRewrite(const FunctionDecl *F, Declarations &Decls,
                           const SourceText &Source, const FixOptions &Options)
    : Function(F), Body(F->getBody()), Decls(Decls), Source(Source),
      Options(Options), Parents(const_cast<Stmt *>(F->getBody())) {
  Declarators(Statements).TraverseStmt(const_cast<Stmt *>(Body));
}

const DeclStmt *OwnerRewrite::declarationOf(const Finding &F) const {
  return F.HeldBy.Variable ? Statements.lookup(F.HeldBy.Variable) : nullptr;
}

//===- Is it safe? --------------------------------------------------------===//

bool OwnerRewrite::isNull(const Expr *E) const {
  return E->isNullPointerConstant(Decls.context(),
                                  Expr::NPC_ValueDependentIsNotNull) !=
         Expr::NPCK_NotNull;
}

/// Whether all that \p E can be is null or the caller's to release.
bool OwnerRewrite::isOwnedOrNull(const Expr *E, const Finding &F) const {
  if (isNull(E))
    return true;
  E = E->IgnoreParenCasts();
  if (const auto *C = dyn_cast<ExprWithCleanups>(E))
    return isOwnedOrNull(C->getSubExpr(), F);
  if (const auto *C = dyn_cast<ConditionalOperator>(E))
    return isOwnedOrNull(C->getTrueExpr(), F) &&
           isOwnedOrNull(C->getFalseExpr(), F);
  return isNull(E) ||
         (F.Ownership->acquires(E) && F.Ownership->resourceOf(E) == F.Resource);
}

/// Whether \p E is the call that \p F is about.
bool OwnerRewrite::isAcquisition(const Expr *E, const Finding &F) const {
  E = E->IgnoreParenImpCasts();
  if (const auto *C = dyn_cast<ExprWithCleanups>(E))
    E = C->getSubExpr()->IgnoreParenImpCasts();
  return E == F.Acquisition;
}

std::string OwnerRewrite::unusedName(llvm::StringRef Wish) const {
  FunctionNames Own = namesIn(Function);
  std::string Name = Wish.str();
  for (unsigned I = 2; Own.Used.count(Name); ++I)
    Name = Wish.str() + std::to_string(I);
  return Name;
}

bool OwnerRewrite::isInLambda(const Stmt *S) const {
  for (; S; S = Parents.getParent(S))
    if (isa<LambdaExpr>(S))
      return true;
  return false;
}

bool OwnerRewrite::isPartOf(const Stmt *Part, const Stmt *Whole) const {
  while (Part && Part != Whole)
    Part = Parents.getParent(Part);
  return Part != nullptr;
}

const CompoundStmt *OwnerRewrite::blockOf(const Stmt *S) const {
  for (S = Parents.getParent(S); S; S = Parents.getParent(S))
    if (const auto *Block = dyn_cast<CompoundStmt>(S))
      return Block;
  return nullptr;
}

/// Whether a jump leads past \p At into the rest of \p Block, where a
/// variable with a constructor may not be jumped over.
bool OwnerRewrite::isJumpedOver(SourceLocation At,
                                const CompoundStmt *Block) const {
  const SourceManager &SM = Source.manager();
  struct Jumps : RecursiveASTVisitor<Jumps> {
    std::vector<const GotoStmt *> Gotos;
    std::vector<const SwitchCase *> Cases;
    bool Computed = false;
    bool VisitGotoStmt(GotoStmt *G) {
      Gotos.push_back(G);
      return true;
    }
    bool VisitIndirectGotoStmt(IndirectGotoStmt *) {
      Computed = true;
      return true;
    }
  } J;
  J.TraverseStmt(const_cast<Stmt *>(Body));
  if (J.Computed)
    return true;
  for (const GotoStmt *G : J.Gotos) {
    SourceLocation Label = G->getLabel()->getStmt()->getBeginLoc();
    bool Before = SM.isBeforeInTranslationUnit(G->getBeginLoc(), At);
    if (Before && SM.isBeforeInTranslationUnit(At, Label) &&
        SM.isBeforeInTranslationUnit(Label, Block->getEndLoc()))
      return true;
  }
  // A case label of a switch around the block.
  llvm::SmallVector<const Stmt *, 16> Work(Block->body_begin(),
                                           Block->body_end());
  while (!Work.empty()) {
    const Stmt *S = Work.pop_back_val();
    if (!S || isa<SwitchStmt, LambdaExpr>(S))
      continue;
    if (isa<SwitchCase>(S) &&
        SM.isBeforeInTranslationUnit(At, S->getBeginLoc()))
      return true;
    Work.append(S->child_begin(), S->child_end());
  }
  return false;
}

/// Fills in \p V and looks for what forbids any owner.
std::string OwnerRewrite::prepare(Variable &V) {
  const Finding &F = *V.Of;
  std::string Name = V.Decl->getNameAsString();
  if (!F.Ownership || !F.Ownership->Complete)
    return "the function is too complex";
  if (Function->isTemplateInstantiation())
    return "it stands in a template";
  if (!F.HeldBy.Fields.empty())
    return "a field of a local struct holds it";
  if (V.Decl->getLocation().isMacroID())
    return "it is declared in a macro";
  for (const HandleEvent &E : F.Ownership->eventsOf(V.Decl)) {
    if (E.What == HandleEvent::Kept)
      return "'" + Name + "' is handed to somebody who may keep it";
    if (E.What == HandleEvent::ReleasedOtherwise)
      return "'" + Name + "' is released indirectly";
  }
  V.Uses = usesOf(V.Decl, Body, Parents, *F.Ownership);
  for (const VariableUse &U : V.Uses) {
    if (U.What == VariableUse::Unknown)
      return "'" + Name + "' is used in a way that an owner cannot follow";
    if (U.What == VariableUse::Unreached && !isInLambda(U.Ref))
      return "'" + Name + "' is used where no path leads";
    bool Changes = U.What != VariableUse::Test && U.What != VariableUse::Read &&
                   U.What != VariableUse::InPlace;
    if (U.What != VariableUse::Test && isInLambda(U.Ref))
      return "'" + Name + "' is used by a lambda";
    if (Changes ? !U.Ref->getLocation().isFileID()
                : Source.inFile(U.Ref->getLocation()).isInvalid())
      return "'" + Name + "' is used in a macro";
    if (U.Whole && Changes && !Source.isPlain(U.Whole->getSourceRange()) &&
        U.What != VariableUse::AssignNull)
      return "'" + Name + "' is used in a macro";
  }
  // A release that does not name the variable goes through another one.
  for (const HandleEvent &E : F.Ownership->eventsOf(V.Decl))
    if (E.What == HandleEvent::Released &&
        llvm::none_of(V.Uses,
                      [&](const VariableUse &U) { return U.Whole == E.At; }))
      return "'" + Name + "' is released under another name";
  // `return connect(c);`: it may return the handle that it was given.
  for (const HandleEvent &E : F.Ownership->eventsOf(V.Decl))
    if (E.What == HandleEvent::Returned &&
        llvm::none_of(V.Uses, [&](const VariableUse &U) {
          return U.What == VariableUse::Return && isPartOf(U.Ref, E.At);
        }))
      return "'" + Name + "' is returned under another name";
  BorrowedData Borrowed(Body, V.Decl, F, Decls);
  if (Borrowed.outlives())
    return "data borrowed from '" + Name + "' outlives the function";
  SourceRange Scope = scopeOf(V.Decl, Body, Source.manager());
  if (V.Of->HeldBy.InPlace || Options.Owner == OwnerStyle::ScopeGuard ||
      llvm::any_of(V.Uses, [](const VariableUse &U) {
        return U.What == VariableUse::Out;
      }))
    if (const CompoundStmt *Block = blockOf(F.Acquisition))
      Scope = Block->getSourceRange();
  if (!V.Decl->isStaticLocal() && Borrowed.isReadOutside(Scope))
    return "data borrowed from '" + Name + "' is used outside of its scope";
  V.Risk = riskOf(F, V.Decl, Parents, Decls);
  if (!V.Risk.empty() && !Options.Risky)
    return "it would be wrong if " + V.Risk;
  std::optional<ReleaseCall> Call = releaseCallFor(F, Decls, Source);
  if (!Call)
    return "its release cannot be written from here";
  V.Call = *Call;
  const Resource &R = Decls.rules().resources()[F.Resource];
  QualType Handle = V.Decl->getType();
  if (F.HeldBy.InPlace)
    Handle = Decls.context().getPointerType(Handle.getUnqualifiedType());
  if (!Handle->isPointerType())
    return "there is no owner for a handle that is no pointer";
  if (!Decls.context().getLangOpts().CPlusPlus)
    return "";
  std::optional<OwnerType> Owner = ownerTypeFor(
      Handle.getUnqualifiedType(), Name, V.Call, R, Options.Owner, Decls);
  if (!Owner)
    return "there is no owner for a handle of this type";
  V.Owner = *Owner;
  return "";
}

Fix OwnerRewrite::rewrite(llvm::ArrayRef<const Finding *> Findings) {
  std::vector<Variable> Variables;
  for (const Finding *F : Findings) {
    if (F->HeldBy.Variable && F->Ownership)
      for (const WayOut &Exit : F->Exits)
        if (Exit.Kind == ExitKind::Overwrite && Exit.Leaving &&
            BorrowedData(Body, F->HeldBy.Variable, *F, Decls)
                .isReadAfter(Exit.Leaving, Parents))
          return Fix::withheld("data borrowed from '" + F->Variable +
                               "' is used after it is overwritten");
    if (llvm::any_of(Variables, [&](const Variable &V) {
          return V.Decl == F->HeldBy.Variable;
        }))
      continue;
    Variable V{F, F->HeldBy.Variable, {}, {}, {}, ""};
    if (!V.Decl || isa<ParmVarDecl>(V.Decl) || !Statements.count(V.Decl))
      return Fix::withheld("no local variable holds it");
    if (std::string Why = prepare(V); !Why.empty())
      return Fix::withheld(Why);
    Variables.push_back(std::move(V));
  }
  Fix Result;
  for (const Variable &V : Variables)
    if (Result.Risk.empty())
      Result.Risk = V.Risk;
  auto Done = [&](const std::string &Why) {
    return Why.empty() ? Result : Fix::withheld(Why);
  };
  if (!Decls.context().getLangOpts().CPlusPlus) {
    for (const Variable &V : Variables)
      if (std::string Why = cleanUp(V, Result); !Why.empty())
        return Done(Why);
    return Result;
  }
  bool Beside = llvm::any_of(Variables, [&](const Variable &V) {
    return Options.Owner == OwnerStyle::ScopeGuard || V.Of->HeldBy.InPlace ||
           llvm::any_of(V.Uses, [](const VariableUse &U) {
             return U.What == VariableUse::Out;
           });
  });
  for (const Variable &V : Variables) {
    std::string Why = Beside ? ownBeside(V, Result) : becomeOwner(V, Result);
    if (!Why.empty())
      return Done(Why);
    if (!V.Owner.Header.empty() &&
        !llvm::is_contained(Result.Headers, V.Owner.Header))
      Result.Headers.push_back(V.Owner.Header);
  }
  return Done(Beside ? "" : rewriteDeclaration(Variables, Result));
}

//===- Children -----------------------------------------------------------===//

/// The variable that the parent of \p F's handle stands in.
static const VarDecl *parentVariable(const Finding &F) {
  const auto *Call = dyn_cast<CallExpr>(F.Acquisition);
  if (!Call || !F.Rule || !F.Rule->Parent)
    return nullptr;
  const Expr *Parent = nullptr;
  if (F.Rule->Parent->Where == Slot::Argument &&
      F.Rule->Parent->Index < Call->getNumArgs())
    Parent = Call->getArg(F.Rule->Parent->Index);
  else if (const auto *M = dyn_cast<CXXMemberCallExpr>(Call))
    Parent = M->getImplicitObjectArgument();
  const auto *R =
      Parent ? dyn_cast<DeclRefExpr>(Parent->IgnoreParenImpCasts()) : nullptr;
  return R ? dyn_cast<VarDecl>(R->getDecl()) : nullptr;
}

/// Children go before their parent: where the parent is released while the
/// owner lives, the owner is reset first.
void OwnerRewrite::releaseBeforeParent(const Variable &V, llvm::StringRef Reset,
                                       SourceLocation Since, Fix &Into,
                                       std::string &Why) {
  const SourceManager &SM = Source.manager();
  if (Decls.rules().resources()[V.Of->Resource].Parent.empty())
    return;
  const VarDecl *Parent = parentVariable(*V.Of);
  if (Parent && Parent->hasLocalStorage() && !isa<ParmVarDecl>(Parent) &&
      Parent != V.Decl &&
      SM.isBeforeInTranslationUnit(Since, Parent->getLocation())) {
    Why = fmt::format("'{}' is declared before '{}', and would be released "
                      "after it",
                      V.Decl->getNameAsString(), Parent->getNameAsString());
    return;
  }
  const CompoundStmt *Scope = blockOf(Statements.lookup(V.Decl));
  bool IsReset = false;
  for (const auto &[Other, Events] : V.Of->Ownership->Events) {
    if (Other == V.Decl || (Parent && Other != Parent))
      continue;
    for (const HandleEvent &E : Events) {
      const auto *Call = dyn_cast_or_null<Expr>(E.At);
      if (Parent ? !Call
                 : E.What != HandleEvent::Released || !E.Rule ||
                       !isMadeFrom(V.Of->Resource, E.Rule->Resource,
                                   Decls.rules()))
        continue;
      SourceLocation At = SM.getExpansionLoc(Call->getBeginLoc());
      if (!Scope || !SM.isBeforeInTranslationUnit(Since, At) ||
          !SM.isBeforeInTranslationUnit(At, Scope->getEndLoc()))
        continue;
      if (E.What == HandleEvent::Kept) {
        if (!isa<CallExpr>(Call))
          continue;
        Why = "its parent is handed to somebody who may release it";
        return;
      }
      // Already released just before: `finalize(s); close(db);`
      const auto *Block =
          dyn_cast_or_null<CompoundStmt>(Parents.getParent(Call));
      if (!Block || !isStatement(Call, Parents) ||
          !Call->getBeginLoc().isFileID()) {
        Why = "its parent is released within an expression";
        return;
      }
      IsReset = true;
      bool Released = false;
      for (const Stmt *S : Block->body()) {
        if (S == Call)
          break;
        for (const VariableUse &U : V.Uses)
          Released |= U.What == VariableUse::Release && U.Whole == S;
      }
      if (Released)
        continue;
      // At the end of the line before, where it does not touch a fix that
      // removes the release of the parent.
      Into.Edits.push_back(
          Source.beginsLine(At)
              ? FixItHint::CreateInsertion(Source.endOfLineBefore(At),
                                           "\n" + Source.indentOf(At) +
                                               Reset.str())
              : FixItHint::CreateInsertion(At, Reset.str() + " "));
    }
  }
  if (!IsReset && llvm::any_of(V.Of->Exits, [&](const WayOut &E) {
        return mayLackParent(*V.Of, E.States, Decls.rules());
      }))
    Why = "its parent may be released before it";
}

} // namespace dbtidy
