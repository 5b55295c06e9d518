// RUN: %check_dbtidy %s db-session-leak,db-raw-session %t -std=c++11,c++17
// RUN: %check_dbtidy %s db-raw-session,db-session-leak %t -std=c++17 \
// RUN:   -config='{CheckOptions: {db-session-leak.Kinds: "session", db-raw-session.Kinds: "session,result"}}'
// RUN: %check_dbtidy %s db-session-leak,db-raw-session %t -std=c++17 \
// RUN:   -config='{CheckOptions: {db-raw-session.ImplicitExceptions: false}}'
// One report for each session, and fixes that can be applied together.
#include <libpq-fe.h>

void audit(int order);

// One leaks, one does not.
int rows(const char *where) {
  PGconn *c = PQconnectdb(where);
  // CHECK-NOTES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+6]]:3: note: 'audit' may throw and leaves the function without 'PQfinish'
  PGresult *r = PQexec(c, "SELECT 1");
  // CHECK-NOTES: :[[@LINE-1]]:17: warning: result 'r' acquired by 'PQexec' is held by a raw handle and released by hand [db-raw-session]
  int n = PQntuples(r);
  PQclear(r);
  // CHECK-NOTES: :[[@LINE-1]]:3: note: 'r' is released here
  audit(n);
  PQfinish(c);
  return n;
}
