// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// Nested try blocks: which handler sees the exception, and what is still held there.
#include "libpq-fe.h"

struct Error {};
struct Other {};
void mayThrow();

void innerHandlerOfAnotherType() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  try {
    try {
      throw Error();
    } catch (const Other &) {
      PQfinish(c);
      return;
    }
  } catch (const Error &) {
    return;
  }
  PQfinish(c);
}

void outerHandlerReleases() {
  PGconn *c = PQconnectdb("");
  try {
    try {
      throw Error();
    } catch (const Other &) {
      PQfinish(c);
      return;
    }
  } catch (const Error &) {
    PQfinish(c);
    return;
  }
}

void innerObjectOuterHandler() {
  try {
    PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    try {
      mayThrow();
    } catch (const Error &) {
      PQfinish(c);
      throw;
    }
    mayThrow();
    PQfinish(c);
  } catch (...) {
  }
}

void bothHoldersReleased() {
  PGconn *a = PQconnectdb("");
  try {
    PGconn *b = PQconnectdb("");
    try {
      mayThrow();
    } catch (...) {
      PQfinish(b);
      throw;
    }
    PQfinish(b);
  } catch (...) {
    PQfinish(a);
    throw;
  }
  PQfinish(a);
}

void onlyTheInnerIsReleased() {
  PGconn *a = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'a' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  try {
    PGconn *b = PQconnectdb("");
    try {
      mayThrow();
    } catch (...) {
      PQfinish(b);
      throw;
    }
    PQfinish(b);
  } catch (...) {
    throw;
  }
  PQfinish(a);
}

void onlyTheOuterIsReleased() {
  PGconn *a = PQconnectdb("");
  try {
    PGconn *b = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'b' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    mayThrow();
    PQfinish(b);
  } catch (...) {
    PQfinish(a);
    throw;
  }
  PQfinish(a);
}

void tryInsideAHandler() {
  PGconn *c = PQconnectdb("");
  try {
    mayThrow();
  } catch (...) {
    try {
      mayThrow();
    } catch (...) {
    }
  }
  PQfinish(c);
}

void tryInsideAHandlerLeaves() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  try {
    mayThrow();
  } catch (...) {
    try {
      mayThrow();
    } catch (...) {
      return;
    }
  }
  PQfinish(c);
}
