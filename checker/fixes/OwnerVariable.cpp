//===- OwnerVariable.cpp - The handle's variable becomes the owner ------===//
//
// The part of OwnerRewrite that makes the variable itself an owner: its
// declaration, and its uses. See OwnerRewrite.h.
//
//===----------------------------------------------------------------------===//

#include "fixes/OwnerRewrite.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Lex/Lexer.h"
#include <fmt/format.h>

using namespace clang;

namespace dbtidy {

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
  releaseBeforeParent(V, Name + ".reset();", V.Decl->getLocation(), Into, Why);
  return Why;
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

} // namespace dbtidy
