// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// The last holder is overwritten.
#include "libpq-fe.h"

void assignedTwice() {
  PGconn *c = PQconnectdb("a");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  c = PQconnectdb("b");
  PQfinish(c);
}

void assignedTwiceWithReleaseBetween() {
  PGconn *c = PQconnectdb("a");
  PQfinish(c);
  c = PQconnectdb("b");
  PQfinish(c);
}

void assignedNullptr() {
  PGconn *c = PQconnectdb("a");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  c = nullptr;
}

void anotherHolderRemains() {
  PGconn *c = PQconnectdb("a");
  PGconn *d = c;
  c = nullptr;
  PQfinish(d);
}

void anotherHolderIsGoneToo() {
  PGconn *c = PQconnectdb("a");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session {{('[^']*' )?}}acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  PGconn *d = c;
  c = nullptr;
  d = nullptr;
}

void oneResultForTwoQueries(PGconn *c) {
  PGresult *res = PQexec(c, "SELECT 1");
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: result 'res' acquired by 'PQexec' is not released on every path [db-session-leak]
  res = PQexec(c, "SELECT 2");
  PQclear(res);
}

void exchangedAndReleased() {
  PGconn *c = PQconnectdb("a");
  PGconn *old = c;
  c = PQconnectdb("b");
  PQfinish(old);
  PQfinish(c);
}

void resultDiscarded(PGconn *c) {
  PQexec(c, "BEGIN");
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: result acquired by 'PQexec' is not released on every path [db-session-leak]
}

void resultDiscardedByCast(PGconn *c) {
  (void)PQexec(c, "BEGIN");
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: result acquired by 'PQexec' is not released on every path [db-session-leak]
}

void resultDiscardedByStaticCast(PGconn *c) {
  static_cast<void>(PQexec(c, "BEGIN"));
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: result acquired by 'PQexec' is not released on every path [db-session-leak]
}

void resultReleasedAtOnce(PGconn *c) {
  PQclear(PQexec(c, "BEGIN"));
}

bool onlyTheStatusIsUsed(PGconn *c) {
  return PQresultStatus(PQexec(c, "BEGIN")) == PGRES_COMMAND_OK;
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: result acquired by 'PQexec' is not released on every path [db-session-leak]
}
