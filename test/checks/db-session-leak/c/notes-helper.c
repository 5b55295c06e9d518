// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// The notes of helpers of this file: the helper acquires, the library's
// function releases.

#include "libpq-fe.h"

static PGconn *connectHere(void) { return PQconnectdb(""); }

int step(void);

int acquires(void) {
  PGconn *c = connectHere();
  // CHECK-NOTES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'connectHere' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+2]]:7: note: taking the true branch
  // CHECK-NOTES: :[[@LINE+2]]:5: note: 'return' leaves the function without 'PQfinish'
  if (step())
    return -1;
  PQfinish(c);
  return 0;
}

static int loginOrHangUp(PGconn *c) {
  if (PQstatus(c) != CONNECTION_OK) {
    PQfinish(c);
    return -1;
  }
  return 0;
}

int consumes(void) {
  PGconn *c = PQconnectdb("");
  if (loginOrHangUp(c) < 0)
    return -1;
  PQfinish(c);
  return 0;
}
