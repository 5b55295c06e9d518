//===- RuleErrors.cpp - Defects found in one rule file ----------*- C++ -*-===//
//
// Order and wording of rule-file errors.
//
//===----------------------------------------------------------------------===//

#include "model/RuleErrors.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include <tuple>

namespace dbtidy {

std::string RuleError::format() const {
  return fmt::format("{}:{}:{}: error: {}", File, Line ? Line : 1,
                     Column ? Column : 1, Message);
}

void RuleErrors::append(Position At, std::string Message) {
  if (++Count <= MaxKept)
    Found.push_back({File, At.Line, At.Column, std::move(Message)});
}

std::vector<RuleError> RuleErrors::sorted() const {
  std::vector<RuleError> Sorted = Found;
  auto Key = [](const RuleError &E) {
    return std::tie(E.Line, E.Column, E.Message);
  };
  llvm::sort(Sorted, [&](const RuleError &A, const RuleError &B) {
    return Key(A) < Key(B);
  });
  if (Sorted.size() > MaxErrors) {
    size_t Dropped = Count - MaxErrors;
    Sorted.resize(MaxErrors);
    Sorted.back().Message += fmt::format(" (and {} more errors)", Dropped);
  }
  return Sorted;
}

std::string quoted(llvm::StringRef Text) {
  // Longer than any real name, short enough for one line of a terminal.
  constexpr size_t MaxQuoted = 60;
  std::string Result = "'";
  for (char C : Text.take_front(MaxQuoted)) {
    bool IsAscii = static_cast<unsigned char>(C) < 0x80;
    if (IsAscii && !llvm::isPrint(C))
      Result += fmt::format("\\x{:02X}", static_cast<unsigned char>(C));
    else
      Result += C;
  }
  if (Text.size() > MaxQuoted) {
    // Have: the cut may be inside a UTF-8 sequence; drop what is left of it.
    while ((static_cast<unsigned char>(Result.back()) & 0xC0) == 0x80)
      Result.pop_back();
    if (static_cast<unsigned char>(Result.back()) >= 0xC0)
      Result.pop_back();
    Result += "...";
  }
  return Result + "'";
}

std::string suggestion(llvm::StringRef Text,
                       llvm::ArrayRef<llvm::StringRef> Valid) {
  llvm::StringRef Nearest;
  unsigned Least = ~0U;
  for (llvm::StringRef Word : Valid) {
    // A third of the letters may differ, as in the compiler's own hints.
    unsigned Allowed = (static_cast<unsigned>(Word.size()) + 2) / 3;
    unsigned Distance = Text.edit_distance(Word, true, Allowed);
    if (Distance <= Allowed && Distance < Least) {
      Least = Distance;
      Nearest = Word;
    }
  }
  return Nearest.empty() ? std::string()
                         : fmt::format(" (did you mean {}?)", quoted(Nearest));
}

std::string alternatives(llvm::ArrayRef<llvm::StringRef> Words) {
  std::string Result;
  for (size_t Index = 0; Index < Words.size(); ++Index) {
    if (Index > 0)
      Result += Index + 1 == Words.size() ? " or " : ", ";
    Result += quoted(Words[Index]);
  }
  return Result;
}

} // namespace dbtidy
