// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// The notes of overwriting and discarding.

#include "libpq-fe.h"

int step(void);

void overwritten(PGconn *other) {
  PGconn *c = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+1]]:3: note: 'c' is overwritten without 'PQfinish'
  c = other;
  PQstatus(c);
}

void overwrittenOnOnePath(PGconn *c) {
  PGresult *r = PQexec(c, "begin");
  // CHECK-NOTES: :[[@LINE-1]]:17: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+2]]:7: note: taking the true branch
  // CHECK-NOTES: :[[@LINE+2]]:5: note: 'r' is overwritten without 'PQclear'
  if (step())
    r = 0;
  PQclear(r);
}

void discarded(PGconn *c) {
  PQexec(c, "begin");
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: result acquired by 'PQexec' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE-2]]:3: note: the value is discarded without 'PQclear'
}
