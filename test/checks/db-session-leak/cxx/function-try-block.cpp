// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// A function-try-block: its handlers cannot see what the body held.
#include "libpq-fe.h"

void mayThrow();
extern "C" void logLine(const char *);

void leaksIntoTheHandler() try {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  mayThrow();
  PQfinish(c);
} catch (...) {
  logLine("failed");
}

void nothingThrowsWhileHeld() try {
  mayThrow();
  PGconn *c = PQconnectdb("");
  PQfinish(c);
  mayThrow();
} catch (...) {
  logLine("failed");
}

int returnsFromTheHandler() try {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  mayThrow();
  PQfinish(c);
  return 0;
} catch (...) {
  return -1;
}

int innerHandlerReleases() try {
  PGconn *c = PQconnectdb("");
  try {
    mayThrow();
  } catch (...) {
    PQfinish(c);
    throw;
  }
  PQfinish(c);
  return 0;
} catch (...) {
  return -1;
}

void parameterReachesTheHandler(PGconn **slot) try {
  *slot = PQconnectdb("");
  mayThrow();
  PQfinish(*slot);
  *slot = nullptr;
} catch (...) {
  PQfinish(*slot);
  *slot = nullptr;
}

void leaksInTheHandlerItself() try {
  mayThrow();
} catch (...) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  mayThrow();
  PQfinish(c);
}

struct Job {
  int Rows;
  void run() try {
    PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    mayThrow();
    PQfinish(c);
  } catch (...) {
    Rows = -1;
  }

  void runQuietly() try {
    PGconn *c = PQconnectdb("");
    Rows = PQserverVersion(c);
    PQfinish(c);
    mayThrow();
  } catch (...) {
    Rows = -1;
  }
};
