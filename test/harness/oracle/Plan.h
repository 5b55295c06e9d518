//===- Plan.h - One run: its choices, and what came of them ----*- C++ -*-===//
//
// A run of a tested function is determined by choices: which call of a library
// fails and how, what a function that the test only declares returns, whether
// it throws. A plan lists them; choices beyond its end are 0, the usual case.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_ORACLE_PLAN_H
#define DBTIDY_ORACLE_PLAN_H

#include <cstddef>

namespace oracle {

constexpr int MaxChoices = 64;
/// A run with more events than this is given up: it is an endless loop.
constexpr int MaxEvents = 300;

/// Lives in memory that the driving process and the driven one share.
struct Outcome {
  int PlanLength;
  unsigned char Plan[MaxChoices];

  int ChoiceCount;
  unsigned char Chosen[MaxChoices];
  unsigned char Options[MaxChoices];

  bool Finished;
  char Result[256]; ///< "returns 3", "throws unknown", ...
  char Error[512];  ///< The first thing done to a handle that must not be done.
  char Leaks[512];
  int EventCount;
  char Events[16384];  ///< What was called, releases left out, one per line.
  char Releases[2048]; ///< "PGconn#0@5": after how many events.
};

extern Outcome *Current;

/// One of 0 to Options - 1.
unsigned choose(unsigned Options);

void noteError(const char *Format, ...) __attribute__((format(printf, 1, 2)));
void noteEvent(const char *Format, ...) __attribute__((format(printf, 1, 2)));
void noteRelease(const char *Name);
void noteResult(const char *Format, ...) __attribute__((format(printf, 1, 2)));

/// Ends the process: the run is over, and its outcome is what was noted.
[[noreturn]] void endProcess();

} // namespace oracle

#endif // DBTIDY_ORACLE_PLAN_H
