//===- ReleaseInsertion.cpp - The missing release, written out ------------===//
//
// See ReleaseInsertion.h.
//
//===----------------------------------------------------------------------===//

#include "fixes/ReleaseInsertion.h"
#include "fixes/CleanupLabel.h"
#include "fixes/FunctionNames.h"
#include "fixes/Lineage.h"
#include "fixes/ThrowingExit.h"
#include "fixes/VariableUses.h"
#include "clang/AST/StmtCXX.h"
#include <fmt/format.h>

using namespace clang;

namespace dbtidy {

ReleaseInsertion::ReleaseInsertion(const FunctionDecl *F, Declarations &Decls,
                                   const SourceText &Source,
                                   const FixOptions &Options)
    : Function(F), Body(F->getBody()), Decls(Decls), Source(Source),
      Options(Options), Parents(const_cast<Stmt *>(F->getBody())) {}

bool ReleaseInsertion::write(llvm::ArrayRef<const MissingRelease *> Releases,
                             Fix &Into, std::string &Why) const {
  const WayOut &Exit = *Releases.front()->Exit;
  static const char ParentReleased[] =
      "what it was made from is released before it";
  bool AtEnd =
      Exit.Kind == ExitKind::FunctionEnd || Exit.Kind == ExitKind::ScopeEnd;
  if (AtEnd && llvm::any_of(Releases, [&](const MissingRelease *M) {
        return mayLackParent(*M->Of, M->Exit->States, Decls.rules());
      })) {
    Why = ParentReleased;
    return false;
  }
  switch (Exit.Kind) {
  case ExitKind::FunctionEnd: {
    const auto *Block = dyn_cast<CompoundStmt>(Body);
    if (!Block) {
      Why = "the function's body is a try block";
      return false;
    }
    return writeAtEnd(Block, Releases, Into, Why);
  }
  case ExitKind::ScopeEnd: {
    const auto *Block = dyn_cast_or_null<CompoundStmt>(Exit.Leaving);
    if (!Block) {
      Why = "the scope ends without a brace";
      return false;
    }
    return writeAtEnd(Block, Releases, Into, Why);
  }
  case ExitKind::Overwrite:
  case ExitKind::Return:
  case ExitKind::Throw:
  case ExitKind::Jump: {
    const Stmt *Statement =
        Exit.Leaving ? statementOf(Exit.Leaving, Parents) : nullptr;
    if (!Statement || isa<CoreturnStmt>(Statement)) {
      Why = "the way out is no statement of its own";
      return false;
    }
    const Stmt *Place = placeBefore(Statement, *Releases.front());
    for (const MissingRelease *M : Releases)
      if (placeBefore(Statement, *M) != Place)
        Place = nullptr;
    if (!Place) {
      Why = ParentReleased;
      return false;
    }
    if (const auto *R = dyn_cast<ReturnStmt>(Statement); R && Place == R)
      if (auto Label = cleanupLabelFor(R, Releases, Function, Parents, Decls);
          Label && writeJump(R, *Label, Into))
        return true;
    return writeBefore(Place, Releases, Into, Why);
  }
  case ExitKind::Call:
  case ExitKind::Discard:
    break;
  }
  Why = "the way out is no statement";
  return false;
}

bool ReleaseInsertion::writeNulls(const MissingRelease &M, Fix &Into,
                                  std::string &Why) const {
  const VarDecl *V = M.Exit->Place.Variable;
  const SourceManager &SM = Source.manager();
  ASTContext &Context = Decls.context();
  std::string Name = V->getNameAsString();
  std::string Null = Context.getLangOpts().CPlusPlus ? "nullptr" : "NULL";
  if (Null == "NULL" && !Context.Idents.get(Null).hasMacroDefinition())
    Null = "0";
  Why = "'" + Name + "' holds no handle on some of the ways there";
  if (isa<ParmVarDecl>(V) || !V->hasLocalStorage() ||
      V->getType().isConstQualified())
    return false;
  std::vector<VariableUse> Uses = usesOf(V, Body, Parents, *M.Of->Ownership);
  for (const HandleEvent &E : M.Of->Ownership->eventsOf(V)) {
    if (E.What == HandleEvent::Returned)
      continue;
    const auto *Call = dyn_cast_or_null<CallExpr>(E.At);
    if (E.What != HandleEvent::Released || !Call ||
        !isStatement(Call, Parents) ||
        !isa_and_nonnull<CompoundStmt>(Parents.getParent(Call)) ||
        !Source.isPlain(Call->getSourceRange()))
      return false;
    // What reads the variable behind the release would read null now.
    for (const VariableUse &U : Uses)
      if ((U.What == VariableUse::Test || U.What == VariableUse::Read ||
           U.What == VariableUse::Unknown) &&
          SM.isBeforeInTranslationUnit(Call->getEndLoc(),
                                       U.Ref->getLocation())) {
        bool Reassigned = llvm::any_of(Uses, [&](const VariableUse &O) {
          return (O.What == VariableUse::Assign ||
                  O.What == VariableUse::AssignUsed) &&
                 SM.isBeforeInTranslationUnit(Call->getEndLoc(),
                                              O.Ref->getLocation()) &&
                 !SM.isBeforeInTranslationUnit(U.Ref->getLocation(),
                                               O.Ref->getLocation());
        });
        if (!Reassigned)
          return false;
      }
    const Stmt *Next = nullptr;
    const auto *Block = cast<CompoundStmt>(Parents.getParent(Call));
    for (auto It = Block->body_begin(); It != Block->body_end(); ++It)
      if (*It == Call && It + 1 != Block->body_end())
        Next = *(It + 1);
    // Where control leaves at once, nobody comes upon the variable.
    if (isa_and_nonnull<ReturnStmt>(Next))
      continue;
    SourceLocation End = Source.afterSemicolon(Call);
    if (End.isInvalid())
      return false;
    Into.Edits.push_back(FixItHint::CreateInsertion(
        End, "\n" + Source.indentOf(Call->getBeginLoc()) + Name + " = " + Null +
                 ";"));
  }
  if (!V->hasInit()) {
    if (V->getLocation().isMacroID())
      return false;
    Into.Edits.push_back(FixItHint::CreateInsertion(
        Source.endOf(V->getLocation()), " = " + Null));
  }
  Why.clear();
  return true;
}

/// How the statements of \p Block are indented.
static std::string indentInside(const CompoundStmt *Block,
                                const SourceText &Source) {
  for (const Stmt *Child : llvm::reverse(Block->body()))
    if (!isa<LabelStmt, SwitchCase>(Child) && Child->getBeginLoc().isFileID() &&
        Source.beginsLine(Child->getBeginLoc()))
      return Source.indentOf(Child->getBeginLoc());
  std::string Outer = Source.indentOf(Block->getRBracLoc());
  return Outer + SourceText::step(Outer, "");
}

bool ReleaseInsertion::writeAtEnd(
    const CompoundStmt *Block, llvm::ArrayRef<const MissingRelease *> Releases,
    Fix &Into, std::string &Why) const {
  SourceLocation Brace = Block->getRBracLoc();
  if (!Brace.isFileID()) {
    Why = "the way out stands in a macro";
    return false;
  }
  std::string Inner = indentInside(Block, Source);
  std::string Step = SourceText::step(Source.indentOf(Brace), Inner);
  std::string Text;
  if (!Source.beginsLine(Brace)) {
    for (const MissingRelease *M : Releases)
      Text += M->text(Inner, Step) + " ";
    Into.Edits.push_back(FixItHint::CreateInsertion(Brace, Text));
    return true;
  }
  for (const MissingRelease *M : Releases)
    Text += Inner + M->text(Inner, Step) + "\n";
  Into.Edits.push_back(FixItHint::CreateInsertion(Source.lineOf(Brace), Text));
  return true;
}

/// The end of what a statement without braces follows: `if (x)`, `else`, `do`.
static SourceLocation headEnd(const Stmt *Control, const Stmt *Child,
                              const SourceText &Source) {
  SourceLocation Last;
  if (const auto *I = dyn_cast<IfStmt>(Control))
    Last = Child == I->getThen() ? I->getRParenLoc() : I->getElseLoc();
  else if (const auto *W = dyn_cast<WhileStmt>(Control))
    Last = W->getRParenLoc();
  else if (const auto *F = dyn_cast<ForStmt>(Control))
    Last = F->getRParenLoc();
  else if (const auto *R = dyn_cast<CXXForRangeStmt>(Control))
    Last = R->getRParenLoc();
  else if (const auto *D = dyn_cast<DoStmt>(Control))
    Last = D->getDoLoc();
  return Last.isValid() && Last.isFileID() ? Source.endOf(Last)
                                           : SourceLocation();
}

/// `return f(c);` becomes `int result = f(c);`, so that the release can come
/// between. The text that replaces `return`; empty where the type does not
/// allow it.
static std::string valueDeclaration(QualType T, llvm::StringRef Name,
                                    const ASTContext &Context) {
  T = T.getUnqualifiedType();
  if (T->isReferenceType() || T->isRecordType() || T->isUndeducedType() ||
      T->isFunctionPointerType() || T->isArrayType())
    return "";
  PrintingPolicy Policy = Context.getPrintingPolicy();
  std::string Text;
  llvm::raw_string_ostream Out(Text);
  T.print(Out, Policy, Name);
  Out.flush();
  return Text;
}

const Stmt *ReleaseInsertion::placeBefore(const Stmt *Leaving,
                                          const MissingRelease &M) const {
  if (!mayLackParent(*M.Of, M.Exit->States, Decls.rules()))
    return Leaving;
  // `close(db); return 1;`: the statement goes before its connection.
  llvm::ArrayRef<Resource> Resources = Decls.rules().resources();
  llvm::StringRef Parent = Resources[M.Of->Resource].Parent;
  const auto *Block =
      dyn_cast_or_null<CompoundStmt>(Parents.getParent(Leaving));
  if (!Block)
    return nullptr;
  const Stmt *Place = nullptr;
  for (const auto &[Variable, Events] : M.Of->Ownership->Events)
    for (const HandleEvent &E : Events)
      if (E.What == HandleEvent::Released && E.Rule &&
          Resources[E.Rule->Resource].Id == Parent &&
          Parents.getParent(E.At) == Block)
        for (const Stmt *S : Block->body()) {
          if (S == Leaving)
            break;
          if (S == E.At)
            Place = S;
        }
  if (!Place)
    return nullptr;
  // Nothing from there on may need the handle.
  bool Behind = false;
  for (const Stmt *S : Block->body()) {
    Behind |= S == Place;
    if (!Behind)
      continue;
    FunctionNames Inside = namesIn(S);
    for (const DeclRefExpr *R : Inside.References)
      if (R->getDecl() == M.Exit->Place.Variable)
        return nullptr;
    if (S != Place && mayEndInHandler(S, Parents, Decls))
      return nullptr;
    if (S == Leaving)
      break;
  }
  return Place;
}

bool ReleaseInsertion::writeBefore(
    const Stmt *Leaving, llvm::ArrayRef<const MissingRelease *> Releases,
    Fix &Into, std::string &Why) const {
  SourceLocation Begin = Leaving->getBeginLoc();
  SourceLocation End = Source.afterSemicolon(Leaving);
  if (!Begin.isFileID() || End.isInvalid() || !End.isFileID()) {
    Why = "the way out stands in a macro";
    return false;
  }
  const auto *Return = dyn_cast<ReturnStmt>(Leaving);
  const Expr *Value = Return ? Return->getRetValue() : nullptr;
  bool KeepValue =
      Value && llvm::any_of(Releases, [](auto *M) { return M->ReadLast; });
  std::string Name, Declaration;
  if (KeepValue) {
    Name = unusedName();
    Declaration = Name.empty() || !Source.isPlain(Value->getSourceRange())
                      ? ""
                      : valueDeclaration(Function->getReturnType(), Name,
                                         Decls.context());
    if (Declaration.empty()) {
      Why = "what is returned reads '" + Releases.front()->Of->Variable + "'";
      return false;
    }
  }

  const Stmt *Parent = Parents.getParent(Leaving);
  SourceLocation Head = headEnd(Parent, Leaving, Source);
  bool OwnLine = Source.beginsLine(Begin);
  bool Braces = Head.isValid();
  if (!Braces && !isa<CompoundStmt, LabelStmt, SwitchCase>(Parent)) {
    Why = "the way out is no statement of its own";
    return false;
  }
  if (KeepValue && isa<LabelStmt, SwitchCase>(Parent)) {
    Why = "what is returned behind a label reads '" +
          Releases.front()->Of->Variable + "'";
    return false;
  }
  std::string Outer = Source.indentOf(Braces ? Parent->getBeginLoc() : Begin);
  std::string Inner = Outer;
  if (Braces) {
    Inner = OwnLine ? Source.indentOf(Begin) : Outer;
    if (Inner.size() <= Outer.size())
      Inner = Outer + SourceText::step(Outer, "");
  }
  std::string Step =
      Braces ? SourceText::step(Outer, Inner) : SourceText::step("", "");
  std::string Newline = "\n" + Inner;
  std::string Text;
  for (const MissingRelease *M : Releases)
    Text += M->text(Inner, Step) + Newline;

  // In front of the statement.
  std::string Front = KeepValue ? "" : Text;
  if (!Braces && !OwnLine && !isa<LabelStmt, SwitchCase>(Parent)) {
    // `a(); return 1;`: on one line it stays.
    Front.clear();
    for (const MissingRelease *M : Releases)
      if (!KeepValue)
        Front += M->text(Inner, Step) + " ";
  }
  if (Braces && Source.isBlank(Head, Begin)) {
    Into.Edits.push_back(Source.replace(Head, Begin, " {" + Newline + Front));
  } else {
    if (Braces)
      Into.Edits.push_back(FixItHint::CreateInsertion(Head, " {"));
    if (!Front.empty())
      Into.Edits.push_back(FixItHint::CreateInsertion(Begin, Front));
  }

  // Around the value, and behind.
  std::string Back;
  if (KeepValue) {
    Into.Edits.push_back(
        Source.replace(Begin, Value->getBeginLoc(), Declaration + " = "));
    Back = Newline + Text + "return " + Name + ";";
  }
  if (Braces)
    Back += "\n" + Outer + "}";
  if (!Back.empty())
    Into.Edits.push_back(
        FixItHint::CreateInsertion(Source.behindComment(End), Back));
  return true;
}

/// `return -1;` becomes `rc = -1; goto cleanup;`.
bool ReleaseInsertion::writeJump(const ReturnStmt *Leaving,
                                 const CleanupLabel &To, Fix &Into) const {
  SourceLocation Begin = Leaving->getBeginLoc();
  SourceLocation End = Source.afterSemicolon(Leaving);
  const Expr *Value = Leaving->getRetValue();
  const Stmt *Parent = Parents.getParent(Leaving);
  SourceLocation Head = headEnd(Parent, Leaving, Source);
  if (!Begin.isFileID() || End.isInvalid() || !End.isFileID() ||
      (To.Returned && !Source.isPlain(Value->getSourceRange())) ||
      (Head.isInvalid() && !isa<CompoundStmt>(Parent)))
    return false;
  std::string Jump = fmt::format("goto {};", To.Label->getName().str());
  if (!To.Returned) {
    Into.Edits.push_back(Source.replace(Begin, End, Jump));
    return true;
  }
  bool Braces = Head.isValid();
  if (Braces && !Source.isBlank(Head, Begin))
    return false;
  std::string Outer = Source.indentOf(Braces ? Parent->getBeginLoc() : Begin);
  std::string Inner = Outer;
  if (Braces) {
    Inner = Source.beginsLine(Begin) ? Source.indentOf(Begin) : Outer;
    if (Inner.size() <= Outer.size())
      Inner = Outer + SourceText::step(Outer, "");
  }
  std::string Assignment = To.Returned->getNameAsString() + " = ";
  std::string Back = "\n" + Inner + Jump;
  if (Braces) {
    Assignment = " {\n" + Inner + Assignment;
    Back += "\n" + Outer + "}";
  }
  Into.Edits.push_back(
      Source.replace(Braces ? Head : Begin, Value->getBeginLoc(), Assignment));
  Into.Edits.push_back(
      FixItHint::CreateInsertion(Source.behindComment(End), Back));
  return true;
}

//===- Discarded handles --------------------------------------------------===//

Fix ReleaseInsertion::wrapDiscarded(const Finding &F) const {
  const auto *Call = F.Acquisition;
  if (!Source.isPlain(Call->getSourceRange()))
    return Fix::withheld("the call stands in a macro");
  const Stmt *Whole = Call;
  while (const Stmt *Parent = Parents.getParent(Whole)) {
    const auto *Cast = dyn_cast<CastExpr>(Parent);
    if (!isa<ParenExpr, ExprWithCleanups>(Parent) &&
        !(Cast && Cast->getType()->isVoidType()))
      break;
    Whole = Parent;
  }
  if (!isStatement(cast<Expr>(Whole), Parents))
    return Fix::withheld("the handle is used inside of an expression");
  std::optional<ReleaseCall> Release = releaseCallFor(F, Decls, Source);
  if (!Release)
    return Fix::withheld("its release cannot be written from here");
  const Resource &R = Decls.rules().resources()[F.Resource];
  bool NeverNull = F.Rule && F.Rule->Holds.When == Condition::Always;
  if (!Release->NullSafe && !NeverNull)
    return Fix::withheld(fmt::format("'{}' does not accept a null {}",
                                     F.Release, spelling(R.Kind)));
  Fix Result;
  Result.Edits.push_back(
      FixItHint::CreateInsertion(Call->getBeginLoc(), Release->Before));
  Result.Edits.push_back(FixItHint::CreateInsertion(
      Source.endOf(Call->getEndLoc()), Release->After));
  return Result;
}

} // namespace dbtidy
