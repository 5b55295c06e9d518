// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23 -check-suffixes=BORROW,BOTH
// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23 -check-suffixes=BORROW,BOTH -options=UnknownCallee:borrow
// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23 -check-suffixes=BOTH -options=UnknownCallee:keep

// UnknownCallee: who owns a handle that went into a function whose body is not visible.
#include "libpq-fe.h"

void inspect(PGconn *) noexcept;
struct Reporter {
  void report(PGconn *) noexcept;
  virtual void event(PGconn *) noexcept;
};

void passedToAFunction() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES-BORROW: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  inspect(c);
}

void passedToAMethod(Reporter &r) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES-BORROW: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  r.report(c);
}

void passedToAVirtualMethod(Reporter &r) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES-BORROW: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  r.event(c);
}

void passedOnOnePath(bool ok) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES-BOTH: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (!ok)
    return;
  inspect(c);
  PQfinish(c);
}

static int version(PGconn *c) { return PQserverVersion(c); }
int visibleCalleeIsKnown() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES-BOTH: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  return version(c);
}

int libraryFunctionIsKnown() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES-BOTH: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  return PQserverVersion(c);
}

void passedAndReleased() {
  PGconn *c = PQconnectdb("");
  inspect(c);
  PQfinish(c);
}
