// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17
// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17 -options=Kinds:session -check-suffixes=SESSION

// Kinds says which kinds of resource are reported.

#include "libpq-fe.h"

void session(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-MESSAGES-SESSION: :[[@LINE-2]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  PQstatus(c);
}

void result(PGconn *c) {
  PGresult *r = PQexec(c, "select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
  PQntuples(r);
}

void released(void) {
  PGconn *c = PQconnectdb("");
  PQclear(PQexec(c, "select 1"));
  PQfinish(c);
}
