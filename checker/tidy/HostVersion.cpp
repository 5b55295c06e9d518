//===- HostVersion.cpp - Is this the clang-tidy we were built for? --------===//
//
// Runs when clang-tidy loads the plugin, before anything else of it does:
// says in one line that the host is of another LLVM major and ends the
// process, because everything after that would crash. Nobody calls it.
//
//===----------------------------------------------------------------------===//
