//===- NameBelief.cpp - What the name of a function says ------------------===//
//
// Splits an identifier into words (camelCase, snake_case, digits) and looks
// them up. See NameBelief.h.
//
//===----------------------------------------------------------------------===//

#include "facts/NameBelief.h"
#include "support/Words.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

namespace dbtidy {

using Words = llvm::SmallVector<llvm::SmallString<16>, 6>;

static Words split(llvm::StringRef Name) {
  Words Result;
  llvm::SmallString<16> Word;
  auto Flush = [&] {
    if (!Word.empty())
      Result.push_back(Word);
    Word.clear();
  };
  for (size_t I = 0; I < Name.size(); ++I) {
    char C = Name[I];
    if (!llvm::isAlpha(C)) {
      Flush();
      continue;
    }
    bool Upper = C >= 'A' && C <= 'Z';
    bool PrevLower = I && Name[I - 1] >= 'a' && Name[I - 1] <= 'z';
    bool NextLower =
        I + 1 < Name.size() && Name[I + 1] >= 'a' && Name[I + 1] <= 'z';
    // "freeResult" and "PQFree": a word starts at an upper-case letter after a
    // lower-case one, and at the last of several upper-case ones.
    if (Upper && (PrevLower || (NextLower && !Word.empty())))
      Flush();
    Word.push_back(llvm::toLower(C));
  }
  Flush();
  return Result;
}

static bool isReleaseWord(llvm::StringRef W) {
  return isOneOf(
      W, {"close",      "release",   "free",       "finish",   "destroy",
          "dispose",    "delete",    "disconnect", "cleanup",  "finalize",
          "giveback",   "recycle",   "checkin",    "unref",    "dealloc",
          "deallocate", "closeconn", "discard",    "shutdown", "teardown",
          "deinit",     "drop",      "clear",      "unlock",   "kill",
          "destruct",   "fini",      "terminate",  "closedb",  "dbclose",
          "freeres",    "del",       "putback"});
}

static bool isKeepWord(llvm::StringRef W) {
  return isOneOf(W, {"adopt",  "take",     "own",    "store",    "add",
                     "push",   "append",   "insert", "enqueue",  "register",
                     "attach", "emplace",  "keep",   "set",      "assign",
                     "save",   "remember", "cache",  "track",    "wrap",
                     "manage", "give",     "donate", "transfer", "consume",
                     "put",    "prepend",  "ref",    "submit",   "schedule",
                     "spawn",  "post",     "defer",  "init",     "create",
                     "new",    "install"});
}

/// "get_free_count", "is_closed", "has_new": asks, and does nothing.
static bool asksOnly(const Words &All) {
  return !All.empty() && isOneOf(All.front(), {"get", "is", "has", "count"}) &&
         !llvm::is_contained(All, llvm::StringRef("and"));
}

bool namesRelease(llvm::StringRef Function) {
  Words All = split(Function);
  if (asksOnly(All))
    return false;
  if (llvm::any_of(All, [](llvm::StringRef W) { return isReleaseWord(W); }))
    return true;
  // "putBack", "give_back", "return_connection", "put_conn".
  for (size_t I = 0; I + 1 < All.size(); ++I)
    if ((All[I] == "put" || All[I] == "give" || All[I] == "hand") &&
        All[I + 1] == "back")
      return true;
  return llvm::any_of(
      All, [](llvm::StringRef W) { return W == "return" || W == "put"; });
}

bool namesKeep(llvm::StringRef Function) {
  Words All = split(Function);
  return !asksOnly(All) &&
         llvm::any_of(All, [](llvm::StringRef W) { return isKeepWord(W); });
}

bool namesNoReturn(llvm::StringRef Function) {
  Words All = split(Function);
  if (All.empty())
    return false;
  auto Says = [](llvm::StringRef W) {
    return isOneOf(W, {"die", "fatal", "panic", "abort", "croak", "bail",
                       "exit", "unreachable", "quit"});
  };
  // "on_exit" and "exit_handler_add" only speak of it.
  if (All.front() == "on" || All.front() == "at" || All.front() == "set" ||
      All.front() == "add" || All.front() == "register" ||
      All.front() == "is" || All.front() == "before")
    return false;
  return Says(All.front()) || Says(All.back());
}

bool namesLogging(llvm::StringRef Macro) {
  return llvm::any_of(split(Macro), [](llvm::StringRef W) {
    return isOneOf(W, {"log", "logger", "logging", "vlog", "dlog", "spdlog",
                       "trace", "debug"});
  });
}

} // namespace dbtidy
