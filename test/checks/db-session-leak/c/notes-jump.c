// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// The notes of break, continue and goto.

#include "libpq-fe.h"

int step(void);

void breaks(PGconn *c, int n) {
  while (n--) {
    PGresult *r = PQexec(c, "select 1");
    // CHECK-NOTES: :[[@LINE-1]]:19: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
    // CHECK-NOTES: :[[@LINE+2]]:9: note: taking the true branch
    // CHECK-NOTES: :[[@LINE+2]]:7: note: 'break' leaves the scope of 'r' without 'PQclear'
    if (step())
      break;
    PQclear(r);
  }
}

void continues(PGconn *c, int n) {
  for (int i = 0; i < n; ++i) {
    PGresult *r = PQexec(c, "select 1");
    // CHECK-NOTES: :[[@LINE-1]]:19: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
    // CHECK-NOTES: :[[@LINE+2]]:9: note: taking the true branch
    // CHECK-NOTES: :[[@LINE+2]]:7: note: 'continue' leaves the scope of 'r' without 'PQclear'
    if (step())
      continue;
    PQclear(r);
  }
}

int jumps(void) {
  {
    PGconn *c = PQconnectdb("");
    // CHECK-NOTES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    // CHECK-NOTES: :[[@LINE+2]]:9: note: taking the true branch
    // CHECK-NOTES: :[[@LINE+2]]:7: note: 'goto' leaves the scope of 'c' without 'PQfinish'
    if (step())
      goto out;
    PQfinish(c);
  }
out:
  return 0;
}

int jumpsWithinScope(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+2]]:7: note: taking the true branch
  // CHECK-NOTES: :[[@LINE+5]]:3: note: 'return' leaves the function without 'PQfinish'
  if (step())
    goto out;
  PQfinish(c);
out:
  return 0;
}
