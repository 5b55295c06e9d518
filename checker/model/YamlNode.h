//===- YamlNode.h - A small YAML document with positions --------*- C++ -*-===//
//
// What a rule file may be made of: one document of mappings, sequences and
// scalars, every one with its line and column. Anchors, aliases, tags and deep
// nesting are defects here, so nothing can expand or recurse without bound.
// Knows nothing of rules; made for RuleFileParser.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_MODEL_YAMLNODE_H
#define DBTIDY_MODEL_YAMLNODE_H

#include "model/RuleErrors.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Allocator.h"
#include <optional>
#include <string>
#include <vector>

namespace dbtidy {

struct YamlEntry;

struct YamlNode {
  enum Kind { Null, Scalar, Sequence, Mapping };

  Kind Type = Null;
  Position At;
  llvm::StringRef Text;        ///< Of a scalar, without its quotes.
  bool Quoted = false;         ///< A scalar in quotes is a string, never more.
  std::vector<YamlNode> Items; ///< Of a sequence.
  std::vector<YamlEntry> Entries; ///< Of a mapping, in source order.
};

struct YamlEntry {
  llvm::StringRef Key;
  Position KeyAt;
  YamlNode Value;
};

/// What \p Node is, for a message: "a mapping", "the string 'x'", ...
std::string describe(const YamlNode &Node);

/// Parses \p Content; what the nodes refer to is kept in \p Memory. Returns
/// nothing, and adds to \p Errors, unless it is one well-formed document in
/// UTF-8.
std::optional<YamlNode> parseYaml(llvm::StringRef Content,
                                  llvm::BumpPtrAllocator &Memory,
                                  RuleErrors &Errors);

} // namespace dbtidy

#endif // DBTIDY_MODEL_YAMLNODE_H
