//===- CppName.cpp - What is a name in C and C++ ----------------*- C++ -*-===//
//
// A scanner over ASCII text; no grammar beyond names, `*`, `&` and template
// arguments.
//
//===----------------------------------------------------------------------===//

#include "model/CppName.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

namespace dbtidy {

// Words that C and C++ both reserve. A function or field of a C library may be
// called `delete` or `new`, so words that only C++ reserves are names here.
static constexpr llvm::StringLiteral Keywords[] = {
    "auto",   "break",   "case",   "char",     "const",  "continue", "default",
    "do",     "double",  "else",   "enum",     "extern", "false",    "float",
    "for",    "goto",    "if",     "int",      "long",   "nullptr",  "register",
    "return", "short",   "signed", "sizeof",   "static", "struct",   "switch",
    "true",   "typedef", "union",  "unsigned", "void",   "volatile", "while",
};

static constexpr llvm::StringLiteral TypeWords[] = {
    "char",  "const",  "double", "enum",     "float", "int",      "long",
    "short", "signed", "struct", "unsigned", "void",  "volatile",
};

static constexpr llvm::StringLiteral IntegerWords[] = {
    "char",      "short",     "int",      "long",     "signed",
    "unsigned",  "int8_t",    "int16_t",  "int32_t",  "int64_t",
    "uint8_t",   "uint16_t",  "uint32_t", "uint64_t", "intptr_t",
    "uintptr_t", "ptrdiff_t", "size_t",   "ssize_t",
};

static constexpr llvm::StringLiteral Operators[] = {
    "=",   "->", "*",  "()", "[]", "<<", ">>", "+",  "-",  "!",  "&",
    "==",  "!=", "<",  ">",  "<=", ">=", "++", "--", "+=", "-=", "<<=",
    ">>=", "|",  "||", "&&", "|=", "&=", "%",  "/",  "^",  "~",  ",",
};

static bool startsName(char C) { return llvm::isAlpha(C) || C == '_'; }
static bool continuesName(char C) { return llvm::isAlnum(C) || C == '_'; }

static bool isWord(llvm::StringRef Text) {
  return !Text.empty() && startsName(Text.front()) &&
         llvm::all_of(Text, continuesName);
}

bool isIdentifier(llvm::StringRef Text) {
  return isWord(Text) && !llvm::is_contained(Keywords, Text);
}

bool isQualifiedName(llvm::StringRef Text) {
  llvm::SmallVector<llvm::StringRef, 4> Parts;
  Text.split(Parts, "::");
  return llvm::all_of(Parts, isIdentifier);
}

bool isCalleeName(llvm::StringRef Text) {
  size_t At = Text.rfind("operator");
  if (At != llvm::StringRef::npos &&
      llvm::is_contained(Operators, Text.substr(At + 8))) {
    llvm::StringRef Scope = Text.take_front(At);
    return Scope.empty() ||
           (Scope.consume_back("::") && isQualifiedName(Scope));
  }
  return isQualifiedName(Text);
}

namespace {

/// Walks over a type spelling: `Words (<Type, ...>)? (:: Words)* *...`.
class TypeScanner {
public:
  explicit TypeScanner(llvm::StringRef Text) : Rest(Text.trim(' ')) {}

  bool isWholeType() { return scanType() && Rest.empty(); }

private:
  // Deeper template arguments are no handle type anybody writes.
  static constexpr unsigned MaxDepth = 8;

  llvm::StringRef Rest;
  unsigned Depth = 0;

  bool consume(llvm::StringRef Token) {
    Rest = Rest.ltrim(' ');
    return Rest.consume_front(Token);
  }

  llvm::StringRef word() {
    Rest = Rest.ltrim(' ');
    if (Rest.empty() || !startsName(Rest.front()))
      return {};
    llvm::StringRef Word = Rest.take_while(continuesName);
    Rest = Rest.drop_front(Word.size());
    return Word;
  }

  /// `const struct my::Pool<Session, 4>::Lease * const *`.
  bool scanType() {
    bool HasName = false;
    bool AfterColons = false;
    for (llvm::StringRef Word = word(); !Word.empty(); Word = word()) {
      bool IsTypeWord = llvm::is_contained(TypeWords, Word);
      if (!IsTypeWord && (!isIdentifier(Word) || (HasName && !AfterColons)))
        return false;
      HasName |= !IsTypeWord || llvm::is_contained(IntegerWords, Word) ||
                 Word == "void" || Word == "float" || Word == "double";
      if (!IsTypeWord && consume("<") && !scanArguments())
        return false;
      AfterColons = consume("::");
    }
    if (!HasName || AfterColons)
      return false;
    while (consume("*") || consume("&"))
      while (consume("const"))
        ;
    return true;
  }

  bool scanArguments() {
    if (++Depth > MaxDepth)
      return false;
    do {
      Rest = Rest.ltrim(' ');
      llvm::StringRef Digits = Rest.take_while(llvm::isDigit);
      Rest = Rest.drop_front(Digits.size());
      if (Digits.empty() && !scanType())
        return false;
    } while (consume(","));
    --Depth;
    return consume(">");
  }
};

} // namespace

bool isTypeSpelling(llvm::StringRef Text) {
  return TypeScanner(Text).isWholeType();
}

bool isIntegerType(llvm::StringRef Text) {
  Text.consume_front("std::");
  llvm::SmallVector<llvm::StringRef, 4> Words;
  Text.split(Words, ' ', /*MaxSplit=*/-1, /*KeepEmpty=*/false);
  return !Words.empty() && llvm::all_of(Words, [](llvm::StringRef Word) {
    return Word == "const" || llvm::is_contained(IntegerWords, Word);
  });
}

} // namespace dbtidy
