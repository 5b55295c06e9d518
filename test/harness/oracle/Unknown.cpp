//===- Unknown.cpp - Functions that a test declares and nobody defines ----===//

#include "Unknown.h"
#include "Plan.h"
#include "Registry.h"
#include <cstdio>
#include <cstring>
#include <stdexcept>

namespace oracle {

/// Calls that get the usual value before a loop is taken to wait for another.
static constexpr int Patience = 3;

static void noteCall(const Unknown &Function, const long (&Words)[6]) {
  char Line[512];
  int Length = snprintf(Line, sizeof(Line), "%s(", Function.Name);
  const char *Separator = "";
  for (int I = 0; I != Function.Arguments && I != 6; ++I) {
    const auto *Word = reinterpret_cast<const void *>(Words[I]);
    char Name[64];
    if (!Word || !*nameOf(Word, Name)) {
      borrowedText(Function.Name, Word);
      continue;
    }
    if (!find(Word)->Live)
      noteError("%s: %s is used after its release", Function.Name, Name);
    Length +=
        snprintf(Line + Length, sizeof(Line) - static_cast<size_t>(Length),
                 "%s%s", Separator, Name);
    Separator = ", ";
  }
  noteEvent("%s)", Line);
}

static unsigned options(const Unknown &Function) {
  switch (Function.Kind) {
  case Returns::Nothing:
  case Returns::Handle:
    return 1;
  case Returns::Truth:
  case Returns::Text:
  case Returns::Pointer:
    return 2;
  case Returns::Number:
    return static_cast<unsigned>(Function.ValueCount);
  }
  return 1;
}

long callUnknown(Unknown &Function, const long (&Words)[6]) {
  noteCall(Function, Words);
  unsigned Values = Function.MayFail ? options(Function) : 1;
  unsigned Choice = choose(Values + (Function.MayThrow ? 1 : 0));
  if (Choice >= Values)
    throw std::runtime_error("unknown");
  if (Choice == 0 && ++Function.Calls > Patience)
    Choice = static_cast<unsigned>(Function.Calls - Patience) % Values;
  switch (Function.Kind) {
  case Returns::Nothing:
    return 0;
  case Returns::Truth:
    return Choice == 1;
  case Returns::Number:
    return Function.MayFail ? Function.Values[Choice] : 0;
  case Returns::Text:
    return Choice ? 0 : reinterpret_cast<long>(borrow(nullptr, "text"));
  case Returns::Handle: {
    // Its owner is somebody else.
    setLending(true);
    void *Memory = acquire(Function.Name, Function.HandleKind, 512)->Memory;
    setLending(false);
    return reinterpret_cast<long>(Memory);
  }
  case Returns::Pointer: {
    static char Zeros[512];
    return Choice ? 0 : reinterpret_cast<long>(Zeros);
  }
  }
  return 0;
}

} // namespace oracle
