//===- Driver.cpp - Runs the calls of a test under every plan -------------===//
//
// A driving process explores the plans: first the one in which all goes well,
// then each that differs from it in one choice, then in two. A driven process,
// forked from it, runs them, so that a crash ends one run only. The outcomes go
// to standard output, one JSON object a line.
//
//   DRIVER [--plans=N] [--fork-each] [CASE...]
//
//===----------------------------------------------------------------------===//

#include "Plan.h"
#include "Registry.h"
#include "oracle.h"
#include <csetjmp>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <exception>
#include <string>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

#include <sanitizer/asan_interface.h>

// Written by run_oracle.py.
extern "C" {
extern const int oracle_case_count;
extern const char *const oracle_cases[];
void oracle_call(int Case);
void oracle_reset_unknown();

const char *__asan_default_options() {
  return "detect_leaks=0:abort_on_error=0:exitcode=1:symbolize=0:"
         "allocator_may_return_null=1:detect_stack_use_after_return=0";
}
const char *__ubsan_default_options() { return "halt_on_error=1:exitcode=1"; }

[[noreturn]] void __wrap_exit(int Status);
[[noreturn]] void __wrap__exit(int Status);
[[noreturn]] void __wrap_abort();
[[noreturn]] void __real__exit(int Status);
}

namespace oracle {

Outcome *Current = nullptr;

namespace {

/// A test may deviate from the usual case in this many choices at once, and
/// only in the first ones.
constexpr int MaxDeviations = 2;
constexpr int MaxPosition = 24;
/// An endless loop that calls nothing is ended after so many seconds.
constexpr unsigned Patience = 10;
/// The caller's variables: see OUT.
constexpr unsigned long SlotBytes = 8192;
alignas(16) char Slots[SlotBytes];
unsigned long SlotsUsed = 0;

void append(char *Text, size_t Size, const char *Format, va_list Arguments) {
  size_t Length = strlen(Text);
  if (Length < Size)
    vsnprintf(Text + Length, Size - Length, Format, Arguments);
}

} // namespace

unsigned choose(unsigned Options) {
  if (isLending() || Options < 2 || Current->ChoiceCount >= MaxChoices)
    return 0;
  int At = Current->ChoiceCount++;
  unsigned Choice = At < Current->PlanLength ? Current->Plan[At] : 0;
  if (Choice >= Options)
    Choice = 0;
  Current->Chosen[At] = static_cast<unsigned char>(Choice);
  Current->Options[At] = static_cast<unsigned char>(Options);
  return Choice;
}

void noteError(const char *Format, ...) {
  if (*Current->Error)
    return;
  va_list Arguments;
  va_start(Arguments, Format);
  vsnprintf(Current->Error, sizeof(Current->Error), Format, Arguments);
  va_end(Arguments);
}

void noteEvent(const char *Format, ...) {
  if (isLending())
    return;
  if (++Current->EventCount > MaxEvents) {
    noteResult("runs on");
    endProcess();
  }
  va_list Arguments;
  va_start(Arguments, Format);
  append(Current->Events, sizeof(Current->Events) - 1, Format, Arguments);
  va_end(Arguments);
  strncat(Current->Events, "\n",
          sizeof(Current->Events) - strlen(Current->Events) - 1);
}

void noteRelease(const char *Name) {
  size_t Length = strlen(Current->Releases);
  snprintf(Current->Releases + Length, sizeof(Current->Releases) - Length,
           "%s@%d ", Name, Current->EventCount);
}

void noteResult(const char *Format, ...) {
  va_list Arguments;
  va_start(Arguments, Format);
  vsnprintf(Current->Result, sizeof(Current->Result), Format, Arguments);
  va_end(Arguments);
}

void endProcess() { __real__exit(0); }

namespace {

using Plan = std::vector<unsigned char>;

void run(int Case) {
  resetRegistry();
  memset(Slots, 0, sizeof(Slots));
  SlotsUsed = 0;
  oracle_reset_unknown();
  try {
    oracle_call(Case);
  } catch (const std::exception &E) {
    noteResult("throws %s", E.what());
    countLeaks();
  } catch (int Number) {
    noteResult("throws %d", Number);
    countLeaks();
  } catch (...) {
    noteResult("throws something");
    countLeaks();
  }
  Current->Finished = true;
}

/// The driven process: runs a case for each byte that arrives.
[[noreturn]] void serve(int Requests, int Replies, int Case) {
  std::set_terminate([] {
    noteResult("terminates");
    endProcess();
  });
  __asan_set_error_report_callback([](const char *Report) {
    const char *Kind = strstr(Report, "AddressSanitizer: ");
    if (!Kind)
      return;
    Kind += strlen("AddressSanitizer: ");
    noteError("memory: %.*s", static_cast<int>(strcspn(Kind, " \n")), Kind);
  });
  char Byte;
  while (read(Requests, &Byte, 1) == 1) {
    alarm(Patience);
    run(Case);
    alarm(0);
    if (write(Replies, &Byte, 1) != 1)
      break;
  }
  endProcess();
}

class Driven {
public:
  Driven(int Case, bool ForkEach) : Case(Case), ForkEach(ForkEach) {}
  ~Driven() { stop(); }

  /// Runs one plan; the outcome is in Current.
  void run(const Plan &P) {
    if (!Process)
      start();
    *Current = Outcome();
    Current->PlanLength = static_cast<int>(P.size());
    for (size_t I = 0; I != P.size(); ++I)
      Current->Plan[I] = P[I];
    char Byte = 0;
    bool Answered =
        write(Requests, &Byte, 1) == 1 && read(Replies, &Byte, 1) == 1;
    if (!Answered)
      buried(stop());
    else if (ForkEach)
      stop();
  }

private:
  void start() {
    int Forth[2], Back[2];
    if (pipe(Forth) || pipe(Back))
      abort();
    fflush(stdout);
    Process = fork();
    if (Process == 0) {
      close(Forth[1]);
      close(Back[0]);
      serve(Forth[0], Back[1], Case);
    }
    close(Forth[0]);
    close(Back[1]);
    Requests = Forth[1];
    Replies = Back[0];
  }

  int stop() {
    int Status = 0;
    if (!Process)
      return Status;
    close(Requests);
    close(Replies);
    waitpid(Process, &Status, 0);
    Process = 0;
    return Status;
  }

  /// The process ended during a run.
  static void buried(int Status) {
    if (WIFSIGNALED(Status))
      noteError("memory: signal %d", WTERMSIG(Status));
    else if (WEXITSTATUS(Status) != 0)
      noteError("memory: undefined behaviour");
  }

  int Case;
  bool ForkEach;
  pid_t Process = 0;
  int Requests = -1, Replies = -1;
};

void printString(const char *Key, const char *Text) {
  printf(", \"%s\": \"", Key);
  for (; *Text; ++Text) {
    auto C = static_cast<unsigned char>(*Text);
    if (C == '"' || C == '\\' || C < 0x20 || C > 0x7e)
      printf("\\u%04x", C);
    else
      putchar(C);
  }
  putchar('"');
}

void print(int Case) {
  printf("{\"case\": %d, \"plan\": [", Case);
  for (int I = 0; I != Current->ChoiceCount; ++I)
    printf("%s%d", I ? ", " : "", Current->Chosen[I]);
  printf("]");
  printString("result", Current->Result);
  printString("error", Current->Error);
  printString("leaks", Current->Leaks);
  printString("events", Current->Events);
  printString("releases", Current->Releases);
  printf(", \"finished\": %s}\n", Current->Finished ? "true" : "false");
}

/// Breadth first: all plans with one deviation before those with two.
void explore(int Case, size_t Limit, bool ForkEach) {
  struct Open {
    Plan Choices;
    int Deviations;
  };
  std::deque<Open> Queue = {{{}, 0}};
  Driven Process(Case, ForkEach);
  for (size_t Count = 0; !Queue.empty() && Count != Limit; ++Count) {
    Open Next = Queue.front();
    Queue.pop_front();
    Process.run(Next.Choices);
    print(Case);
    if (Next.Deviations == MaxDeviations)
      continue;
    int End =
        Current->ChoiceCount < MaxPosition ? Current->ChoiceCount : MaxPosition;
    for (int At = static_cast<int>(Next.Choices.size()); At < End; ++At)
      for (int Value = 1; Value < Current->Options[At]; ++Value) {
        Plan Deviating(Current->Chosen, Current->Chosen + At);
        Deviating.push_back(static_cast<unsigned char>(Value));
        Queue.push_back({Deviating, Next.Deviations + 1});
      }
  }
}

} // namespace
} // namespace oracle

using namespace oracle;

extern "C" {

void *oracle_slot(unsigned long Size) {
  unsigned long At = SlotsUsed;
  SlotsUsed += (Size + 15) & ~15UL;
  if (SlotsUsed > SlotBytes) {
    noteError("driver: no room for the caller's variables");
    endProcess();
  }
  return Slots + At;
}

void __wrap_exit(int Status) {
  noteResult("exits with %d", Status);
  endProcess();
}

void __wrap__exit(int Status) { __wrap_exit(Status); }

void __wrap_abort() {
  noteResult("aborts");
  endProcess();
}
}

int main(int Count, char **Arguments) {
  size_t Limit = 300;
  bool ForkEach = false;
  std::vector<int> Cases;
  for (int I = 1; I < Count; ++I) {
    if (!strncmp(Arguments[I], "--plans=", 8))
      Limit = strtoul(Arguments[I] + 8, nullptr, 10);
    else if (!strcmp(Arguments[I], "--fork-each"))
      ForkEach = true;
    else
      Cases.push_back(atoi(Arguments[I]));
  }
  if (Cases.empty())
    for (int I = 0; I != oracle_case_count; ++I)
      Cases.push_back(I);
  signal(SIGPIPE, SIG_IGN);
  Current = static_cast<Outcome *>(mmap(nullptr, sizeof(Outcome),
                                        PROT_READ | PROT_WRITE,
                                        MAP_SHARED | MAP_ANONYMOUS, -1, 0));
  for (int Case : Cases)
    explore(Case, Limit, ForkEach);
  fflush(stdout);
  __real__exit(0);
}
