// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// Handlers that release, forget to release, or swallow.
#include "libpq-fe.h"

void mayThrow();
extern "C" void logLine(const char *);

void swallowsAndReleasesAfterwards() {
  PGconn *c = PQconnectdb("");
  try {
    mayThrow();
  } catch (...) {
    logLine("failed");
  }
  PQfinish(c);
}

int handlerReturnsWithoutRelease() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  try {
    mayThrow();
  } catch (...) {
    logLine("failed");
    return -1;
  }
  PQfinish(c);
  return 0;
}

int handlerReleasesAndReturns() {
  PGconn *c = PQconnectdb("");
  try {
    mayThrow();
  } catch (...) {
    PQfinish(c);
    return -1;
  }
  PQfinish(c);
  return 0;
}

void releasedOnlyInTheTryBlock() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  try {
    mayThrow();
    PQfinish(c);
  } catch (...) {
    logLine("failed");
  }
}

void releasedInTryAndInHandler() {
  PGconn *c = PQconnectdb("");
  try {
    mayThrow();
    PQfinish(c);
  } catch (...) {
    PQfinish(c);
  }
}

void acquiredInsideTheTry() {
  try {
    PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    mayThrow();
    PQfinish(c);
  } catch (...) {
    logLine("failed");
  }
}

void acquiredInsideTheTryNothingThrows() {
  try {
    mayThrow();
    PGconn *c = PQconnectdb("");
    logLine("connected");
    PQfinish(c);
    mayThrow();
  } catch (...) {
    logLine("failed");
  }
}

void assignedInsideTheTry() {
  PGconn *c = nullptr;
  try {
    c = PQconnectdb("");
    mayThrow();
  } catch (...) {
    logLine("failed");
  }
  PQfinish(c);
}

void assignedInsideTheTryAndForgotten() {
  PGconn *c = nullptr;
  try {
    c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    mayThrow();
    PQfinish(c);
    c = nullptr;
  } catch (...) {
    logLine("failed");
  }
}

void throwsBeforeTheTry() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  mayThrow();
  try {
    mayThrow();
  } catch (...) {
  }
  PQfinish(c);
}

void acquiredInTheHandler() {
  try {
    mayThrow();
  } catch (...) {
    PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    mayThrow();
    PQfinish(c);
  }
}

void acquiredAndReleasedInTheHandler() {
  try {
    mayThrow();
  } catch (...) {
    PGconn *c = PQconnectdb("");
    logLine("reporting");
    PQfinish(c);
  }
}

void handlerThatThrowsItself() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  try {
    mayThrow();
  } catch (...) {
    mayThrow();
  }
  PQfinish(c);
}

void retriesUntilItWorks() {
  PGconn *c = PQconnectdb("");
  for (int i = 0; i < 3; ++i) {
    try {
      mayThrow();
      break;
    } catch (...) {
      continue;
    }
  }
  PQfinish(c);
}

void leaksOncePerFailedTry() {
  for (int i = 0; i < 3; ++i) {
    PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    try {
      mayThrow();
    } catch (...) {
      continue;
    }
    PQfinish(c);
  }
}
