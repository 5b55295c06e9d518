//===- OwnerBeside.cpp - An owner beside the handle's variable ----------===//
//
// The part of OwnerRewrite for handles that are acquired through an
// out-parameter, or in place: the owner follows the acquisition. See
// OwnerRewrite.h.
//
//===----------------------------------------------------------------------===//

#include "fixes/OwnerRewrite.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include <fmt/format.h>

using namespace clang;

namespace dbtidy {

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
  std::string Owner = unusedName(Name + "Owner");
  const Expr *Call = V.Of->Acquisition;
  if (V.Decl->isStaticLocal())
    return "a static variable is filled through its address";
  if (V.Decl->hasInit() && !V.Of->HeldBy.InPlace &&
      !isNull(V.Decl->getInit()) && !isAcquisition(V.Decl->getInit(), *V.Of))
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
    bool Assigns =
        U.What == VariableUse::Assign || U.What == VariableUse::AssignUsed;
    if ((Assigns &&
         !isAcquisition(cast<BinaryOperator>(U.Whole)->getRHS(), *V.Of)) ||
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
  std::string Status = unusedName(Name + "Status");
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
  releaseBeforeParent(V, Owner + ".reset();", End, Into, Why);
  return Why;
}

} // namespace dbtidy
