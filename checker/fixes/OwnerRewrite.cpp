//===- OwnerRewrite.cpp - A raw handle becomes an RAII owner --------------===//
//
// See OwnerRewrite.h. Functions that return a string return the reason why
// there is no fix; empty means success.
//
//===----------------------------------------------------------------------===//

#include "fixes/OwnerRewrite.h"
#include "fixes/BorrowedData.h"
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
                           const SourceText &Source, OwnerStyle Style)
    : Function(F), Body(F->getBody()), Decls(Decls), Source(Source),
      Style(Style), Parents(const_cast<Stmt *>(F->getBody())) {
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

bool OwnerRewrite::isInLambda(const Stmt *S) const {
  for (; S; S = Parents.getParent(S))
    if (isa<LambdaExpr>(S))
      return true;
  return false;
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
  BorrowedData Borrowed(Body, V.Decl, F, Decls);
  if (Borrowed.outlives())
    return "data borrowed from '" + Name + "' outlives the function";
  SourceRange Scope = scopeOf(V.Decl, Body, Source.manager());
  if (V.Of->HeldBy.InPlace || llvm::any_of(V.Uses, [](const VariableUse &U) {
        return U.What == VariableUse::Out;
      }))
    if (const CompoundStmt *Block = blockOf(F.Acquisition))
      Scope = Block->getSourceRange();
  if (!V.Decl->isStaticLocal() && Borrowed.isReadOutside(Scope))
    return "data borrowed from '" + Name + "' is used outside of its scope";
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
  std::optional<OwnerType> Owner =
      ownerTypeFor(Handle.getUnqualifiedType(), Name, V.Call, R, Style, Decls);
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
    Variable V{F, F->HeldBy.Variable, {}, {}, {}};
    if (!V.Decl || isa<ParmVarDecl>(V.Decl) || !Statements.count(V.Decl))
      return Fix::withheld("no local variable holds it");
    if (std::string Why = prepare(V); !Why.empty())
      return Fix::withheld(Why);
    Variables.push_back(std::move(V));
  }
  Fix Result;
  auto Done = [&](const std::string &Why) {
    return Why.empty() ? Result : Fix::withheld(Why);
  };
  bool Beside = llvm::any_of(Variables, [](const Variable &V) {
    return V.Of->HeldBy.InPlace ||
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

//===- The variable becomes the owner -------------------------------------===//

/// Whether leaving the scope is all that happens after \p Release.
bool OwnerRewrite::endsScope(const Stmt *Release) const {
  const auto *Block =
      dyn_cast_or_null<CompoundStmt>(Parents.getParent(Release));
  if (!Block)
    return false;
  auto It = llvm::find(Block->body(), Release);
  if (++It == Block->body_end())
    return Block == Body;
  const auto *R = dyn_cast<ReturnStmt>(*It);
  if (!R)
    return false;
  const Expr *E = R->getRetValue();
  if (!E)
    return true;
  E = E->IgnoreParenImpCasts();
  if (const auto *U = dyn_cast<UnaryOperator>(E))
    E = U->getSubExpr()->IgnoreParenImpCasts();
  return isa<DeclRefExpr, IntegerLiteral, CXXBoolLiteralExpr, StringLiteral,
             CXXNullPtrLiteralExpr, GNUNullExpr, FloatingLiteral,
             CharacterLiteral>(E);
}

std::string OwnerRewrite::rewriteUse(const Variable &V, const VariableUse &Use,
                                     Fix &Into) {
  std::string Name = V.Decl->getNameAsString();
  SourceLocation Ref = Source.inFile(Use.Ref->getLocation());
  auto After = [&](const char *Member) {
    FixItHint Hint = FixItHint::CreateInsertion(Source.endOf(Ref), Member);
    // An argument that a macro uses twice is written once.
    if (llvm::none_of(Into.Edits, [&](const FixItHint &H) {
          return H.RemoveRange.getBegin() == Hint.RemoveRange.getBegin();
        }))
      Into.Edits.push_back(Hint);
  };
  switch (Use.What) {
  case VariableUse::Test:
    return "";
  case VariableUse::Read:
    After(".get()");
    return "";
  case VariableUse::Return:
    if (!Function->getReturnType()->isPointerType())
      return "'" + Name + "' is returned as something else";
    After(".release()");
    return "";
  case VariableUse::ReleaseUsed:
    After(".release()");
    return "";
  case VariableUse::Release:
  case VariableUse::Delete:
    if (endsScope(Use.Whole))
      Into.Edits.push_back(Source.removeStatement(Use.Whole));
    else
      Into.Edits.push_back(Source.replace(Use.Whole->getBeginLoc(),
                                          Source.endOf(Use.Whole->getEndLoc()),
                                          Name + ".reset()"));
    return "";
  case VariableUse::AssignNull: {
    // `close(c); c = NULL;` is one reset.
    SourceLocation End = Source.afterSemicolon(Use.Whole);
    if (End.isInvalid())
      return "'" + Name + "' is used in a macro";
    if (const auto *Block =
            dyn_cast_or_null<CompoundStmt>(Parents.getParent(Use.Whole))) {
      auto It = llvm::find(Block->body(), Use.Whole);
      if (It != Block->body_begin())
        for (const VariableUse &Other : V.Uses)
          if (Other.Whole == *std::prev(It) &&
              Other.What == VariableUse::Release) {
            Into.Edits.push_back(Source.removeStatement(Use.Whole));
            return "";
          }
    }
    Into.Edits.push_back(Source.replace(Ref, End, Name + ".reset();"));
    return "";
  }
  case VariableUse::Assign:
  case VariableUse::AssignUsed: {
    const auto *B = cast<BinaryOperator>(Use.Whole);
    const Expr *Right = B->getRHS();
    if (!isOwnedOrNull(Right, *V.Of))
      return "'" + Name + "' also holds what this function need not release";
    if (!Source.isPlain(Right->getSourceRange()))
      return "'" + Name + "' is used in a macro";
    if (Use.What == VariableUse::AssignUsed) {
      const Stmt *Parent = Parents.getParent(B);
      if (!isa_and_nonnull<ParenExpr, IfStmt, WhileStmt>(Parent))
        return "'" + Name + "' is assigned within an expression";
    }
    Into.Edits.push_back(Source.replace(B->getBeginLoc(), Right->getBeginLoc(),
                                        Name + ".reset("));
    Into.Edits.push_back(FixItHint::CreateInsertion(
        Source.endOf(Right->getEndLoc()),
        Use.What == VariableUse::Assign ? ")" : "), " + Name + ".get()"));
    return "";
  }
  case VariableUse::Out:
  case VariableUse::InPlace:
  case VariableUse::Unreached:
  case VariableUse::Unknown:
    break;
  }
  return "'" + Name + "' is used in a way that an owner cannot follow";
}

std::string OwnerRewrite::becomeOwner(const Variable &V, Fix &Into) {
  std::string Name = V.Decl->getNameAsString();
  if (V.Decl->hasInit() && !isOwnedOrNull(V.Decl->getInit(), *V.Of))
    return "'" + Name + "' also holds what this function need not release";
  for (const VariableUse &U : V.Uses)
    if (std::string Why = rewriteUse(V, U, Into); !Why.empty())
      return Why;
  std::string Why;
  releaseBeforeParent(V, Name, V.Decl->getLocation(), Into, Why);
  return Why;
}

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
void OwnerRewrite::releaseBeforeParent(const Variable &V, llvm::StringRef Owner,
                                       SourceLocation Since, Fix &Into,
                                       std::string &Why) {
  const SourceManager &SM = Source.manager();
  llvm::ArrayRef<Resource> Resources = Decls.rules().resources();
  const Resource &Own = Resources[V.Of->Resource];
  if (Own.Parent.empty())
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
                       Resources[E.Rule->Resource].Id != Own.Parent)
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
      std::string Reset = Owner.str() + ".reset();";
      Into.Edits.push_back(
          Source.beginsLine(At)
              ? FixItHint::CreateInsertion(Source.endOfLineBefore(At),
                                           "\n" + Source.indentOf(At) + Reset)
              : FixItHint::CreateInsertion(At, Reset + " "));
    }
  }
  if (!IsReset && llvm::any_of(V.Of->Exits, [](const WayOut &E) {
        return E.States.ParentGone;
      }))
    Why = "its parent may be released before it";
}

std::string OwnerRewrite::rewriteDeclaration(llvm::ArrayRef<Variable> Variables,
                                             Fix &Into) {
  const DeclStmt *S = Statements.lookup(Variables.front().Decl);
  const Stmt *Parent = Parents.getParent(S);
  const auto *Block = dyn_cast_or_null<CompoundStmt>(Parent);
  SourceLocation Begin = S->getBeginLoc();
  if (!Source.isPlain(S->getSourceRange()))
    return "it is declared in a macro";
  if (Block && isJumpedOver(S->getEndLoc(), Block))
    return "a jump leads past the declaration";

  // `if (Session *c = acquire(s))`
  const auto *If = dyn_cast_or_null<IfStmt>(Parent);
  if (If && If->getConditionVariableDeclStmt() == S) {
    const Variable &V = Variables.front();
    if (!V.Owner.Before.empty() || !V.Decl->hasInit())
      return "it is declared in a condition";
    const Expr *Init = V.Decl->getInit();
    Into.Edits.push_back(Source.replace(
        Begin, Init->getBeginLoc(),
        fmt::format("auto {} = {}(", V.Decl->getNameAsString(), V.Owner.Type)));
    Into.Edits.push_back(FixItHint::CreateInsertion(
        Source.endOf(Init->getEndLoc()), V.Owner.Deleter + ")"));
    return "";
  }
  if (!Block)
    return "it is declared in the head of a statement";

  std::string Indent = Source.indentOf(Begin);
  std::string Before;
  for (const Variable &V : Variables)
    if (!V.Owner.Before.empty())
      Before += V.Owner.Before + "\n" + Indent;
  // Where each declarator begins: behind the specifiers, or a comma.
  bool Single = S->isSingleDecl();
  std::string Base;
  SourceLocation DeclaratorBegin = Begin;
  for (const Decl *D : S->decls()) {
    const auto *Each = dyn_cast<VarDecl>(D);
    if (!Each)
      return "it is declared together with other things";
    const Variable *V = nullptr;
    for (const Variable &Own : Variables)
      if (Own.Decl == Each)
        V = &Own;
    bool First = D == *S->decl_begin();
    if (!Single && First) {
      TypeLoc T = Each->getTypeSourceInfo()->getTypeLoc();
      SourceLocation BaseEnd = Each->getLocation();
      while (auto Pointer = T.getAs<PointerTypeLoc>()) {
        BaseEnd = Pointer.getStarLoc();
        T = Pointer.getPointeeLoc();
      }
      if (!T.getAs<ArrayTypeLoc>().isNull() ||
          !T.getAs<FunctionTypeLoc>().isNull())
        return "it is declared together with other things";
      Base = Lexer::getSourceText(CharSourceRange::getCharRange(Begin, BaseEnd),
                                  Source.manager(), Source.language())
                 .rtrim()
                 .str();
    }
    SourceLocation Name = Each->getLocation();
    std::string Front;
    if (!First) {
      // The comma before this declarator ends the statement before.
      const SourceManager &SM = Source.manager();
      const char *Text = SM.getCharacterData(DeclaratorBegin);
      const char *Limit = SM.getCharacterData(Name);
      const char *Comma = std::find(Text, Limit, ',');
      if (Comma == Limit)
        return "it is declared together with other things";
      SourceLocation At = DeclaratorBegin.getLocWithOffset(int(Comma - Text));
      SourceLocation Rest = At.getLocWithOffset(1);
      while (*SM.getCharacterData(Rest) == ' ' ||
             *SM.getCharacterData(Rest) == '\n')
        Rest = Rest.getLocWithOffset(1);
      Front = ";\n" + Indent;
      if (!V) {
        Into.Edits.push_back(Source.replace(At, Rest, Front + Base + " "));
      } else {
        Into.Edits.push_back(
            Source.replace(At, Name, Front + V->Owner.Type + " "));
      }
    } else if (V) {
      std::string Static = Each->isStaticLocal() ? "static " : "";
      Into.Edits.push_back(
          Source.replace(Begin, Name, Before + Static + V->Owner.Type + " "));
    } else if (!Before.empty()) {
      Into.Edits.push_back(FixItHint::CreateInsertion(Begin, Before));
    }
    const Expr *Init = Each->getInit();
    DeclaratorBegin = Source.endOf(Init ? Init->getEndLoc() : Name);
    if (Init && !Init->getEndLoc().isFileID())
      DeclaratorBegin = Source.endOf(
          Source.manager().getExpansionRange(Init->getEndLoc()).getEnd());
    if (!V)
      continue;
    SourceLocation NameEnd = Source.endOf(Name);
    std::string Null = "(nullptr" + V->Owner.Deleter + ")";
    if (!Init) {
      Into.Edits.push_back(FixItHint::CreateInsertion(NameEnd, Null));
    } else if (isNull(Init)) {
      if (Each->getInitStyle() != VarDecl::CInit)
        return "its initialiser is in parentheses";
      Into.Edits.push_back(Source.replace(NameEnd, DeclaratorBegin, Null));
    } else if (!Source.isPlain(Init->getSourceRange())) {
      return "it is declared in a macro";
    } else if (Each->getInitStyle() == VarDecl::CInit &&
               !isa<InitListExpr>(Init)) {
      Into.Edits.push_back(Source.replace(NameEnd, Init->getBeginLoc(), "("));
      Into.Edits.push_back(
          FixItHint::CreateInsertion(DeclaratorBegin, V->Owner.Deleter + ")"));
    } else if (Each->getInitStyle() == VarDecl::CallInit) {
      Into.Edits.push_back(FixItHint::CreateInsertion(
          Source.endOf(Init->getEndLoc()), V->Owner.Deleter));
    } else {
      const auto *List = dyn_cast<InitListExpr>(Init);
      if (!List || List->getNumInits() != 1)
        return "its initialiser is a list";
      Into.Edits.push_back(FixItHint::CreateInsertion(
          Source.endOf(List->getInit(0)->getEndLoc()), V->Owner.Deleter));
    }
  }
  return "";
}

//===- An owner beside the variable ---------------------------------------===//

/// The test that says that \p Status, of an acquisition under \p C, means a
/// handle; empty where one is there in any case.
static std::string successTest(const Condition &C, llvm::StringRef Status) {
  auto Text = [](const Constant &V) {
    return V.Name.empty() ? std::to_string(V.Value) : V.Name.str();
  };
  switch (C.When) {
  case Condition::Always:
  case Condition::NonNull:
  case Condition::NonNegative:
    return "";
  case Condition::Returns:
  case Condition::ReturnsNot: {
    bool Equal = C.When == Condition::Returns;
    std::string Test;
    for (const Constant &V : C.Values)
      Test += fmt::format("{}{} {} {}",
                          Test.empty() ? ""
                          : Equal      ? " || "
                                       : " && ",
                          Status.str(), Equal ? "==" : "!=", Text(V));
    return Test;
  }
  case Condition::ReturnsAtLeast:
    return fmt::format("{} >= {}", Status.str(), Text(C.Values.front()));
  }
  return "";
}

std::string OwnerRewrite::ownBeside(const Variable &V, Fix &Into) {
  const SourceManager &SM = Source.manager();
  std::string Name = V.Decl->getNameAsString();
  std::string Owner = Name + "Owner";
  const Expr *Call = V.Of->Acquisition;
  if (V.Decl->isStaticLocal())
    return "a static variable is filled through its address";
  if (V.Decl->hasInit() && !V.Of->HeldBy.InPlace && !isNull(V.Decl->getInit()))
    return "'" + Name + "' is acquired twice";
  const Stmt *S = statementOf(Call, Parents);
  const auto *Block =
      S ? dyn_cast_or_null<CompoundStmt>(Parents.getParent(S)) : nullptr;
  if (!Block || !Source.isPlain(Call->getSourceRange()) ||
      !S->getBeginLoc().isFileID() || isInLambda(Call))
    return "the acquisition is no statement of its own";

  // Every use behind the acquisition has to be where the owner lives.
  SourceLocation End = S->getEndLoc();
  for (const VariableUse &U : V.Uses) {
    SourceLocation At = Source.inFile(U.Ref->getLocation());
    bool Earlier = SM.isBeforeInTranslationUnit(At, Call->getBeginLoc());
    bool Later = SM.isBeforeInTranslationUnit(Call->getEndLoc(), At);
    if (Earlier && U.What != VariableUse::AssignNull &&
        U.What != VariableUse::InPlace)
      return "'" + Name + "' is used before it is acquired";
    if (Later && !SM.isBeforeInTranslationUnit(At, Block->getEndLoc()))
      return "'" + Name + "' is used outside of the block that acquires it";
    if (U.What == VariableUse::Assign || U.What == VariableUse::AssignUsed ||
        U.What == VariableUse::Delete ||
        (U.What == VariableUse::Out && U.Whole != Call) ||
        (U.What == VariableUse::InPlace && U.Whole != Call &&
         V.Of->Ownership->acquires(U.Whole) &&
         V.Of->Ownership->resourceOf(U.Whole) == V.Of->Resource))
      return "'" + Name + "' is acquired twice";
  }

  Condition When;
  if (V.Of->Rule)
    When = V.Of->Rule->Holds;
  std::string Handle = V.Of->HeldBy.InPlace ? "&" + Name : Name;
  std::string Indent = Source.indentOf(S->getBeginLoc());
  std::string Before =
      V.Owner.Before.empty() ? "" : V.Owner.Before + "\n" + Indent;
  auto OwnerText = [&](llvm::StringRef Status) {
    std::string Test = successTest(When, Status);
    std::string Value =
        Test.empty() ? Handle : fmt::format("{} ? {} : nullptr", Test, Handle);
    return fmt::format("{} {}({}{});", V.Owner.Type, Owner, Value,
                       V.Owner.Deleter);
  };
  bool NeedsStatus = !successTest(When, "x").empty();
  const auto *Assignment =
      dyn_cast_or_null<BinaryOperator>(Parents.getParentIgnoreParenCasts(Call));
  if (Assignment && (Assignment->getOpcode() != BO_Assign ||
                     !isa<DeclRefExpr>(Assignment->getLHS()->IgnoreParens()) ||
                     Assignment->getRHS()->IgnoreParenImpCasts() != Call))
    Assignment = nullptr;
  std::string Status = Name + "Status";
  std::string CallText = Source.of(Call->getSourceRange());

  if (isa<Expr>(S) || isa<DeclStmt>(S)) {
    std::string Front;
    if (NeedsStatus) {
      if (Assignment == S)
        Status = Source.of(Assignment->getLHS()->getSourceRange());
      else if (S == Call)
        Front = "const auto " + Status + " = ";
      else if (const auto *D = dyn_cast<DeclStmt>(S);
               D && D->isSingleDecl() && isa<VarDecl>(D->getSingleDecl()) &&
               cast<VarDecl>(D->getSingleDecl())->getInit() &&
               cast<VarDecl>(D->getSingleDecl())
                       ->getInit()
                       ->IgnoreParenImpCasts() == Call)
        Status = cast<VarDecl>(D->getSingleDecl())->getNameAsString();
      else
        return "the status of the acquisition is used within an expression";
    }
    if (!Front.empty())
      Into.Edits.push_back(FixItHint::CreateInsertion(S->getBeginLoc(), Front));
    SourceLocation Behind = Source.afterSemicolon(S);
    if (Behind.isInvalid())
      return "the acquisition stands in a macro";
    Into.Edits.push_back(
        FixItHint::CreateInsertion(Source.behindComment(Behind),
                                   "\n" + Indent + Before + OwnerText(Status)));
    End = Behind;
  } else if (const auto *If = dyn_cast<IfStmt>(S)) {
    // if (open(file, &db) != OK): the call moves out.
    const Stmt *Part = Call;
    while (Part != If->getCond()) {
      const Stmt *Parent = Parents.getParent(Part);
      const auto *B = dyn_cast_or_null<BinaryOperator>(Parent);
      if (B ? (B == Assignment ? false : B->getLHS() != Part)
            : !isa_and_nonnull<ParenExpr, CastExpr, UnaryOperator,
                               ExprWithCleanups>(Parent))
        return "the acquisition is not the first thing that is evaluated";
      Part = Parent;
    }
    if (If->getInit() || If->getConditionVariable() ||
        !Source.beginsLine(S->getBeginLoc()))
      return "the acquisition is no statement of its own";
    std::string Hoisted;
    if (Assignment) {
      Status = Source.of(Assignment->getLHS()->getSourceRange());
      Hoisted = Source.of(Assignment->getSourceRange()) + ";";
      Into.Edits.push_back(Source.replace(Assignment->getBeginLoc(),
                                          Source.endOf(Assignment->getEndLoc()),
                                          Status));
    } else {
      Hoisted = fmt::format("const auto {} = {};", Status, CallText);
      Into.Edits.push_back(Source.replace(
          Call->getBeginLoc(), Source.endOf(Call->getEndLoc()), Status));
    }
    Into.Edits.push_back(FixItHint::CreateInsertion(
        S->getBeginLoc(),
        Hoisted + "\n" + Indent + Before + OwnerText(Status) + "\n" + Indent));
    End = S->getBeginLoc();
  } else {
    return "the acquisition is no statement of its own";
  }
  if (isJumpedOver(End, Block))
    return "a jump leads past the acquisition";

  for (const VariableUse &U : V.Uses) {
    SourceLocation Ref = U.Ref->getLocation();
    switch (U.What) {
    case VariableUse::Release:
      if (endsScope(U.Whole) && blockOf(U.Whole))
        Into.Edits.push_back(Source.removeStatement(U.Whole));
      else
        Into.Edits.push_back(Source.replace(U.Whole->getBeginLoc(),
                                            Source.endOf(U.Whole->getEndLoc()),
                                            Owner + ".reset()"));
      break;
    case VariableUse::ReleaseUsed:
    case VariableUse::Return:
      if (V.Of->HeldBy.InPlace)
        return "the status of its release is used";
      if (U.What == VariableUse::Return &&
          !Function->getReturnType()->isPointerType())
        return "'" + Name + "' is returned as something else";
      Into.Edits.push_back(
          Source.replace(Ref, Source.endOf(Ref), Owner + ".release()"));
      break;
    default:
      break;
    }
  }
  std::string Why;
  releaseBeforeParent(V, Owner, End, Into, Why);
  return Why;
}

} // namespace dbtidy
