//===- RuleSet.cpp - All rules in force, and look-up by name ----*- C++ -*-===//
//
// Builds the look-up tables once; every question afterwards is a hash look-up.
//
//===----------------------------------------------------------------------===//

#include "model/RuleSet.h"
#include "llvm/ADT/STLExtras.h"

namespace dbtidy {

RuleSet::RuleSet(std::vector<Library> Libraries,
                 std::vector<Resource> Resources, std::string ContentDigest,
                 std::vector<std::shared_ptr<const void>> Backing)
    : Kept(std::move(Backing)), Libs(std::move(Libraries)),
      Res(std::move(Resources)), Digest(std::move(ContentDigest)) {
  for (unsigned Index = 0; Index < Res.size(); ++Index) {
    ById[Res[Index].Id] = Index;
    setResource(Res[Index].Calls, Index);
    for (const CallRule &Call : Res[Index].Calls) {
      ByName[Call.Form == CalleeForm::Delete ? "delete"
                                             : lastComponent(Call.Callee)]
          .push_back(&Call);
    }
  }
  for (const auto &Entry : ByName)
    Names.push_back(Entry.getKey());
  llvm::sort(Names);
}

void RuleSet::setResource(llvm::ArrayRef<CallRule> &Calls, unsigned Index) {
  // The built-in rules come with it, so they are used where they are.
  if (llvm::all_of(Calls,
                   [&](const CallRule &C) { return C.Resource == Index; }))
    return;
  llvm::MutableArrayRef<CallRule> Own = Calls.copy(Memory);
  for (CallRule &Call : Own)
    Call.Resource = Index;
  Calls = Own;
}

int RuleSet::resourceIndex(llvm::StringRef Id) const {
  auto It = ById.find(Id);
  return It == ById.end() ? -1 : static_cast<int>(It->second);
}

llvm::ArrayRef<const CallRule *>
RuleSet::callsNamed(llvm::StringRef Name) const {
  auto It = ByName.find(Name);
  if (It == ByName.end())
    return {};
  return It->second;
}

/// Whether \p Header, as a rule file writes it, names \p Path: "libpq-fe.h" is
/// the end of the path, "mysql/" a folder in it.
static bool namesHeader(llvm::StringRef Header, llvm::StringRef Path) {
  for (size_t At = Path.find(Header); At != llvm::StringRef::npos;
       At = Path.find(Header, At + 1)) {
    bool StartsComponent = At == 0 || Path[At - 1] == '/';
    bool EndsPath = At + Header.size() == Path.size();
    if (StartsComponent && (EndsPath || Header.ends_with("/")))
      return true;
  }
  return false;
}

bool RuleSet::declaresHeader(unsigned Resource, llvm::StringRef Path) const {
  llvm::ArrayRef<llvm::StringRef> Headers = Libs[Res[Resource].Library].Headers;
  return Headers.empty() || llvm::any_of(Headers, [&](llvm::StringRef H) {
           return namesHeader(H, Path);
         });
}

llvm::StringRef lastComponent(llvm::StringRef QualifiedName) {
  size_t Colons = QualifiedName.rfind("::");
  return Colons == llvm::StringRef::npos ? QualifiedName
                                         : QualifiedName.substr(Colons + 2);
}

std::string releaseName(const Resource &R) {
  for (const CallRule &C : R.Calls)
    if (C.What == Effect::Release)
      return C.Form == CalleeForm::Delete ? "delete"
                                          : lastComponent(C.Callee).str();
  return "release";
}

} // namespace dbtidy
