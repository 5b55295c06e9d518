// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// The comma operator.

#include "libpq-fe.h"

int step(void);

void lastIsTheValue(void) {
  PGconn *c = (step(), PQconnectdb(""));
  PQfinish(c);
}

void firstIsDiscarded(PGconn *c) {
  int n = (PQexec(c, "select 1"), 3);
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: result acquired by 'PQexec' is not released on every path [db-session-leak]
  (void)n;
}

void inForHead(PGconn *c, int n) {
  PGresult *r;
  for (r = PQexec(c, "select 1"); n--; PQclear(r), r = PQexec(c, "select 1"))
    step();
  PQclear(r);
}

void inForHeadForgotten(PGconn *c, int n) {
  PGresult *r;
  for (r = PQexec(c, "select 1"); n--; step(), r = PQexec(c, "select 2"))
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
  // CHECK-MESSAGES: :[[@LINE-2]]:52: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
    step();
  PQclear(r);
}

void sequence(void) {
  PGconn *c;
  c = PQconnectdb(""), step(), PQfinish(c);
}

void sequenceForgotten(void) {
  PGconn *c;
  c = PQconnectdb(""), step();
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
}
