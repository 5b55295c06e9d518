//===- YamlNode.cpp - A small YAML document with positions ------*- C++ -*-===//
//
// Copies what llvm::yaml parses into plain data. That parser works on demand
// and recursively, so nesting is bounded here before it is followed.
//
//===----------------------------------------------------------------------===//

#include "model/YamlNode.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Casting.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/YAMLParser.h"
#include <algorithm>

namespace dbtidy {

// LLVM 16 refuses `[a::b]` where 22 reads it, so `::` is put away while the
// parser looks: a code point of the same length that Unicode never assigned.
static constexpr llvm::StringLiteral Colons = "::";
static constexpr llvm::StringLiteral HiddenColons = "\xDF\xBF";

static std::string replaceAll(llvm::StringRef Text, llvm::StringRef From,
                              llvm::StringRef To) {
  std::string Result = Text.str();
  for (size_t At = Result.find(From.data(), 0, From.size());
       At != std::string::npos;
       At = Result.find(From.data(), At + To.size(), From.size()))
    Result.replace(At, From.size(), To.data(), To.size());
  return Result;
}

/// "Expected ..." of the parser underneath as our messages start.
static std::string lowerFirst(llvm::StringRef Sentence) {
  std::string Result = Sentence.rtrim('.').str();
  if (!Result.empty())
    Result[0] = llvm::toLower(Result[0]);
  return Result;
}

namespace {

/// Turns pointers into the text into lines and columns.
class LineTable {
public:
  explicit LineTable(llvm::StringRef Content) : Text(Content) {
    Starts.push_back(0);
    for (size_t At = Text.find('\n'); At != llvm::StringRef::npos;
         At = Text.find('\n', At + 1))
      Starts.push_back(At + 1);
  }

  Position at(const char *Pointer) const {
    if (Pointer < Text.begin() || Pointer > Text.end())
      return {1, 1};
    size_t Offset = Pointer - Text.begin();
    auto Next = std::upper_bound(Starts.begin(), Starts.end(), Offset);
    unsigned Line = static_cast<unsigned>(Next - Starts.begin());
    return {Line, static_cast<unsigned>(Offset - Starts[Line - 1]) + 1};
  }

  /// The \p Bracket that only white space separates from \p Pointer, or null.
  const char *findBefore(const char *Pointer, char Bracket) const {
    if (Pointer < Text.begin() || Pointer > Text.end())
      return nullptr;
    llvm::StringRef Before(Text.begin(), Pointer - Text.begin());
    Before = Before.rtrim();
    return Before.empty() || Before.back() != Bracket ? nullptr
                                                      : Before.end() - 1;
  }

private:
  llvm::StringRef Text;
  std::vector<size_t> Starts;
};

/// Copies one document; stops for good at the first defect, because the parser
/// underneath cannot be resumed in the middle of a collection.
class DocumentCopier {
public:
  DocumentCopier(llvm::StringRef Content, llvm::BumpPtrAllocator &Texts,
                 RuleErrors &Defects)
      : Lines(Content), Memory(Texts), Errors(Defects) {}

  std::optional<YamlNode> copyDocument(llvm::StringRef Content);

private:
  // Rules nest seven deep; the bound keeps the recursion off the stack's end.
  static constexpr unsigned MaxDepth = 16;

  LineTable Lines;
  llvm::BumpPtrAllocator &Memory;
  RuleErrors &Errors;

  template <typename... Ts>
  bool fail(Position At, fmt::format_string<Ts...> Format, Ts &&...Arguments) {
    if (Errors.empty())
      Errors.add(At, Format, std::forward<Ts>(Arguments)...);
    return false;
  }

  llvm::StringRef keep(llvm::StringRef Text) {
    std::string Original = replaceAll(Text, HiddenColons, Colons);
    return llvm::StringRef(Original).copy(Memory);
  }

  Position positionOf(const llvm::yaml::Node &Node) const {
    if (llvm::isa<llvm::yaml::SequenceNode>(Node))
      return openingOf(Node, '[');
    if (llvm::isa<llvm::yaml::MappingNode>(Node))
      return openingOf(Node, '{');
    return Lines.at(Node.getSourceRange().Start.getPointer());
  }

  /// Where \p Node starts, with the \p Bracket that the parser has taken for
  /// granted by the time it makes the node.
  Position openingOf(const llvm::yaml::Node &Node, char Bracket) const {
    const char *Start = Node.getSourceRange().Start.getPointer();
    if (const char *Opening = Lines.findBefore(Start, Bracket))
      return Lines.at(Opening);
    return Lines.at(Start);
  }

  /// Where a `*name` or `&name` starts, given the name.
  Position beforeName(llvm::StringRef Name) const {
    return Lines.at(Name.begin() - 1);
  }

  bool copy(llvm::yaml::Node *From, YamlNode &To, unsigned Depth);
  bool copyScalar(llvm::yaml::ScalarNode &From, YamlNode &To);
  bool copyEntries(llvm::yaml::MappingNode &From, YamlNode &To, unsigned Depth);
  bool copyEntry(llvm::yaml::KeyValueNode &From, YamlNode &To, unsigned Depth);

  static void onSyntaxError(const llvm::SMDiagnostic &Diagnostic, void *Self) {
    auto &Copier = *static_cast<DocumentCopier *>(Self);
    Copier.fail(Copier.Lines.at(Diagnostic.getLoc().getPointer()),
                "not valid YAML: {}", lowerFirst(Diagnostic.getMessage()));
  }
};

} // namespace

bool DocumentCopier::copy(llvm::yaml::Node *From, YamlNode &To,
                          unsigned Depth) {
  if (!From)
    return fail({1, 1}, "not valid YAML");
  To.At = positionOf(*From);
  if (Depth > MaxDepth)
    return fail(To.At, "nested more than {} levels deep", MaxDepth);
  if (auto *Alias = llvm::dyn_cast<llvm::yaml::AliasNode>(From))
    return fail(beforeName(Alias->getName()),
                "aliases are not supported; write the value out in full");
  if (!From->getAnchor().empty())
    return fail(beforeName(From->getAnchor()),
                "anchors are not supported; write each value out in full");
  if (!From->getRawTag().empty())
    return fail(Lines.at(From->getRawTag().begin()),
                "tags are not supported; write the plain value");
  if (auto *Scalar = llvm::dyn_cast<llvm::yaml::ScalarNode>(From))
    return copyScalar(*Scalar, To);
  if (auto *Block = llvm::dyn_cast<llvm::yaml::BlockScalarNode>(From)) {
    To.Type = YamlNode::Scalar;
    To.Quoted = true;
    To.Text = keep(Block->getValue());
    return true;
  }
  if (auto *Sequence = llvm::dyn_cast<llvm::yaml::SequenceNode>(From)) {
    To.Type = YamlNode::Sequence;
    for (llvm::yaml::Node &Item : *Sequence) {
      To.Items.emplace_back();
      if (!copy(&Item, To.Items.back(), Depth + 1))
        return false;
    }
    return true;
  }
  if (auto *Mapping = llvm::dyn_cast<llvm::yaml::MappingNode>(From))
    return copyEntries(*Mapping, To, Depth);
  return true;
}

bool DocumentCopier::copyScalar(llvm::yaml::ScalarNode &From, YamlNode &To) {
  llvm::SmallString<64> Storage;
  To.Type = YamlNode::Scalar;
  // LLVM 16 counts a line break that follows as part of the scalar.
  llvm::StringRef Raw = From.getRawValue().rtrim();
  To.Quoted = Raw.starts_with("\"") || Raw.starts_with("'");
  // Nearly every scalar is one plain line, which needs no folding.
  bool IsLiteral = !To.Quoted && !Raw.contains('\n') && !Raw.contains('\r');
  To.Text = keep(IsLiteral ? Raw : From.getValue(Storage));
  if (!To.Quoted && (To.Text == "~" || To.Text == "null"))
    To.Type = YamlNode::Null;
  return true;
}

bool DocumentCopier::copyEntries(llvm::yaml::MappingNode &From, YamlNode &To,
                                 unsigned Depth) {
  To.Type = YamlNode::Mapping;
  // Most mappings are calls of two to four keys.
  To.Entries.reserve(4);
  for (llvm::yaml::KeyValueNode &Entry : From)
    if (!copyEntry(Entry, To, Depth))
      return false;
  return true;
}

bool DocumentCopier::copyEntry(llvm::yaml::KeyValueNode &From, YamlNode &To,
                               unsigned Depth) {
  YamlNode Key;
  if (!copy(From.getKey(), Key, Depth + 1))
    return false;
  if (Key.Type != YamlNode::Scalar)
    return fail(Key.At, "expected a key, but this is {}", describe(Key));
  YamlNode Value;
  if (!copy(From.getValue(), Value, Depth + 1))
    return false;
  // A missing value stands nowhere; its key does.
  if (Value.Type == YamlNode::Null)
    Value.At = Key.At;
  To.Entries.push_back({Key.Text, Key.At, std::move(Value)});
  return true;
}

std::optional<YamlNode> DocumentCopier::copyDocument(llvm::StringRef Content) {
  llvm::SourceMgr Sources;
  Sources.setDiagHandler(onSyntaxError, this);
  llvm::yaml::Stream Stream(llvm::MemoryBufferRef(Content, "rules"), Sources,
                            /*ShowColors=*/false);
  YamlNode Root;
  llvm::yaml::document_iterator Document = Stream.begin();
  if (Document == Stream.end())
    return std::nullopt;
  if (!copy(Document->getRoot(), Root, 0) || Stream.failed())
    return std::nullopt;
  ++Document;
  if (Document != Stream.end() && Errors.empty()) {
    llvm::yaml::Node *Second = Document->getRoot();
    fail(Second ? positionOf(*Second) : Position{1, 1},
         "a rule file is one YAML document; a second one starts here");
  }
  if (Stream.failed() || !Errors.empty())
    return std::nullopt;
  return Root;
}

/// The first byte of \p Content that text must not contain, or null.
static const char *findBadByte(llvm::StringRef Content) {
  auto *Cursor = reinterpret_cast<const llvm::UTF8 *>(Content.begin());
  auto *End = reinterpret_cast<const llvm::UTF8 *>(Content.end());
  llvm::isLegalUTF8String(&Cursor, End);
  llvm::StringRef Legal(Content.begin(),
                        reinterpret_cast<const char *>(Cursor) -
                            Content.begin());
  for (const char &C : Legal) {
    bool IsControl = (static_cast<unsigned char>(C) < 0x20 && C != '\t' &&
                      C != '\n' && C != '\r') ||
                     C == 0x7F;
    if (IsControl)
      return &C;
  }
  return Legal.size() < Content.size() ? Legal.end() : nullptr;
}

/// The first tab that indents a line of \p Content, or null. The parser
/// underneath takes it for nothing, other YAML parsers for an error.
static const char *findTabIndent(llvm::StringRef Content) {
  bool IsIndent = true;
  for (const char &C : Content) {
    if (IsIndent && C == '\t')
      return &C;
    IsIndent = C == '\n' || (IsIndent && C == ' ');
  }
  return nullptr;
}

static bool isText(llvm::StringRef Content, RuleErrors &Errors) {
  const char *Bad = findBadByte(Content);
  if (!Bad)
    Bad = findTabIndent(Content);
  if (!Bad)
    return true;
  auto Byte = static_cast<unsigned char>(*Bad);
  Position At = LineTable(Content).at(Bad);
  if (Byte == '\t')
    Errors.add(At, "a tab cannot indent YAML; use spaces");
  else if (Byte == 0)
    Errors.add(At, "the file contains a NUL byte; rule files are UTF-8 text");
  else if (Byte < 0x80)
    Errors.add(At, "the file contains the control character 0x{:02X}", Byte);
  else
    Errors.add(At, "the byte 0x{:02X} is not valid UTF-8 here", Byte);
  return false;
}

std::optional<YamlNode> parseYaml(llvm::StringRef Content,
                                  llvm::BumpPtrAllocator &Memory,
                                  RuleErrors &Errors) {
  Content.consume_front("\xEF\xBB\xBF");
  if (!isText(Content, Errors))
    return std::nullopt;
  std::string Hidden = replaceAll(Content, Colons, HiddenColons);
  DocumentCopier Copier(Hidden, Memory, Errors);
  std::optional<YamlNode> Root = Copier.copyDocument(Hidden);
  if (!Root && Errors.empty())
    Errors.add({1, 1}, "not valid YAML");
  return Root;
}

std::string describe(const YamlNode &Node) {
  switch (Node.Type) {
  case YamlNode::Null:
    return "nothing";
  case YamlNode::Scalar:
    return (Node.Quoted ? "the string " : "") + quoted(Node.Text);
  case YamlNode::Sequence:
    return "a list";
  case YamlNode::Mapping:
    return "a mapping";
  }
  return "nothing";
}

} // namespace dbtidy
