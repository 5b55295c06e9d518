//===- HostVersion.cpp - Is this the clang-tidy we were built for? --------===//
//
// Runs when a clang-tidy loads the plugin, before any other code of it: if the
// host is of another LLVM major, says so in one line and ends the process,
// because whatever came next would crash. Nobody calls it.
//
// It uses nothing of LLVM but a number known at compile time and one function
// of the host, looked up by name. The plugin is linked with lazy binding, so
// functions that this host lacks do no harm until then.
//
//===----------------------------------------------------------------------===//

#include "clang/Basic/Version.h"
#include <cstdio>
#include <cstdlib>
#include <dlfcn.h>
#include <fmt/format.h>
#include <string>

namespace {

/// The host's LLVM major, or 0 where it cannot be told.
int hostMajor() {
  // std::string clang::getClangFullVersion(), e.g. "Debian clang version
  // 22.1.8 (2~deb12u1)"; the same in every version.
  using VersionFunction = std::string (*)();
  auto Function = reinterpret_cast<VersionFunction>(
      dlsym(RTLD_DEFAULT, "_ZN5clang19getClangFullVersionB5cxx11Ev"));
  if (!Function)
    return 0;
  static constexpr const char Word[] = "version ";
  std::string Version = Function();
  size_t At = Version.find(Word);
  if (At == std::string::npos)
    return 0;
  return static_cast<int>(
      std::strtol(Version.c_str() + At + sizeof(Word) - 1, nullptr, 10));
}

/// 101 is the first priority open to programs: before every static object.
__attribute__((constructor(101))) void checkHostVersion() {
  int Host = hostMajor();
  if (Host == 0 || Host == CLANG_VERSION_MAJOR)
    return;
  fmt::print(stderr,
             "dbtidy: error: this plugin was built for LLVM {} and cannot be "
             "loaded by LLVM {}; use clang-tidy {} or build dbtidy with "
             "-DDBTIDY_LLVM_VERSION={}\n",
             CLANG_VERSION_MAJOR, Host, CLANG_VERSION_MAJOR, Host);
  std::_Exit(1);
}

} // namespace
