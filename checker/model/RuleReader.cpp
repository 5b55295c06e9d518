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
#include <map>
#include <mutex>

namespace dbtidy {

namespace {

/// All state of this file; one per process, because clang-tidy makes a new
/// check object for every translation unit.
class RuleCache {
public:
  LoadedRules load(llvm::ArrayRef<std::string> Files);

private:
  struct CachedFile {
    std::optional<FileStamp> Stamp; ///< None: not a file, look again.
    std::shared_ptr<const ParsedFile> Rules;
  };
  struct CachedSet {
    ParsedFiles MadeOf;
    LoadedRules Rules;
  };

  std::mutex Lock;
  std::map<std::string, CachedFile> Files;
  std::map<std::vector<std::string>, CachedSet> Sets;

  ParsedFiles parseAll(llvm::ArrayRef<std::string> Paths);
  CachedFile &parseFile(const std::string &Path);
};

} // namespace

RuleCache::CachedFile &RuleCache::parseFile(const std::string &Path) {
  CachedFile &Cached = Files[Path];
  RuleErrors Errors(Path);
  std::optional<FileStamp> Stamp = stampRuleFile(Path, Errors);
  if (Stamp && Cached.Stamp && *Stamp == *Cached.Stamp)
    return Cached;
  ParsedFile Parsed;
  std::unique_ptr<llvm::MemoryBuffer> Buffer;
  if (Stamp)
    Buffer = readRuleFile(Path, Errors);
  if (Buffer) {
    Parsed = parseRules(Path, Buffer->getBuffer());
    Cached.Stamp = Stamp;
  } else {
    Parsed.Rules.Origin.File = llvm::StringRef(Path).copy(Parsed.Memory);
    Parsed.Errors = Errors.sorted();
    Cached.Stamp.reset();
  }
  Cached.Rules = std::make_shared<const ParsedFile>(std::move(Parsed));
  return Cached;
}

ParsedFiles RuleCache::parseAll(llvm::ArrayRef<std::string> Paths) {
  ParsedFiles Parsed;
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

LoadedRules RuleCache::load(llvm::ArrayRef<std::string> Paths) {
  std::lock_guard<std::mutex> Guard(Lock);
  ParsedFiles Parsed = parseAll(Paths);
  CachedSet &Set = Sets[Paths.vec()];
  bool IsNew = !Set.Rules.Rules && Set.Rules.Errors.empty();
  if (IsNew || Set.MadeOf != Parsed) {
    Set.Rules = mergeRules(builtinRules(), Parsed);
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

} // namespace dbtidy
