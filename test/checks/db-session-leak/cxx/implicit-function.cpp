// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// A C++ function whose body is not visible may throw: a way out without a keyword.
#include "libpq-fe.h"

namespace audit {
void record(const char *);
}
int compute(int);
void inspect(PGconn *);

void callsWhileHeld() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  audit::record("connected");
  PQfinish(c);
}

void callsBeforeAndAfter() {
  audit::record("connecting");
  PGconn *c = PQconnectdb("");
  PQfinish(c);
  audit::record("done");
}

void passesTheHandle() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  inspect(c);
  PQfinish(c);
}

void callsInACondition() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (compute(1) > 0)
    PQreset(c);
  PQfinish(c);
}

void callsInAnInitialiser() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  int n = compute(1);
  PQfinish(c);
  (void)n;
}

PGconn *callsInTheReturnedExpression() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  return compute(1), c;
}

PGconn *returnsWithoutACall() {
  PGconn *c = PQconnectdb("");
  return c;
}

void callsAsArgumentOfTheAcquisition() {
  PGconn *c = PQconnectdb(compute(1) ? "a" : "b");
  PQfinish(c);
}

void callsAsArgumentOfAUse(PGconn *c) {
  PGresult *res = PQexec(c, "SELECT 1");
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: result 'res' acquired by 'PQexec' is not released on every path [db-session-leak]
  PQgetvalue(res, compute(0), 0);
  PQclear(res);
}

void loopCondition() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  while (compute(1))
    PQreset(c);
  PQfinish(c);
}

void twoHandlesOneCall() {
  PGconn *a = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'a' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  PGconn *b = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'b' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  audit::record("both");
  PQfinish(b);
  PQfinish(a);
}

void notHeldWhenNull() {
  PGconn *c = PQconnectdb("");
  if (!c) {
    audit::record("no memory");
    return;
  }
  PQfinish(c);
}
