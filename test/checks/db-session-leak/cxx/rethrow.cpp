// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// A handler that rethrows is a way out; one that releases first is not a leak.
#include "libpq-fe.h"

struct Error {};
void mayThrow();

void rethrowsWithoutRelease() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  try {
    mayThrow();
  } catch (...) {
    throw;
  }
  PQfinish(c);
}

void releasesAndRethrows() {
  PGconn *c = PQconnectdb("");
  try {
    mayThrow();
  } catch (...) {
    PQfinish(c);
    throw;
  }
  PQfinish(c);
}

void translatesWithoutRelease() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  try {
    mayThrow();
  } catch (...) {
    throw Error();
  }
  PQfinish(c);
}

void releasesAndTranslates() {
  PGconn *c = PQconnectdb("");
  try {
    mayThrow();
  } catch (...) {
    PQfinish(c);
    throw Error();
  }
  PQfinish(c);
}

void rethrowsOnlySometimes(bool fatal) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  try {
    mayThrow();
  } catch (...) {
    if (fatal)
      throw;
  }
  PQfinish(c);
}

void rethrowsOnlySometimesAfterRelease(bool fatal) {
  PGconn *c = PQconnectdb("");
  try {
    mayThrow();
  } catch (...) {
    if (fatal) {
      PQfinish(c);
      throw;
    }
  }
  PQfinish(c);
}

void rethrowIsCaughtAgain() {
  PGconn *c = PQconnectdb("");
  try {
    try {
      mayThrow();
    } catch (...) {
      throw;
    }
  } catch (...) {
  }
  PQfinish(c);
}

void rethrowIsCaughtAgainAndReturns() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  try {
    try {
      mayThrow();
    } catch (...) {
      throw;
    }
  } catch (...) {
    return;
  }
  PQfinish(c);
}
