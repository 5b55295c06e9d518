// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// Bodies visible in this translation unit decide whether a call may throw.
#include "libpq-fe.h"

struct Error {};
void mayThrow();

static int twice(int n) { return 2 * n; }
static void fail() { throw Error(); }
static void failWhen(bool bad) {
  if (bad)
    throw Error();
}
static void guarded() {
  try {
    mayThrow();
  } catch (...) {
  }
}
static void guardedAgainstOthers() {
  try {
    throw Error();
  } catch (int) {
  }
}
static void guardedAgainstItself() {
  try {
    throw Error();
  } catch (const Error &) {
  }
}
static void rethrows() {
  try {
    mayThrow();
  } catch (...) {
    throw;
  }
}
static void indirectly() { failWhen(true); }
static void indirectlyQuiet() { guarded(); }
static void terminates() noexcept { mayThrow(); }
extern "C" void cBodyThatThrows(void) { throw Error(); }
extern "C" int cBodyThatDoesNot(int n) { return n + 1; }
static void neverCalls() {
  auto unused = [] { mayThrow(); };
  (void)unused;
}

void callsTwice() {
  PGconn *c = PQconnectdb("");
  int n = twice(PQserverVersion(c));
  PQfinish(c);
  (void)n;
}

void callsFail(bool bad) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (bad)
    fail();
  PQfinish(c);
}

void callsFailAfterRelease(bool bad) {
  PGconn *c = PQconnectdb("");
  PQfinish(c);
  if (bad)
    fail();
}

void callsFailWhen(bool bad) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  failWhen(bad);
  PQfinish(c);
}

void callsGuarded() {
  PGconn *c = PQconnectdb("");
  guarded();
  PQfinish(c);
}

void callsGuardedAgainstOthers() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  guardedAgainstOthers();
  PQfinish(c);
}

void callsGuardedAgainstItself() {
  PGconn *c = PQconnectdb("");
  guardedAgainstItself();
  PQfinish(c);
}

void callsRethrows() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  rethrows();
  PQfinish(c);
}

void callsIndirectly() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  indirectly();
  PQfinish(c);
}

void callsIndirectlyQuiet() {
  PGconn *c = PQconnectdb("");
  indirectlyQuiet();
  PQfinish(c);
}

void callsTerminates() {
  PGconn *c = PQconnectdb("");
  terminates();
  PQfinish(c);
}

void callsThrowingC() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  cBodyThatThrows();
  PQfinish(c);
}

void callsQuietC() {
  PGconn *c = PQconnectdb("");
  cBodyThatDoesNot(1);
  PQfinish(c);
}

void lambdaBodyIsNotTheBody() {
  PGconn *c = PQconnectdb("");
  neverCalls();
  PQfinish(c);
}

static int definedBelow(int);
void callsDefinedBelow() {
  PGconn *c = PQconnectdb("");
  definedBelow(1);
  PQfinish(c);
}
static int definedBelow(int n) { return n - 1; }
