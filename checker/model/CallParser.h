//===- CallParser.h - One call of a rule file -------------------*- C++ -*-===//
//
// Turns a mapping under `acquire`, `release`, `use`, ... into CallRules, with
// the defaults filled in, and refuses keys that contradict each other. One
// mapping that lists several functions becomes several rules. Used by
// RuleFileParser.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_MODEL_CALLPARSER_H
#define DBTIDY_MODEL_CALLPARSER_H

#include "model/MappingReader.h"
#include "model/ParsedRules.h"
#include "llvm/ADT/StringMap.h"
#include <vector>

namespace dbtidy {

/// The status macros of a file: name to the values that mean success.
using StatusMacros = llvm::StringMap<llvm::ArrayRef<Constant>>;

/// A resource that is still being read.
struct DraftResource : ParsedResource {
  std::vector<CallRule> Calls;
  std::vector<Position> CallsAt; ///< One for each of Calls.
};

class CallParser {
public:
  /// \p Node is a call with \p Effect on handles of \p Owner, whose handles
  /// and parent are known already. Lists of the rules are kept in \p Lists.
  CallParser(const YamlNode &Node, Effect What, const StatusMacros &Known,
             DraftResource &Owner, llvm::BumpPtrAllocator &Lists,
             RuleErrors &Defects);

  /// Adds the rules to the resource; none after an error.
  void parse();

private:
  MappingReader Call;
  const Effect What;
  const StatusMacros &Macros;
  DraftResource &Into;
  llvm::BumpPtrAllocator &Memory;
  RuleErrors &Errors;
  CallRule Rule; ///< All but the callee's name.

  std::vector<PlacedString> parseCallees();
  bool isValidCallee(const PlacedString &Name);
  void parseHandle();
  void parseSwapped();
  void parseHolds();
  void parseHoldsWord(const YamlNode &Word);
  void parseHoldsMapping(const YamlNode &Node);
  void parseStatus(const PlacedString &Name);
  void parseWhen();
  void parseUnless();
  void parseParent();
  void parseFlags();

  llvm::ArrayRef<Constant> constants(const MappingReader &From,
                                     llvm::StringRef Key);
  Condition::Kind defaultCondition() const;
  std::optional<Slot> asSlot(const YamlNode &Node, Slot::Kind IndexKind);
  void checkIndex(unsigned Index, Position At);
  bool hasObject() const;
  bool hasReturnValue() const;
};

} // namespace dbtidy

#endif // DBTIDY_MODEL_CALLPARSER_H
