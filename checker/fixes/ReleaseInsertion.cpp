//===- ReleaseInsertion.cpp - The missing release, written out ------------===//
//
// See ReleaseInsertion.h.
//
//===----------------------------------------------------------------------===//

#include "fixes/ReleaseInsertion.h"
#include "fixes/BorrowedData.h"
#include "fixes/ThrowingExit.h"
#include "fixes/VariableUses.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/StringSet.h"
#include <fmt/format.h>

using namespace clang;

namespace dbtidy {

ReleaseInsertion::ReleaseInsertion(const FunctionDecl *F, Declarations &Decls,
                                   const SourceText &Source)
    : Function(F), Body(F->getBody()), Decls(Decls), Source(Source),
      Parents(const_cast<Stmt *>(F->getBody())) {}

std::string MissingRelease::text(llvm::StringRef Indent,
                                 llvm::StringRef Step) const {
  std::string Statement = Call.of(Handle) + ";";
  if (!Guarded)
    return Statement;
  return fmt::format("if ({})\n{}{}{}", Handle, Indent.str(), Step.str(),
                     Statement);
}

//===- What is missing ----------------------------------------------------===//

namespace {
/// The names and variables of a function.
class Names : public RecursiveASTVisitor<Names> {
public:
  static Names of(const Stmt *S) {
    Names Found;
    Found.TraverseStmt(const_cast<Stmt *>(S));
    return Found;
  }

  bool VisitVarDecl(VarDecl *V) {
    Variables.push_back(V);
    Used.insert(V->getName());
    return true;
  }
  bool VisitDeclRefExpr(DeclRefExpr *R) {
    if (R->getDecl()->getDeclName().isIdentifier())
      Used.insert(R->getDecl()->getName());
    References.push_back(R);
    return true;
  }
  bool VisitMemberExpr(MemberExpr *M) {
    if (M->getMemberDecl()->getDeclName().isIdentifier())
      Used.insert(M->getMemberDecl()->getName());
    return true;
  }

  bool VisitCallExpr(CallExpr *) {
    HasCall = true;
    return true;
  }

  bool HasCall = false;
  llvm::StringSet<> Used;
  std::vector<const VarDecl *> Variables;
  std::vector<const DeclRefExpr *> References;
};
} // namespace

static Names namesOf(const FunctionDecl *F) {
  Names N;
  for (const ParmVarDecl *P : F->parameters())
    N.VisitVarDecl(const_cast<ParmVarDecl *>(P));
  N.TraverseStmt(F->getBody());
  return N;
}

std::string ReleaseInsertion::unusedName() const {
  Names Own = namesOf(Function);
  for (const char *Name : {"result", "returned", "answer"})
    if (!Own.Used.count(Name))
      return Name;
  return "";
}

/// Whether everything in \p Whole that is evaluated before \p Part is
/// reached by going left.
static bool isEvaluatedFirst(const Stmt *Part, const Stmt *Whole,
                             const ParentMap &Parents) {
  while (Part != Whole) {
    const Stmt *Parent = Parents.getParent(Part);
    if (!Parent)
      return false;
    if (const auto *B = dyn_cast<BinaryOperator>(Parent)) {
      if (B->isAssignmentOp() ? B->getRHS() != Part : B->getLHS() != Part)
        return false;
    } else if (const auto *C = dyn_cast<ConditionalOperator>(Parent)) {
      if (C->getCond() != Part)
        return false;
    } else if (!isa<ParenExpr, CastExpr, UnaryOperator, ExprWithCleanups>(
                   Parent)) {
      return false;
    }
    Part = Parent;
  }
  return true;
}

/// Whether \p Part is evaluated whenever \p Whole is.
static bool isAlwaysEvaluated(const Stmt *Part, const Stmt *Whole,
                              const ParentMap &Parents) {
  while (Part != Whole) {
    const Stmt *Parent = Parents.getParent(Part);
    const auto *B = dyn_cast_or_null<BinaryOperator>(Parent);
    const auto *C = dyn_cast_or_null<AbstractConditionalOperator>(Parent);
    if (!Parent || isa<StmtExpr, LambdaExpr>(Parent) ||
        (B && B->isLogicalOp() && B->getLHS() != Part) ||
        (C && C->getCond() != Part))
      return false;
    Part = Parent;
  }
  return true;
}

/// Whether \p Leaving overwrites \p V and reads it nowhere before that.
static bool overwritesUnread(const Stmt *Leaving, const Stmt *Statement,
                             const VarDecl *V, const ParentMap &Parents,
                             const SourceManager &SM) {
  const Stmt *Whole = Statement;
  if (const auto *I = dyn_cast<IfStmt>(Statement)) {
    if (I->getInit() || I->getConditionVariable())
      return false;
    Whole = I->getCond();
  } else if (const auto *S = dyn_cast<SwitchStmt>(Statement)) {
    if (S->getInit() || S->getConditionVariable())
      return false;
    Whole = S->getCond();
  } else if (!isa<Expr, DeclStmt, ReturnStmt>(Statement)) {
    return false;
  }
  // `if (n && (c = acquire()))`: the handle stays where n is zero.
  if (!isAlwaysEvaluated(Leaving, Whole, Parents))
    return false;
  Names Inside = Names::of(Whole);
  bool First = isa<Expr>(Whole) && isEvaluatedFirst(Leaving, Whole, Parents);
  SourceLocation End = Leaving->getEndLoc();
  for (const DeclRefExpr *R : Inside.References) {
    if (R->getDecl() != V)
      continue;
    const Stmt *Parent = Parents.getParentIgnoreParens(R);
    const auto *B = dyn_cast_or_null<BinaryOperator>(Parent);
    if (B && B == Leaving && B->isAssignmentOp() &&
        B->getLHS()->IgnoreParens() == R)
      continue;
    const auto *U = dyn_cast_or_null<UnaryOperator>(Parent);
    if (U && U->getOpcode() == UO_AddrOf &&
        SM.isPointWithin(R->getBeginLoc(), Leaving->getBeginLoc(), End))
      continue;
    if (First && SM.isBeforeInTranslationUnit(End, R->getBeginLoc()))
      continue;
    return false;
  }
  return true;
}

static std::string handleText(const Holder &H) {
  std::string Text = H.Variable->getNameAsString();
  for (const FieldDecl *F : H.Fields)
    Text += "." + F->getNameAsString();
  return H.InPlace ? "&" + Text : Text;
}

std::vector<MissingRelease>
ReleaseInsertion::missingReleases(const Finding &F, std::string &Why) const {
  auto Refuse = [&](std::string Reason) {
    Why = std::move(Reason);
    return std::vector<MissingRelease>();
  };
  if (!F.Ownership || !F.Ownership->Complete)
    return Refuse("the function is too complex");
  std::optional<ReleaseCall> Call = releaseCallFor(F, Decls, Source);
  if (!Call)
    return Refuse("its release cannot be written from here");
  Names Own = namesOf(Function);

  std::vector<MissingRelease> Result;
  for (const WayOut &Exit : F.Exits) {
    if (Exit.Kind == ExitKind::Call)
      return Refuse("a call that may throw leaves here");
    if (Exit.Kind == ExitKind::Discard)
      return Refuse("no variable holds the handle");
    const VarDecl *V = Exit.Place.Variable;
    if (!V)
      return Refuse("no local variable holds the handle on each way out");
    if (Exit.States.Other || !Exit.States.Held)
      return Refuse("'" + F.Variable +
                    "' holds no handle on some of the ways there");
    for (const VarDecl *Other : Own.Variables)
      if (Other != V && Other->getName() == V->getName())
        return Refuse("two variables are called '" + V->getNameAsString() +
                      "'");
    BorrowedData Borrowed(Body, V, F, Decls);
    if (Borrowed.outlives())
      return Refuse("data borrowed from '" + F.Variable +
                    "' outlives the function");

    bool Evaluates =
        Exit.Kind == ExitKind::Throw || Exit.Kind == ExitKind::Overwrite;
    if (Evaluates && Exit.Leaving &&
        mayEndInHandler(statementOf(Exit.Leaving, Parents), Parents, Decls))
      return Refuse("the way out may throw into a handler");

    MissingRelease M;
    M.Of = &F;
    M.Exit = &Exit;
    M.Call = *Call;
    M.Handle = handleText(Exit.Place);
    M.NeedsNulls = Exit.States.Released || Exit.States.Unset;
    if (M.NeedsNulls && (Exit.Place.InPlace || !Exit.Place.Fields.empty()))
      return Refuse("'" + F.Variable +
                    "' holds no handle on some of the ways there");
    bool MayBeNull = Exit.States.Null || Exit.States.MaybeNull || M.NeedsNulls;
    M.Guarded = MayBeNull && !Call->NullSafe && !Exit.Place.InPlace;
    if (const auto *R = dyn_cast_or_null<ReturnStmt>(Exit.Leaving)) {
      const Expr *E = R->getRetValue();
      // Whatever is called to make the value may need the handle, or what is
      // made from it, or throw into a handler that releases it.
      M.ReadLast = E && (Names::of(E).HasCall || Borrowed.isReadBy(E) ||
                         mayEndInHandler(R, Parents, Decls));
    } else if (Exit.Kind == ExitKind::Throw) {
      const auto *T = dyn_cast_or_null<CXXThrowExpr>(Exit.Leaving);
      if (!T || (T->getSubExpr() && Borrowed.isReadBy(T->getSubExpr())))
        return Refuse("what is thrown reads '" + F.Variable + "'");
    } else if (Exit.Kind == ExitKind::Overwrite) {
      const Stmt *Statement =
          Exit.Leaving ? statementOf(Exit.Leaving, Parents) : nullptr;
      if (!Statement || !overwritesUnread(Exit.Leaving, Statement, V, Parents,
                                          Source.manager()))
        return Refuse("the statement that overwrites '" + F.Variable +
                      "' may also read or keep it");
      if (Borrowed.isReadAfter(Exit.Leaving, Parents))
        return Refuse("data borrowed from '" + F.Variable +
                      "' is used after it is overwritten");
    } else if (Exit.Kind == ExitKind::ScopeEnd || Exit.Kind == ExitKind::Jump) {
      if (Borrowed.isReadOutside(scopeOf(V, Body, Source.manager())))
        return Refuse("data borrowed from '" + F.Variable +
                      "' is used outside of its scope");
    }
    Result.push_back(std::move(M));
  }
  return Result;
}

//===- Where it goes ------------------------------------------------------===//

bool ReleaseInsertion::write(llvm::ArrayRef<const MissingRelease *> Releases,
                             Fix &Into, std::string &Why) const {
  const WayOut &Exit = *Releases.front()->Exit;
  static const char ParentReleased[] =
      "what it was made from is released before it";
  bool AtEnd =
      Exit.Kind == ExitKind::FunctionEnd || Exit.Kind == ExitKind::ScopeEnd;
  if (AtEnd && llvm::any_of(Releases, [](const MissingRelease *M) {
        return M->Exit->States.ParentGone;
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
  if (!M.Exit->States.ParentGone)
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
    Names Inside = Names::of(S);
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
