//===- MappingReader.cpp - Typed access to a mapping ------------*- C++ -*-===//
//
// One function for each type of value that rule files have.
//
//===----------------------------------------------------------------------===//

#include "model/MappingReader.h"
#include "model/CppName.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"

namespace dbtidy {

// More arguments than any function of a database library has.
static constexpr unsigned MaxIndex = 63;

MappingReader::MappingReader(const YamlNode &Value, Place Where,
                             RuleErrors &Defects)
    : Node(Value), Errors(Defects) {
  if (!isMapping())
    Errors.add(Node.At, "expected {} (a mapping), found {}",
               describe(Where).str(), describe(Node));
  else
    checkKeys(Where);
}

void MappingReader::checkKeys(Place Where) {
  llvm::ArrayRef<llvm::StringRef> Known = keysOf(Where);
  llvm::SmallVector<const YamlEntry *, 16> Seen;
  Sound = true;
  for (const YamlEntry &Entry : Node.Entries) {
    if (!llvm::is_contained(Known, Entry.Key)) {
      Sound = false;
      std::string Hint = suggestion(Entry.Key, Known);
      if (Hint.empty())
        Hint = fmt::format("; expected {}", alternatives(Known));
      Errors.add(Entry.KeyAt, "unknown key {} in {}{}", quoted(Entry.Key),
                 describe(Where).str(), Hint);
      continue;
    }
    auto *First = llvm::find_if(
        Seen, [&](const YamlEntry *E) { return E->Key == Entry.Key; });
    if (First != Seen.end())
      Errors.add(Entry.KeyAt, "duplicate key {}; the first one is in line {}",
                 quoted(Entry.Key), (*First)->KeyAt.Line);
    else
      Seen.push_back(&Entry);
  }
  for (llvm::StringRef Required : requiredKeysOf(Where))
    if (Sound && !has(Required))
      Errors.add(Node.At, "{} needs the key {}", describe(Where).str(),
                 quoted(Required));
}

const YamlNode *MappingReader::find(llvm::StringRef Key) const {
  for (const YamlEntry &Entry : Node.Entries)
    if (Entry.Key == Key)
      return &Entry.Value;
  return nullptr;
}

Position MappingReader::keyAt(llvm::StringRef Key) const {
  for (const YamlEntry &Entry : Node.Entries)
    if (Entry.Key == Key)
      return Entry.KeyAt;
  return Node.At;
}

void MappingReader::wrongType(const YamlNode &Value, llvm::StringRef Key,
                              llvm::StringRef Expected) const {
  Errors.add(Value.At, "{} must be {}, found {}", quoted(Key), Expected.str(),
             describe(Value));
}

std::optional<PlacedString> MappingReader::string(llvm::StringRef Key) const {
  const YamlNode *Value = find(Key);
  if (!Value)
    return std::nullopt;
  if (Value->Type == YamlNode::Scalar && !Value->Text.empty())
    return PlacedString{Value->Text, Value->At};
  wrongType(*Value, Key, "a string");
  return std::nullopt;
}

std::optional<unsigned> asIndex(const YamlNode &Node) {
  unsigned Number = 0;
  if (Node.Type != YamlNode::Scalar || Node.Quoted ||
      llvm::StringRef(Node.Text).getAsInteger(10, Number) || Number > MaxIndex)
    return std::nullopt;
  return Number;
}

std::optional<unsigned> MappingReader::index(llvm::StringRef Key) const {
  const YamlNode *Value = find(Key);
  if (!Value)
    return std::nullopt;
  std::optional<unsigned> Index = asIndex(*Value);
  if (!Index)
    wrongType(*Value, Key, fmt::format("a number from 0 to {}", MaxIndex));
  return Index;
}

std::optional<bool> MappingReader::boolean(llvm::StringRef Key) const {
  const YamlNode *Value = find(Key);
  if (!Value)
    return std::nullopt;
  if (Value->Type == YamlNode::Scalar && !Value->Quoted) {
    if (Value->Text == "true")
      return true;
    if (Value->Text == "false")
      return false;
  }
  wrongType(*Value, Key, "true or false");
  return std::nullopt;
}

std::vector<PlacedString> MappingReader::strings(llvm::StringRef Key) const {
  const YamlNode *Value = find(Key);
  std::vector<PlacedString> Result;
  if (!Value)
    return Result;
  bool IsList = Value->Type == YamlNode::Sequence;
  if (IsList && Value->Items.empty())
    Errors.add(Value->At, "{} must not be empty", quoted(Key));
  for (const YamlNode &Item : IsList ? llvm::ArrayRef<YamlNode>(Value->Items)
                                     : llvm::ArrayRef<YamlNode>(*Value)) {
    if (Item.Type == YamlNode::Scalar && !Item.Text.empty())
      Result.push_back({Item.Text, Item.At});
    else
      wrongType(Item, Key, "a string or a list of strings");
  }
  return Result;
}

std::vector<Constant> MappingReader::constants(llvm::StringRef Key) const {
  const YamlNode *Value = find(Key);
  std::vector<Constant> Result;
  if (!Value)
    return Result;
  bool IsList = Value->Type == YamlNode::Sequence;
  if (IsList && Value->Items.empty())
    Errors.add(Value->At, "{} must not be empty", quoted(Key));
  for (const YamlNode &Item : IsList ? llvm::ArrayRef<YamlNode>(Value->Items)
                                     : llvm::ArrayRef<YamlNode>(*Value)) {
    Constant C;
    llvm::StringRef Text = Item.Text;
    if (Item.Type == YamlNode::Scalar && !Item.Quoted &&
        !Text.getAsInteger(0, C.Value))
      Result.push_back(C);
    else if (Item.Type == YamlNode::Scalar && isQualifiedName(Text))
      Result.push_back({Text, 0});
    else
      wrongType(Item, Key, "an integer, a name, or a list of them");
  }
  return Result;
}

llvm::StringRef MappingReader::manual() const {
  std::optional<PlacedString> Address = string("manual");
  if (!Address)
    return {};
  llvm::StringRef Text = Address->Text;
  bool IsAddress = Text.starts_with("https://") || Text.starts_with("http://");
  if (!IsAddress || Text.find_first_of(" \t\n") != llvm::StringRef::npos) {
    Errors.add(Address->At, "'manual' must be a web address, found {}",
               quoted(Text));
    return {};
  }
  return Text;
}

} // namespace dbtidy
