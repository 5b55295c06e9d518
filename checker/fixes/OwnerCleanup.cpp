//===- OwnerCleanup.cpp - A handle with __attribute__((cleanup)) ----------===//
//
// The part of OwnerRewrite for C: the variable stays what it is, and gets a
// function that GCC and clang call where its scope is left. See OwnerRewrite.h.
//
//===----------------------------------------------------------------------===//

#include "fixes/OwnerRewrite.h"
#include "clang/AST/Attr.h"
#include <fmt/format.h>

using namespace clang;

namespace dbtidy {

/// `cleanup_libpq_connection`
static std::string cleanupName(const Resource &R) {
  std::string Name = "cleanup_" + R.Id.str();
  for (char &C : Name)
    if (!isAsciiIdentifierContinue(C))
      C = '_';
  return Name;
}

/// Where functions of the file of \p F can be declared: before the first that
/// is defined there, outside of conditional parts.
static SourceLocation firstFunctionOf(const FunctionDecl *F,
                                      const SourceText &Source) {
  const SourceManager &SM = Source.manager();
  FileID File = SM.getFileID(F->getBeginLoc());
  const ASTContext &Context = F->getASTContext();
  for (const Decl *D : Context.getTranslationUnitDecl()->decls()) {
    const auto *Each = dyn_cast<FunctionDecl>(D);
    if (Each && Each->isThisDeclarationADefinition() &&
        Each->getBeginLoc().isFileID() &&
        SM.getFileID(Each->getBeginLoc()) == File)
      return Source.aboveComment(
          Source.outsideConditions(Source.lineOf(Each->getBeginLoc())));
  }
  return {};
}

std::string OwnerRewrite::declareCleanup(const Variable &V, Fix &Into) {
  ASTContext &Context = Decls.context();
  const SourceManager &SM = Source.manager();
  const Resource &R = Decls.rules().resources()[V.Of->Resource];
  std::string Name = cleanupName(R);
  QualType Handle = V.Decl->getType().getUnqualifiedType();
  QualType Wanted = Context.getPointerType(Handle);
  for (const NamedDecl *D :
       Context.getTranslationUnitDecl()->lookup(&Context.Idents.get(Name))) {
    const auto *Known = dyn_cast<FunctionDecl>(D);
    if (!Known || Known->getNumParams() != 1 ||
        !Context.hasSameType(Known->getParamDecl(0)->getType(), Wanted) ||
        !SM.isBeforeInTranslationUnit(Known->getLocation(),
                                      Function->getLocation()))
      return "the name '" + Name + "' is taken";
    return "";
  }
  SourceLocation At = firstFunctionOf(Function, Source);
  if (At.isInvalid() ||
      (V.Call.Function &&
       SM.isBeforeInTranslationUnit(At, V.Call.Function->getLocation())))
    return "its release is declared too late";
  if (const auto *T = Handle->getPointeeType()->getAsTagDecl();
      T && SM.isBeforeInTranslationUnit(At, T->getLocation()))
    return "its type is declared too late";
  std::string Indent = SourceText::step("", indentOfBody());
  std::string Release = V.Call.of("*handle") + ";";
  if (!V.Call.NullSafe)
    Release = fmt::format("if (*handle)\n{0}{0}{1}", Indent, Release);
  std::string Parameter;
  llvm::raw_string_ostream(Parameter) << Handle.getAsString();
  if (Parameter.back() != '*')
    Parameter += ' ';
  Into.Edits.push_back(FixItHint::CreateInsertion(
      At, fmt::format("static void {}({}*handle) {{\n{}{}\n}}\n\n", Name,
                      Parameter, Indent, Release)));
  return "";
}

/// How the statements of the function are indented.
std::string OwnerRewrite::indentOfBody() const {
  if (const auto *Block = dyn_cast<CompoundStmt>(Body))
    for (const Stmt *S : Block->body())
      if (S->getBeginLoc().isFileID() && Source.beginsLine(S->getBeginLoc()))
        return Source.indentOf(S->getBeginLoc());
  return "  ";
}

/// Whether \p U is read after \p Release gave back what it held, with no other
/// handle in between.
static bool isReadLater(const VariableUse &Release,
                        llvm::ArrayRef<VariableUse> Uses,
                        const SourceManager &SM) {
  SourceLocation End = Release.Whole->getEndLoc();
  for (const VariableUse &U : Uses) {
    if (!SM.isBeforeInTranslationUnit(End, U.Ref->getLocation()))
      continue;
    if (U.What == VariableUse::Assign || U.What == VariableUse::AssignUsed ||
        U.What == VariableUse::AssignNull || U.What == VariableUse::Out)
      return false;
    if (U.What != VariableUse::Release)
      return true;
  }
  return false;
}

std::string OwnerRewrite::cleanUp(const Variable &V, Fix &Into) {
  std::string Name = V.Decl->getNameAsString();
  const DeclStmt *S = Statements.lookup(V.Decl);
  const auto *Block = dyn_cast_or_null<CompoundStmt>(Parents.getParent(S));
  if (V.Of->HeldBy.InPlace || V.Call.NeedsContext)
    return "its release needs more than the handle";
  if (!Block || !S->isSingleDecl() || !V.Decl->hasLocalStorage() ||
      V.Decl->hasAttr<CleanupAttr>() || V.Decl->getType().isConstQualified() ||
      !Source.isPlain(SourceRange(S->getBeginLoc(), V.Decl->getLocation())))
    return "its declaration cannot be given a cleanup function";
  if (isJumpedOver(S->getEndLoc(), Block))
    return "a jump leads past the declaration";
  if (V.Decl->hasInit() && !isOwnedOrNull(V.Decl->getInit(), *V.Of))
    return "'" + Name + "' also holds what this function need not release";
  for (const WayOut &Exit : V.Of->Exits)
    if (Exit.Kind == ExitKind::Overwrite)
      return "'" + Name + "' is overwritten";
  std::string Null =
      Decls.context().Idents.get("NULL").hasMacroDefinition() ? "NULL" : "0";
  for (const VariableUse &U : V.Uses) {
    switch (U.What) {
    case VariableUse::Test:
    case VariableUse::Read:
    case VariableUse::Out:
    case VariableUse::AssignNull:
      break;
    case VariableUse::Assign:
    case VariableUse::AssignUsed:
      if (!isOwnedOrNull(cast<BinaryOperator>(U.Whole)->getRHS(), *V.Of))
        return "'" + Name + "' also holds what this function need not release";
      break;
    case VariableUse::Release:
      if (endsScope(U.Whole)) {
        Into.Edits.push_back(Source.removeStatement(U.Whole));
        break;
      }
      if (!isa_and_nonnull<CompoundStmt>(Parents.getParent(U.Whole)) ||
          isReadLater(U, V.Uses, Source.manager()))
        return "'" + Name + "' is used after it is released";
      Into.Edits.push_back(FixItHint::CreateInsertion(
          Source.afterSemicolon(U.Whole),
          "\n" + Source.indentOf(U.Whole->getBeginLoc()) + Name + " = " + Null +
              ";"));
      break;
    default:
      return "'" + Name +
             "' is used in a way that a cleanup function cannot "
             "follow";
    }
  }
  if (!V.Decl->hasInit())
    Into.Edits.push_back(FixItHint::CreateInsertion(
        Source.endOf(V.Decl->getLocation()), " = " + Null));
  Into.Edits.push_back(FixItHint::CreateInsertion(
      S->getBeginLoc(),
      fmt::format("__attribute__((cleanup({}))) ",
                  cleanupName(Decls.rules().resources()[V.Of->Resource]))));
  if (std::string Why = declareCleanup(V, Into); !Why.empty())
    return Why;
  std::string Why;
  if (V.Call.NullSafe)
    releaseBeforeParent(
        V, fmt::format("{}; {} = {};", V.Call.of(Name), Name, Null),
        V.Decl->getLocation(), Into, Why);
  else if (!Decls.rules().resources()[V.Of->Resource].Parent.empty())
    Why = "its parent may be released before it";
  return Why;
}

} // namespace dbtidy
