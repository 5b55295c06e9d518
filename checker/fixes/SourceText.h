//===- SourceText.h - The text around statements ----------------*- C++ -*-===//
//
// Where statements begin and end in the file, how they are indented, and
// whether they may be edited at all. Knows layout, not meaning; used by the
// makers of fixes.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_FIXES_SOURCETEXT_H
#define DBTIDY_FIXES_SOURCETEXT_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/ParentMap.h"
#include "clang/AST/Stmt.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/SourceManager.h"
#include <string>
#include <vector>

namespace dbtidy {

class SourceText {
public:
  explicit SourceText(const clang::ASTContext &Context);

  /// Whether both ends of \p R are written in one file, outside of macros.
  bool isPlain(clang::SourceRange R) const;
  /// The place in the file of a token that may be an argument of a macro;
  /// invalid where it stands in the macro itself.
  clang::SourceLocation inFile(clang::SourceLocation Token) const;

  std::string of(clang::SourceRange Tokens) const;
  clang::SourceLocation endOf(clang::SourceLocation Token) const;
  /// Behind the semicolon of the statement \p S; invalid where there is none.
  clang::SourceLocation afterSemicolon(const clang::Stmt *S) const;
  /// Behind a comment that follows \p At on its line; else \p At.
  clang::SourceLocation behindComment(clang::SourceLocation At) const;
  /// The white space that the line of \p At begins with.
  std::string indentOf(clang::SourceLocation At) const;
  /// Whether nothing but white space precedes \p At on its line.
  bool beginsLine(clang::SourceLocation At) const;
  /// The beginning of the line of \p At.
  clang::SourceLocation lineOf(clang::SourceLocation At) const;
  /// The beginning of the comment that ends on the line before \p Line; else
  /// \p Line.
  clang::SourceLocation aboveComment(clang::SourceLocation Line) const;
  /// The line of the outermost `#if` that \p Line stands in; else \p Line.
  clang::SourceLocation outsideConditions(clang::SourceLocation Line) const;
  /// The end of the line before that of \p At.
  clang::SourceLocation endOfLineBefore(clang::SourceLocation At) const;
  /// Whether only white space stands between the two places.
  bool isBlank(clang::SourceLocation From, clang::SourceLocation To) const;
  /// What a nested block is indented by, judging by \p Inner in \p Outer.
  static std::string step(llvm::StringRef Outer, llvm::StringRef Inner);

  /// Replaces the characters from \p From up to \p To.
  clang::FixItHint replace(clang::SourceLocation From, clang::SourceLocation To,
                           llvm::StringRef Text) const;
  /// Removes the statement \p S with its semicolon, and its line where it
  /// stands alone.
  clang::FixItHint removeStatement(const clang::Stmt *S) const;

  const clang::SourceManager &manager() const { return SM; }
  const clang::LangOptions &language() const { return Language; }

private:
  llvm::StringRef buffer(clang::SourceLocation At, unsigned &Offset) const;

  const clang::SourceManager &SM;
  const clang::LangOptions &Language;
};

/// A statement of its own, as opposed to a part of an expression: \p S, or
/// the statement that \p S is in.
const clang::Stmt *statementOf(const clang::Stmt *S,
                               const clang::ParentMap &Parents);
/// What the local variable \p V of \p Body lives in: the block or statement
/// around its declaration.
clang::SourceRange scopeOf(const clang::VarDecl *V, const clang::Stmt *Body,
                           const clang::SourceManager &SM);
/// Whether \p E is an expression statement: its value is not used.
bool isStatement(const clang::Expr *E, const clang::ParentMap &Parents);

} // namespace dbtidy

#endif // DBTIDY_FIXES_SOURCETEXT_H
