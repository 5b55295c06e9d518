// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Returning from inside a branch while the session is held.

#include "libpq-fe.h"

int step(void);
int audit(PGconn *c);

int inTrueBranch(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (step())
    return -1;
  PQfinish(c);
  return 0;
}

int inTrueBranchReleased(void) {
  PGconn *c = PQconnectdb("");
  if (step()) {
    PQfinish(c);
    return -1;
  }
  PQfinish(c);
  return 0;
}

int inElseBranch(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (step()) {
    PQfinish(c);
    return 0;
  } else {
    return -1;
  }
}

int inElseBranchReleased(void) {
  PGconn *c = PQconnectdb("");
  if (step()) {
    PQfinish(c);
    return 0;
  } else {
    PQfinish(c);
    return -1;
  }
}

int afterUse(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (audit(c) < 0)
    return -1;
  PQfinish(c);
  return 0;
}

int afterUseReleased(void) {
  PGconn *c = PQconnectdb("");
  int rc = audit(c);
  PQfinish(c);
  if (rc < 0)
    return -1;
  return 0;
}

void voidReturn(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (step())
    return;
  PQfinish(c);
}

void voidReturnReleased(void) {
  PGconn *c = PQconnectdb("");
  if (step()) {
    PQfinish(c);
    return;
  }
  PQfinish(c);
}

int beforeAcquiring(void) {
  PGconn *c;
  if (step())
    return -1;
  c = PQconnectdb("");
  PQfinish(c);
  return 0;
}
