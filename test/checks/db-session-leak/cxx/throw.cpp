// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// An explicit 'throw' leaves the function like a return does.
#include "libpq-fe.h"

struct Error {};
struct Fatal : Error {};

void throwsWhileHeld(bool failed) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (failed)
    throw Error();
  PQfinish(c);
}

void throwsAfterRelease(bool failed) {
  PGconn *c = PQconnectdb("");
  PQfinish(c);
  if (failed)
    throw Error();
}

void releasesBeforeThrow(bool failed) {
  PGconn *c = PQconnectdb("");
  if (failed) {
    PQfinish(c);
    throw Error();
  }
  PQfinish(c);
}

void throwsWhenStatusIsBad() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (PQstatus(c) != CONNECTION_OK)
    throw Error();
  PQfinish(c);
}

void throwsWhenNull() {
  PGconn *c = PQconnectdb("");
  if (c == nullptr)
    throw Error();
  PQfinish(c);
}

int throwsInConditionalOperator(bool ok) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  int n = ok ? 1 : throw Error();
  PQfinish(c);
  return n;
}

int throwsInConditionalOperatorBefore(bool ok) {
  int n = ok ? 1 : throw Error();
  PGconn *c = PQconnectdb("");
  PQfinish(c);
  return n;
}

void throwsFromSwitch(int code) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  switch (code) {
  case 0:
    break;
  case 1:
    throw Error();
  default:
    throw Fatal();
  }
  PQfinish(c);
}

void switchReleasesBeforeEachThrow(int code) {
  PGconn *c = PQconnectdb("");
  switch (code) {
  case 0:
    break;
  case 1:
    PQfinish(c);
    throw Error();
  default:
    PQfinish(c);
    throw Fatal();
  }
  PQfinish(c);
}

void throwsInLoop(int n) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  for (int i = 0; i < n; ++i)
    if (i == 7)
      throw i;
  PQfinish(c);
}

void throwLeaksTheResultToo(PGconn *c) {
  PGresult *res = PQexec(c, "SELECT 1");
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: result 'res' acquired by 'PQexec' is not released on every path [db-session-leak]
  if (PQresultStatus(res) != PGRES_TUPLES_OK)
    throw Error();
  PQclear(res);
}

void throwReleasesTheResult(PGconn *c) {
  PGresult *res = PQexec(c, "SELECT 1");
  if (PQresultStatus(res) != PGRES_TUPLES_OK) {
    PQclear(res);
    throw Error();
  }
  PQclear(res);
}
