//===- RuleReader.cpp - Rule files in YAML ----------------------*- C++ -*-===//
//
// The cache of a process: which files were parsed, and which rule sets were
// made of them. Parsing is RuleFileParser's, joining RuleMerger's.
//
//===----------------------------------------------------------------------===//

#include "model/RuleReader.h"
#include "model/BuiltinRules.h"
#include "model/RuleFile.h"
#include "model/RuleFileParser.h"
#include "model/RuleMerger.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/SHA1.h"
#include <map>
#include <mutex>

namespace dbtidy {

namespace {

/// All state of this file; one per process, because clang-tidy makes a new
/// check object for every translation unit.
class RuleCache {
public:
  RuleCache();
  LoadedRules load(llvm::ArrayRef<std::string> Files);

private:
  struct CachedFile {
    std::optional<FileStamp> Stamp; ///< None: not a file, look again.
    std::shared_ptr<const ParsedRules> Rules;
  };
  struct CachedSet {
    std::vector<std::shared_ptr<const ParsedRules>> MadeOf;
    LoadedRules Rules;
  };

  std::mutex Lock;
  std::vector<ParsedRules> Builtin;
  std::map<std::string, CachedFile> Files;
  std::map<std::vector<std::string>, CachedSet> Sets;

  std::vector<std::shared_ptr<const ParsedRules>>
  parseAll(llvm::ArrayRef<std::string> Paths);
  CachedFile &parseFile(const std::string &Path);
  LoadedRules
  merge(llvm::ArrayRef<std::shared_ptr<const ParsedRules>> User) const;
};

} // namespace

static std::string digestOf(llvm::StringRef Content) {
  return llvm::toHex(llvm::SHA1::hash(llvm::arrayRefFromStringRef(Content)),
                     /*LowerCase=*/true);
}

RuleCache::RuleCache() {
  for (const BuiltinRuleFile &File : builtinRuleFiles()) {
    Builtin.push_back(parseRules(File.Name.str(), File.Content));
    Builtin.back().Digest = File.Digest.str();
  }
}

RuleCache::CachedFile &RuleCache::parseFile(const std::string &Path) {
  CachedFile &Cached = Files[Path];
  RuleErrors Errors(Path);
  std::optional<FileStamp> Stamp = stampRuleFile(Path, Errors);
  if (Stamp && Cached.Stamp && *Stamp == *Cached.Stamp)
    return Cached;
  ParsedRules Parsed;
  std::unique_ptr<llvm::MemoryBuffer> Buffer;
  if (Stamp)
    Buffer = readRuleFile(Path, Errors);
  if (Buffer) {
    Parsed = parseRules(Path, Buffer->getBuffer());
    Parsed.Digest = digestOf(Buffer->getBuffer());
    Cached.Stamp = Stamp;
  } else {
    Parsed.Origin.File = Path;
    Parsed.Errors = Errors.sorted();
    Cached.Stamp.reset();
  }
  Cached.Rules = std::make_shared<const ParsedRules>(std::move(Parsed));
  return Cached;
}

std::vector<std::shared_ptr<const ParsedRules>>
RuleCache::parseAll(llvm::ArrayRef<std::string> Paths) {
  std::vector<std::shared_ptr<const ParsedRules>> Parsed;
  std::vector<llvm::sys::fs::UniqueID> Seen;
  for (const std::string &Path : Paths) {
    CachedFile &File = parseFile(Path);
    // One file named twice (by an option and as project rules) is one file.
    if (File.Stamp) {
      if (llvm::is_contained(Seen, File.Stamp->Id))
        continue;
      Seen.push_back(File.Stamp->Id);
    }
    Parsed.push_back(File.Rules);
  }
  return Parsed;
}

LoadedRules RuleCache::merge(
    llvm::ArrayRef<std::shared_ptr<const ParsedRules>> User) const {
  std::vector<const ParsedRules *> First, Second;
  for (const ParsedRules &Rules : Builtin)
    First.push_back(&Rules);
  for (const std::shared_ptr<const ParsedRules> &Rules : User)
    Second.push_back(Rules.get());
  return mergeRules(First, Second);
}

LoadedRules RuleCache::load(llvm::ArrayRef<std::string> Paths) {
  std::lock_guard<std::mutex> Guard(Lock);
  std::vector<std::shared_ptr<const ParsedRules>> Parsed = parseAll(Paths);
  CachedSet &Set = Sets[Paths.vec()];
  bool IsNew = !Set.Rules.Rules && Set.Rules.Errors.empty();
  if (IsNew || Set.MadeOf != Parsed) {
    Set.Rules = merge(Parsed);
    Set.MadeOf = std::move(Parsed);
  }
  return Set.Rules;
}

LoadedRules loadRules(llvm::ArrayRef<std::string> Files) {
  // Never destroyed: a thread of an editor's server may still be asking while
  // the process exits.
  static RuleCache &Cache = *new RuleCache;
  return Cache.load(Files);
}

bool mentionsBuiltinCallee(
    llvm::function_ref<bool(llvm::StringRef)> IsIdentifier) {
  return llvm::any_of(builtinCalleeWords(), IsIdentifier);
}

} // namespace dbtidy
