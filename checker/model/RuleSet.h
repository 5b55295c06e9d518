//===- RuleSet.h - All rules in force, and look-up by name ------*- C++ -*-===//
//
// The validated rules of all libraries in force, indexed by the last component
// of a callee's name. Immutable once made, shared by all translation units of
// a process. Made by RuleReader; asked by the facts layer.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_MODEL_RULESET_H
#define DBTIDY_MODEL_RULESET_H

#include "model/Rule.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Allocator.h"
#include <memory>
#include <string>
#include <vector>

namespace dbtidy {

class RuleSet {
public:
  /// Takes validated rules; gives every call the index of its resource. What
  /// the rules refer to is constant, or alive as long as \p Backing.
  RuleSet(std::vector<Library> Libraries, std::vector<Resource> Resources,
          std::string ContentDigest = {},
          std::vector<std::shared_ptr<const void>> Backing = {});

  // The look-up tables point into the rules.
  RuleSet(const RuleSet &) = delete;
  RuleSet &operator=(const RuleSet &) = delete;

  llvm::ArrayRef<Library> libraries() const { return Libs; }
  llvm::ArrayRef<Resource> resources() const { return Res; }

  /// The index of the resource with \p Id, or -1.
  int resourceIndex(llvm::StringRef Id) const;

  /// Rules whose callee's last name component is \p Name, in file order
  /// (`lease` finds `soci::connection_pool::lease`; a constructor is found by
  /// its class name; Delete rules by "delete").
  llvm::ArrayRef<const CallRule *> callsNamed(llvm::StringRef Name) const;

  /// Every last name component that callsNamed() knows, sorted.
  llvm::ArrayRef<llvm::StringRef> calleeNames() const { return Names; }

  /// Whether \p Path (a header's path) belongs to the library of \p Resource;
  /// true for every path where the library names no headers.
  bool declaresHeader(unsigned Resource, llvm::StringRef Path) const;

  /// Hex digest over the content of all rule files; changes when any rule does.
  llvm::StringRef digest() const { return Digest; }

private:
  std::vector<std::shared_ptr<const void>> Kept;
  llvm::BumpPtrAllocator Memory;
  std::vector<Library> Libs;
  std::vector<Resource> Res;
  llvm::StringMap<llvm::SmallVector<const CallRule *, 2>> ByName;
  std::vector<llvm::StringRef> Names;
  llvm::StringMap<unsigned> ById;
  std::string Digest;

  void setResource(llvm::ArrayRef<CallRule> &Calls, unsigned Index);
};

/// The last component of a qualified name: "lease" of "soci::pool::lease".
llvm::StringRef lastComponent(llvm::StringRef QualifiedName);

/// The function that should be called to release \p R, as messages name it.
std::string releaseName(const Resource &R);

} // namespace dbtidy

#endif // DBTIDY_MODEL_RULESET_H
