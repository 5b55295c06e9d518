// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17
// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17 -options=UnknownCallee:borrow
// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17 -options=UnknownCallee:keep -check-suffixes=KEEP

// UnknownCallee says what a function that is not visible does with a handle.

#include "libpq-fe.h"

int audit(PGconn *c);
int step(void);

int passed(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  return audit(c);
}

int passedToLibraryOnly(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-MESSAGES-KEEP: :[[@LINE-2]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  return PQstatus(c);
}

int notPassed(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-MESSAGES-KEEP: :[[@LINE-2]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (step())
    return -1;
  PQfinish(c);
  return 0;
}

int released(void) {
  PGconn *c = PQconnectdb("");
  int rc = audit(c);
  PQfinish(c);
  return rc;
}
