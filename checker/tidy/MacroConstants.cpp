//===- MacroConstants.cpp - What object-like macros stand for -------------===//
//
// See MacroConstants.h.
//
//===----------------------------------------------------------------------===//

#include "tidy/MacroConstants.h"
#include "clang/Lex/MacroInfo.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace dbtidy {

static std::optional<int64_t> evaluate(Preprocessor &PP, llvm::StringRef Name,
                                       unsigned Depth) {
  constexpr unsigned MaxAliases = 8; // Macros that stand for macros.
  if (Depth > MaxAliases)
    return std::nullopt;
  const MacroInfo *Macro = PP.getMacroInfo(PP.getIdentifierInfo(Name));
  if (!Macro || Macro->isFunctionLike())
    return std::nullopt;
  bool Negative = false;
  std::optional<int64_t> Value;
  for (const Token &T : Macro->tokens()) {
    if (T.isOneOf(tok::l_paren, tok::r_paren))
      continue;
    if (T.is(tok::minus) && !Value && !Negative) {
      Negative = true;
      continue;
    }
    if (Value)
      return std::nullopt; // An expression; rules name plain constants.
    if (T.is(tok::numeric_constant)) {
      llvm::StringRef Text(T.getLiteralData(), T.getLength());
      Text = Text.rtrim("uUlL");
      int64_t Number;
      if (Text.getAsInteger(0, Number))
        return std::nullopt;
      Value = Number;
    } else if (T.is(tok::identifier) && T.getIdentifierInfo()) {
      Value = evaluate(PP, T.getIdentifierInfo()->getName(), Depth + 1);
      if (!Value)
        return std::nullopt;
    } else {
      return std::nullopt;
    }
  }
  if (Value && Negative)
    return -*Value;
  return Value;
}

MacroLookup macroConstants(Preprocessor *PP) {
  return [PP](llvm::StringRef Name) -> std::optional<int64_t> {
    return PP ? evaluate(*PP, Name, 0) : std::nullopt;
  };
}

} // namespace dbtidy
