// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A switch over a null check.

#include "libpq-fe.h"
#include <stddef.h>

int step(void);

int caseOne(void) {
  PGconn *c = PQconnectdb("");
  switch (c == NULL) {
  case 1:
    return -1;
  }
  PQfinish(c);
  return 0;
}

int caseZero(void) {
  PGconn *c = PQconnectdb("");
  switch (c != NULL) {
  case 0:
    return -1;
  default:
    PQfinish(c);
    break;
  }
  return 0;
}

int caseZeroForgotten(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  switch (c != NULL) {
  case 0:
    return -1;
  default:
    step();
    break;
  }
  return 0;
}
