//===- RuleFileParser.cpp - From text to the rules of a file ----*- C++ -*-===//
//
// The file and its resources; a resource's calls are CallParser's.
//
//===----------------------------------------------------------------------===//

#include "model/RuleFileParser.h"
#include "model/CallParser.h"
#include "model/Contradictions.h"
#include "model/CppName.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/SHA1.h"

namespace dbtidy {

namespace {

class RuleFileParser {
public:
  RuleFileParser(ParsedFile &Result, RuleErrors &Defects)
      : Memory(Result.Memory), Rules(Result.Rules), Errors(Defects) {}

  void parse(const YamlNode &Root);

private:
  llvm::BumpPtrAllocator &Memory;
  ParsedRules &Rules;
  RuleErrors &Errors;
  StatusMacros Macros;
  std::vector<ParsedResource> Resources;
  llvm::StringMap<unsigned> LineOfId;

  void parseHeaders(const MappingReader &File);
  void parseStatusMacros(const MappingReader &File);
  void parseStatusMacro(const YamlNode &Node);
  void parseResources(const MappingReader &File);
  void parseResource(const YamlNode &Node);
  void parseId(const MappingReader &From, ParsedResource &To);
  void parseKind(const MappingReader &From, Resource &To);
  void parseHandles(const MappingReader &From, Resource &To);
  void parseOwnership(const MappingReader &From, Resource &To);
  void parseOwners(const MappingReader &From, Resource &To);
  void parseCalls(const MappingReader &From, DraftResource &To);

  template <typename T> llvm::ArrayRef<T> keep(const std::vector<T> &List) {
    return llvm::ArrayRef<T>(List).copy(Memory);
  }
};

} // namespace

void RuleFileParser::parse(const YamlNode &Root) {
  if (Root.Type == YamlNode::Null) {
    Errors.add({1, 1}, "the file is empty; expected 'library' and 'resources'");
    return;
  }
  MappingReader File(Root, Place::File, Errors);
  if (!File.isMapping())
    return;
  if (std::optional<PlacedString> Name = File.string("library"))
    Rules.Origin.Name = Name->Text;
  Rules.Origin.Manual = File.manual();
  parseHeaders(File);
  parseStatusMacros(File);
  parseResources(File);
  Rules.Resources = keep(Resources);
}

void RuleFileParser::parseHeaders(const MappingReader &File) {
  std::vector<llvm::StringRef> Headers;
  for (const PlacedString &Header : File.strings("headers")) {
    llvm::StringRef Text = Header.Text;
    if (Text.starts_with("/") || Text.contains('\\') || Text.contains(".."))
      Errors.add(Header.At,
                 "expected the end of a header's path, such as 'lib/api.h' or "
                 "'lib/', found {}",
                 quoted(Text));
    Headers.push_back(Text);
  }
  Rules.Origin.Headers = keep(Headers);
}

void RuleFileParser::parseStatusMacros(const MappingReader &File) {
  const YamlNode *List = File.find("status-macros");
  if (!List)
    return;
  if (List->Type != YamlNode::Sequence) {
    Errors.add(List->At, "'status-macros' must be a list, found {}",
               describe(*List));
    return;
  }
  for (const YamlNode &Macro : List->Items)
    parseStatusMacro(Macro);
}

void RuleFileParser::parseStatusMacro(const YamlNode &Node) {
  MappingReader Macro(Node, Place::StatusMacro, Errors);
  std::optional<PlacedString> Name = Macro.string("name");
  llvm::ArrayRef<Constant> Values = keep(Macro.constants("values"));
  if (!Name)
    return;
  if (!isIdentifier(Name->Text))
    Errors.add(Name->At, "expected a macro's name, found {}",
               quoted(Name->Text));
  else if (!Macros.try_emplace(Name->Text, Values).second)
    Errors.add(Name->At, "duplicate status macro {}", quoted(Name->Text));
}

void RuleFileParser::parseResources(const MappingReader &File) {
  const YamlNode *List = File.find("resources");
  if (!List)
    return;
  if (List->Type != YamlNode::Sequence || List->Items.empty()) {
    Errors.add(List->At, "'resources' must be a list of resources, found {}",
               List->Type == YamlNode::Sequence ? "an empty list"
                                                : describe(*List));
    return;
  }
  for (const YamlNode &Resource : List->Items)
    parseResource(Resource);
}

void RuleFileParser::parseResource(const YamlNode &Node) {
  MappingReader From(Node, Place::Resource, Errors);
  if (!From.isMapping())
    return;
  DraftResource To;
  From.manual();
  parseId(From, To);
  parseKind(From, To.Data);
  parseHandles(From, To.Data);
  parseOwnership(From, To.Data);
  parseOwners(From, To.Data);
  if (std::optional<PlacedString> Parent = From.string("parent")) {
    To.Data.Parent = Parent->Text;
    To.ParentAt = Parent->At;
  }
  To.Data.ReleasedWithParent =
      From.boolean("released-with-parent").value_or(false);
  parseCalls(From, To);
  checkContradictions(From, To, Errors);
  To.Data.Calls = keep(To.Calls);
  Resources.push_back(To);
}

void RuleFileParser::parseId(const MappingReader &From, ParsedResource &To) {
  std::optional<PlacedString> Id = From.string("id");
  if (!Id)
    return;
  auto IsIdLetter = [](char C) {
    return llvm::isAlnum(C) || C == '-' || C == '_' || C == '.';
  };
  if (!llvm::all_of(Id->Text, IsIdLetter)) {
    Errors.add(Id->At,
               "an id is made of letters, digits, '-', '_' and '.', found {}",
               quoted(Id->Text));
    return;
  }
  auto [First, IsNew] = LineOfId.try_emplace(Id->Text, Id->At.Line);
  if (!IsNew)
    Errors.add(Id->At, "duplicate id {}; the first one is in line {}",
               quoted(Id->Text), First->second);
  To.Data.Id = Id->Text;
  To.IdAt = Id->At;
}

void RuleFileParser::parseKind(const MappingReader &From, Resource &To) {
  std::optional<PlacedString> Word = From.string("kind");
  if (!Word)
    return;
  if (std::optional<ResourceKind> Kind = kindOf(Word->Text))
    To.Kind = *Kind;
  else
    Errors.add(Word->At, "'kind' must be {}, found {}{}",
               alternatives(kindWords()), quoted(Word->Text),
               suggestion(Word->Text, kindWords()));
}

void RuleFileParser::parseHandles(const MappingReader &From, Resource &To) {
  std::vector<llvm::StringRef> Handles;
  for (const PlacedString &Handle : From.strings("handle")) {
    if (!isTypeSpelling(Handle.Text))
      Errors.add(Handle.At, "expected a type, such as 'PGconn *', found {}",
                 quoted(Handle.Text));
    Handles.push_back(Handle.Text);
  }
  To.Handles = keep(Handles);
}

void RuleFileParser::parseOwnership(const MappingReader &From, Resource &To) {
  std::optional<PlacedString> Word = From.string("ownership");
  if (!Word)
    return;
  To.AlwaysOwned = Word->Text == "owned";
  if (!llvm::is_contained(ownershipWords(), Word->Text))
    Errors.add(Word->At, "'ownership' must be {}, found {}{}",
               alternatives(ownershipWords()), quoted(Word->Text),
               suggestion(Word->Text, ownershipWords()));
}

void RuleFileParser::parseOwners(const MappingReader &From, Resource &To) {
  std::vector<llvm::StringRef> Owners;
  for (const PlacedString &Owner : From.strings("owner")) {
    // Fixes write this into source: a name, and nothing but a name.
    if (!isQualifiedName(Owner.Text))
      Errors.add(Owner.At,
                 "expected 'unique_ptr' or a type's qualified name, such as "
                 "'my::PgConn', found {}",
                 quoted(Owner.Text));
    Owners.push_back(Owner.Text);
  }
  To.Owners = keep(Owners);
}

void RuleFileParser::parseCalls(const MappingReader &From, DraftResource &To) {
  for (Effect What : allEffects()) {
    const YamlNode *List = From.find(keyOf(What));
    if (!List)
      continue;
    if (List->Type != YamlNode::Sequence || List->Items.empty()) {
      Errors.add(
          List->At, "{} must be a list of calls, found {}", quoted(keyOf(What)),
          List->Type == YamlNode::Sequence ? "an empty list" : describe(*List));
      continue;
    }
    for (const YamlNode &Call : List->Items)
      CallParser(Call, What, Macros, To, Memory, Errors).parse();
  }
}

static llvm::StringRef digestOf(llvm::StringRef Content,
                                llvm::BumpPtrAllocator &Memory) {
  std::string Hex =
      llvm::toHex(llvm::SHA1::hash(llvm::arrayRefFromStringRef(Content)),
                  /*LowerCase=*/true);
  return llvm::StringRef(Hex).copy(Memory);
}

ParsedFile parseRules(llvm::StringRef File, llvm::StringRef Content) {
  ParsedFile Parsed;
  Parsed.Rules.Origin.File = File.copy(Parsed.Memory);
  Parsed.Rules.Digest = digestOf(Content, Parsed.Memory);
  RuleErrors Errors(File.str());
  if (std::optional<YamlNode> Root = parseYaml(Content, Parsed.Memory, Errors))
    RuleFileParser(Parsed, Errors).parse(*Root);
  Parsed.Errors = Errors.sorted();
  return Parsed;
}

} // namespace dbtidy
