// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// Handlers that work through helpers of this translation unit.
#include "libpq-fe.h"

void mayThrow();

static void cleanUp(PGconn *c) {
  if (c)
    PQfinish(c);
}
static void report() {
  try {
    throw;
  } catch (...) {
  }
}
static void reportAndFail() {
  report();
  throw 1;
}

void releasesThroughAHelper() {
  PGconn *c = PQconnectdb("");
  try {
    mayThrow();
  } catch (...) {
    cleanUp(c);
    throw;
  }
  cleanUp(c);
}

void reportsThenReleases() {
  PGconn *c = PQconnectdb("");
  try {
    mayThrow();
  } catch (...) {
    report();
    PQfinish(c);
    throw;
  }
  PQfinish(c);
}

void reporterFails() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  try {
    mayThrow();
  } catch (...) {
    reportAndFail();
    PQfinish(c);
    throw;
  }
  PQfinish(c);
}

void reporterFailsAfterTheRelease() {
  PGconn *c = PQconnectdb("");
  try {
    mayThrow();
  } catch (...) {
    PQfinish(c);
    reportAndFail();
    throw;
  }
  PQfinish(c);
}
