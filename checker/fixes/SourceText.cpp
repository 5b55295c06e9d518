//===- SourceText.cpp - The text around statements ------------------------===//
//
// See SourceText.h.
//
//===----------------------------------------------------------------------===//

#include "fixes/SourceText.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace dbtidy {

SourceText::SourceText(const ASTContext &Context)
    : SM(Context.getSourceManager()), Language(Context.getLangOpts()) {}

bool SourceText::isPlain(SourceRange R) const {
  return R.isValid() && R.getBegin().isFileID() && R.getEnd().isFileID() &&
         SM.getFileID(R.getBegin()) == SM.getFileID(R.getEnd());
}

SourceLocation SourceText::inFile(SourceLocation Token) const {
  if (Token.isFileID())
    return Token;
  CharSourceRange R = Lexer::makeFileCharRange(
      CharSourceRange::getTokenRange(Token, Token), SM, Language);
  if (R.isInvalid() || !SM.isMacroArgExpansion(Token))
    return {};
  return R.getBegin();
}

std::string SourceText::of(SourceRange Tokens) const {
  return Lexer::getSourceText(CharSourceRange::getTokenRange(Tokens), SM,
                              Language)
      .str();
}

SourceLocation SourceText::endOf(SourceLocation Token) const {
  return Lexer::getLocForEndOfToken(Token, 0, SM, Language);
}

SourceLocation SourceText::afterSemicolon(const Stmt *S) const {
  SourceLocation End = S->getEndLoc();
  if (!End.isFileID()) {
    // `c = NULL;`: the end of the macro's name.
    CharSourceRange R = SM.getExpansionRange(End);
    End = R.getEnd();
  }
  if (isa<CompoundStmt>(S) || isa<DeclStmt>(S))
    return endOf(End);
  return Lexer::findLocationAfterToken(End, tok::semi, SM, Language,
                                       /*SkipTrailingWhitespaceAndNewLine=*/
                                       false);
}

llvm::StringRef SourceText::buffer(SourceLocation At, unsigned &Offset) const {
  auto [File, Position] = SM.getDecomposedLoc(At);
  Offset = Position;
  return SM.getBufferData(File);
}

SourceLocation SourceText::lineOf(SourceLocation At) const {
  unsigned Offset = 0;
  llvm::StringRef Text = buffer(At, Offset);
  size_t Newline = Text.take_front(Offset).rfind('\n');
  size_t Begin = Newline == llvm::StringRef::npos ? 0 : Newline + 1;
  return At.getLocWithOffset(-int(Offset - Begin));
}

SourceLocation SourceText::behindComment(SourceLocation At) const {
  unsigned Offset = 0;
  llvm::StringRef Line = buffer(At, Offset).drop_front(Offset);
  Line = Line.take_until([](char C) { return C == '\n' || C == '\r'; });
  llvm::StringRef Comment = Line.trim(" \t");
  bool ToTheEnd = Comment.starts_with("//") ||
                  (Comment.starts_with("/*") && Comment.size() >= 4 &&
                   Comment.find("*/") == Comment.size() - 2);
  return ToTheEnd ? At.getLocWithOffset(int(Line.rtrim(" \t").size())) : At;
}

std::string SourceText::indentOf(SourceLocation At) const {
  unsigned Offset = 0;
  llvm::StringRef Text = buffer(lineOf(At), Offset);
  Text = Text.drop_front(Offset);
  return Text.take_while([](char C) { return C == ' ' || C == '\t'; }).str();
}

bool SourceText::beginsLine(SourceLocation At) const {
  return isBlank(lineOf(At), At);
}

bool SourceText::isBlank(SourceLocation From, SourceLocation To) const {
  unsigned Begin = 0, End = 0;
  llvm::StringRef Text = buffer(From, Begin);
  buffer(To, End);
  return Begin <= End && Text.slice(Begin, End).trim(" \t\r\n").empty();
}

std::string SourceText::step(llvm::StringRef Outer, llvm::StringRef Inner) {
  if (Inner.starts_with(Outer) && Inner.size() > Outer.size())
    return Inner.drop_front(Outer.size()).str();
  return Outer.ends_with("\t") ? "\t" : "  ";
}

FixItHint SourceText::replace(SourceLocation From, SourceLocation To,
                              llvm::StringRef Text) const {
  return FixItHint::CreateReplacement(CharSourceRange::getCharRange(From, To),
                                      Text);
}

SourceLocation SourceText::aboveComment(SourceLocation Line) const {
  unsigned Offset = 0;
  llvm::StringRef Text = buffer(Line, Offset).take_front(Offset);
  size_t Begin = Text.size();
  while (Begin) {
    size_t Before = Text.take_front(Begin - 1).rfind('\n');
    Before = Before == llvm::StringRef::npos ? 0 : Before + 1;
    llvm::StringRef Above = Text.slice(Before, Begin).trim();
    if (Above.ends_with("*/")) {
      size_t Opens = Text.take_front(Begin).rfind("/*");
      if (Opens == llvm::StringRef::npos)
        break;
      size_t OfLine = Text.take_front(Opens).rfind('\n');
      OfLine = OfLine == llvm::StringRef::npos ? 0 : OfLine + 1;
      if (!Text.slice(OfLine, Opens).trim().empty())
        break; // It follows code.
      Before = OfLine;
    } else if (!Above.starts_with("//")) {
      break;
    }
    Begin = Before;
  }
  return Line.getLocWithOffset(-int(Offset - Begin));
}

SourceLocation SourceText::outsideConditions(SourceLocation Line) const {
  unsigned Offset = 0;
  llvm::StringRef Text = buffer(Line, Offset).take_front(Offset);
  llvm::SmallVector<size_t, 8> Open;
  for (size_t At = 0; At < Text.size();) {
    size_t End = std::min(Text.find('\n', At), Text.size());
    llvm::StringRef Directive = Text.slice(At, End).ltrim();
    if (Directive.consume_front("#")) {
      Directive = Directive.ltrim();
      if (Directive.starts_with("if"))
        Open.push_back(At);
      else if (Directive.starts_with("endif") && !Open.empty())
        Open.pop_back();
    }
    At = End + 1;
  }
  return Open.empty() ? Line : Line.getLocWithOffset(-int(Offset - Open[0]));
}

SourceLocation SourceText::endOfLineBefore(SourceLocation At) const {
  SourceLocation Line = lineOf(At);
  return SM.getFileOffset(Line) == 0 ? Line : Line.getLocWithOffset(-1);
}

FixItHint SourceText::removeStatement(const Stmt *S) const {
  SourceLocation Begin = S->getBeginLoc(), End = afterSemicolon(S);
  unsigned Offset = 0;
  llvm::StringRef Rest = buffer(End, Offset).drop_front(Offset);
  Rest = Rest.take_until([](char C) { return C == '\n'; });
  // With the line break before it rather than the one behind: what is removed
  // then ends where an insertion in front of the next line does not touch it.
  if (beginsLine(Begin) && Rest.trim().empty())
    Begin = endOfLineBefore(Begin);
  return FixItHint::CreateRemoval(CharSourceRange::getCharRange(Begin, End));
}

const Stmt *statementOf(const Stmt *S, const ParentMap &Parents) {
  while (S) {
    const Stmt *Parent = Parents.getParent(S);
    if (!Parent)
      return nullptr;
    if (const auto *E = dyn_cast<Expr>(S)) {
      if (isStatement(E, Parents))
        return S;
    } else {
      return S;
    }
    S = Parent;
  }
  return nullptr;
}

SourceRange scopeOf(const VarDecl *V, const Stmt *Body,
                    const SourceManager &SM) {
  SourceLocation At = SM.getExpansionLoc(V->getLocation());
  SourceRange Scope = Body->getSourceRange();
  for (const Stmt *S = Body; S;) {
    if (isa<CompoundStmt, ForStmt, CXXForRangeStmt, IfStmt, WhileStmt,
            SwitchStmt>(S))
      Scope = S->getSourceRange();
    auto Around = llvm::find_if(S->children(), [&](const Stmt *Child) {
      return Child &&
             SM.isPointWithin(At, SM.getExpansionLoc(Child->getBeginLoc()),
                              SM.getExpansionLoc(Child->getEndLoc()));
    });
    S = Around == S->child_end() ? nullptr : *Around;
  }
  return Scope;
}

bool isStatement(const Expr *E, const ParentMap &Parents) {
  const Stmt *Parent = Parents.getParent(E);
  if (!Parent)
    return false;
  if (const auto *Block = dyn_cast<CompoundStmt>(Parent))
    // The last statement of ({ ... }) is its value.
    return !isa_and_nonnull<StmtExpr>(Parents.getParent(Block)) ||
           Block->body_back() != E;
  if (const auto *I = dyn_cast<IfStmt>(Parent))
    return E == I->getThen() || E == I->getElse();
  if (const auto *W = dyn_cast<WhileStmt>(Parent))
    return E == W->getBody();
  if (const auto *D = dyn_cast<DoStmt>(Parent))
    return E == D->getBody();
  if (const auto *F = dyn_cast<ForStmt>(Parent))
    return E == F->getBody();
  if (const auto *R = dyn_cast<CXXForRangeStmt>(Parent))
    return E == R->getBody();
  if (isa<LabelStmt>(Parent))
    return true;
  if (const auto *C = dyn_cast<SwitchCase>(Parent))
    return E == C->getSubStmt();
  return false;
}

} // namespace dbtidy
