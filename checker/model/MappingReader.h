//===- MappingReader.h - Typed access to a mapping --------------*- C++ -*-===//
//
// Reads the values of one mapping of a rule file by key and type. Whatever is
// unknown, missing, repeated or of the wrong type becomes an error; what the
// values mean is for the caller (RuleFileParser, CallParser).
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_MODEL_MAPPINGREADER_H
#define DBTIDY_MODEL_MAPPINGREADER_H

#include "model/Vocabulary.h"
#include "model/YamlNode.h"
#include <optional>
#include <string>
#include <vector>

namespace dbtidy {

/// A string of a rule file, and where it stands.
struct PlacedString {
  llvm::StringRef Text;
  Position At;
};

class MappingReader {
public:
  /// Checks the keys of \p Node against the vocabulary of \p Where. A node
  /// that is no mapping is an error and reads as an empty one.
  MappingReader(const YamlNode &Node, Place Where, RuleErrors &Defects);

  Position at() const { return Node.At; }
  bool isMapping() const { return Node.Type == YamlNode::Mapping; }

  /// Whether it is a mapping of known keys only; where it is not, nothing more
  /// should be said about keys that seem to be missing.
  bool isSound() const { return Sound; }

  bool has(llvm::StringRef Key) const { return find(Key) != nullptr; }

  /// The value of \p Key; null where there is none.
  const YamlNode *find(llvm::StringRef Key) const;

  /// Where \p Key stands; where the mapping starts if it has none.
  Position keyAt(llvm::StringRef Key) const;

  /// The value of \p Key as a type; nothing where it is absent or, after an
  /// error, where it is something else.
  std::optional<PlacedString> string(llvm::StringRef Key) const;
  std::optional<unsigned> index(llvm::StringRef Key) const;
  std::optional<bool> boolean(llvm::StringRef Key) const;
  /// One string or a list of strings.
  std::vector<PlacedString> strings(llvm::StringRef Key) const;
  /// One integer or name, or a list of them.
  std::vector<Constant> constants(llvm::StringRef Key) const;
  /// The address of a manual page, checked; nothing is made of it here.
  llvm::StringRef manual() const;

private:
  const YamlNode &Node;
  RuleErrors &Errors;
  bool Sound = false;

  void checkKeys(Place Where);
  void wrongType(const YamlNode &Value, llvm::StringRef Key,
                 llvm::StringRef Expected) const;
};

/// The index that \p Node is: 0, 1, ...; nothing where it is none.
std::optional<unsigned> asIndex(const YamlNode &Node);

} // namespace dbtidy

#endif // DBTIDY_MODEL_MAPPINGREADER_H
