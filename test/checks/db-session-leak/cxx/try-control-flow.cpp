// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// return, break, continue and goto out of try blocks and handlers.
#include "libpq-fe.h"

void mayThrow();
extern "C" bool ready(PGconn *);

int returnsFromTheTry() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  try {
    if (!ready(c))
      return 1;
    mayThrow();
  } catch (...) {
  }
  PQfinish(c);
  return 0;
}

int returnsFromTheTryReleased() {
  PGconn *c = PQconnectdb("");
  try {
    if (!ready(c)) {
      PQfinish(c);
      return 1;
    }
    mayThrow();
  } catch (...) {
  }
  PQfinish(c);
  return 0;
}

void breaksOutOfTheTry(int n) {
  for (int i = 0; i < n; ++i) {
    PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    try {
      if (!ready(c))
        break;
      mayThrow();
    } catch (...) {
    }
    PQfinish(c);
  }
}

void breaksOutOfTheHandler(int n) {
  for (int i = 0; i < n; ++i) {
    PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    try {
      mayThrow();
    } catch (...) {
      break;
    }
    PQfinish(c);
  }
}

void breaksOutOfTheHandlerReleased(int n) {
  for (int i = 0; i < n; ++i) {
    PGconn *c = PQconnectdb("");
    try {
      mayThrow();
    } catch (...) {
      PQfinish(c);
      break;
    }
    PQfinish(c);
  }
}

void gotoOutOfTheHandler() {
  PGconn *c = PQconnectdb("");
  try {
    mayThrow();
  } catch (...) {
    goto done;
  }
  ready(c);
done:
  PQfinish(c);
}

void reconnectsInTheHandler() {
  PGconn *c = PQconnectdb("a");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  try {
    mayThrow();
  } catch (...) {
    c = PQconnectdb("b");
  }
  PQfinish(c);
}

void reconnectsInTheHandlerReleased() {
  PGconn *c = PQconnectdb("a");
  try {
    mayThrow();
  } catch (...) {
    PQfinish(c);
    c = PQconnectdb("b");
  }
  PQfinish(c);
}

void flagTellsWhetherItFailed() {
  PGconn *c = PQconnectdb("");
  bool failed = false;
  try {
    mayThrow();
  } catch (...) {
    failed = true;
  }
  PQfinish(c);
  if (failed)
    throw 1;
}

void flagTellsWhetherItFailedForgets() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  bool failed = false;
  try {
    mayThrow();
  } catch (...) {
    failed = true;
  }
  if (failed)
    throw 1;
  PQfinish(c);
}

struct Repository {
  PGconn *Conn;
  Repository() try : Conn(PQconnectdb("")) {
// CHECK-MESSAGES: :[[@LINE-1]]:27: warning: session '{{(.*(->|\.))?}}Conn' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    mayThrow();
  } catch (...) {
    ready(nullptr);
  }
  ~Repository() { PQfinish(Conn); }
};
