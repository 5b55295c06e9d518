// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// The notes where a function or a block ends.

#include "libpq-fe.h"

int step(void);

void functionEnds(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+2]]:1: note: the function ends without 'PQfinish'
  PQstatus(c);
}

void functionEndsAfterBranch(int n) {
  PGconn *c = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+2]]:7: note: taking the false branch
  // CHECK-NOTES: :[[@LINE+3]]:1: note: the function ends without 'PQfinish'
  if (n)
    PQfinish(c);
}

void blockEnds(void) {
  {
    PGconn *c = PQconnectdb("");
    // CHECK-NOTES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    // CHECK-NOTES: :[[@LINE+2]]:3: note: the scope of 'c' ends without 'PQfinish'
    PQstatus(c);
  }
  step();
}

void loopBodyEnds(PGconn *c, int n) {
  while (n--) {
    PGresult *r = PQexec(c, "select 1");
    // CHECK-NOTES: :[[@LINE-1]]:19: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
    // CHECK-NOTES: :[[@LINE+2]]:3: note: the scope of 'r' ends without 'PQclear'
    PQntuples(r);
  }
}
