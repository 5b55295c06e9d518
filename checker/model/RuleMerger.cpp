//===- RuleMerger.cpp - From files to one rule set --------------*- C++ -*-===//
//
// Collects, checks the links between resources, then copies the plain data.
//
//===----------------------------------------------------------------------===//

#include "model/RuleMerger.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/SHA1.h"

namespace dbtidy {

namespace {

class RuleMerger {
public:
  RuleMerger(llvm::ArrayRef<ParsedRules> Builtin, const ParsedFiles &User);
  LoadedRules merge();

private:
  struct Entry {
    const ParsedResource *Parsed;
    unsigned File;
  };

  const ParsedFiles &UserFiles;
  std::vector<const ParsedRules *> Files; ///< The built-in ones, then these.
  std::vector<RuleErrors> Errors;         ///< One for each of Files.
  std::vector<Entry> Entries;             ///< In force, in file order.
  llvm::StringMap<unsigned> ById;         ///< Index into Entries.
  const size_t BuiltinFiles;

  void add(const ParsedRules &Rules);
  void addResource(const ParsedResource &Parsed, unsigned File);
  void checkParents();
  void checkCircle(const Entry &Start);
  std::vector<RuleError> allErrors() const;
  std::string digest() const;
};

} // namespace

RuleMerger::RuleMerger(llvm::ArrayRef<ParsedRules> Builtin,
                       const ParsedFiles &User)
    : UserFiles(User), BuiltinFiles(Builtin.size()) {
  for (const ParsedRules &Rules : Builtin)
    add(Rules);
  for (const std::shared_ptr<const ParsedFile> &File : User)
    add(File->Rules);
}

void RuleMerger::add(const ParsedRules &Rules) {
  auto File = static_cast<unsigned>(Files.size());
  Files.push_back(&Rules);
  Errors.emplace_back(Rules.Origin.File.str());
  for (const ParsedResource &Parsed : Rules.Resources)
    addResource(Parsed, File);
}

void RuleMerger::addResource(const ParsedResource &Parsed, unsigned File) {
  auto Index = static_cast<unsigned>(Entries.size());
  auto [Found, IsNew] = ById.try_emplace(Parsed.Data.Id, Index);
  if (IsNew) {
    Entries.push_back({&Parsed, File});
    return;
  }
  Entry &Earlier = Entries[Found->second];
  bool Replaces = Earlier.File < BuiltinFiles && File >= BuiltinFiles;
  if (Replaces)
    Earlier = {&Parsed, File};
  // Within one file it has been reported already.
  else if (Earlier.File != File)
    Errors[File].add(Parsed.IdAt, "duplicate id {}; the first one is in {}:{}",
                     quoted(Parsed.Data.Id), Files[Earlier.File]->Origin.File,
                     Earlier.Parsed->IdAt.Line);
}

void RuleMerger::checkParents() {
  std::vector<llvm::StringRef> Ids;
  Ids.reserve(Entries.size());
  for (const Entry &Each : Entries)
    Ids.push_back(Each.Parsed->Data.Id);
  for (const Entry &Each : Entries) {
    llvm::StringRef Parent = Each.Parsed->Data.Parent;
    if (!Parent.empty() && !ById.count(Parent))
      Errors[Each.File].add(Each.Parsed->ParentAt,
                            "there is no resource {} to be the parent{}",
                            quoted(Parent), suggestion(Parent, Ids));
  }
  for (const Entry &Each : Entries)
    checkCircle(Each);
}

void RuleMerger::checkCircle(const Entry &Start) {
  const Resource &First = Start.Parsed->Data;
  const Resource *Current = &First;
  std::string Path = quoted(First.Id);
  // A walk longer than all resources goes round a circle that First leads to;
  // the circle itself is reported at its own members.
  for (size_t Step = 0; Step < Entries.size(); ++Step) {
    auto Parent = ById.find(Current->Parent);
    if (Current->Parent.empty() || Parent == ById.end())
      return;
    // One report: at the member that comes first.
    if (&Entries[Parent->second] < &Start)
      return;
    Current = &Entries[Parent->second].Parsed->Data;
    Path += " -> " + quoted(Current->Id);
    if (Current == &First) {
      Errors[Start.File].add(Start.Parsed->ParentAt,
                             "parents go round in a circle: {}", Path);
      return;
    }
  }
}

std::vector<RuleError> RuleMerger::allErrors() const {
  std::vector<RuleError> All;
  for (size_t File = 0; File < Files.size(); ++File) {
    if (File >= BuiltinFiles)
      llvm::append_range(All, UserFiles[File - BuiltinFiles]->Errors);
    llvm::append_range(All, Errors[File].sorted());
  }
  return All;
}

std::string RuleMerger::digest() const {
  llvm::SHA1 Hash;
  for (const ParsedRules *File : Files)
    Hash.update(File->Digest);
  return llvm::toHex(Hash.final(), /*LowerCase=*/true);
}

LoadedRules RuleMerger::merge() {
  bool IsSound = llvm::all_of(
      UserFiles, [](const auto &File) { return File->Errors.empty(); });
  // A resource that could not be read is not an unknown parent.
  if (IsSound)
    checkParents();
  LoadedRules Loaded;
  Loaded.Errors = allErrors();
  if (!Loaded.Errors.empty())
    return Loaded;

  std::vector<Library> Libraries;
  Libraries.reserve(Files.size());
  for (const ParsedRules *File : Files)
    Libraries.push_back(File->Origin);
  std::vector<Resource> Resources;
  Resources.reserve(Entries.size());
  for (const Entry &Each : Entries) {
    Resources.push_back(Each.Parsed->Data);
    Resources.back().Library = Each.File;
  }
  Loaded.Rules = std::make_shared<const RuleSet>(
      std::move(Libraries), std::move(Resources), digest(),
      std::vector<std::shared_ptr<const void>>(UserFiles.begin(),
                                               UserFiles.end()));
  return Loaded;
}

LoadedRules mergeRules(llvm::ArrayRef<ParsedRules> Builtin,
                       const ParsedFiles &User) {
  return RuleMerger(Builtin, User).merge();
}

} // namespace dbtidy
