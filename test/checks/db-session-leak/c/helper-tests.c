// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A function of this file that only tests the handle.

#include "libpq-fe.h"
#include <stdbool.h>
#include <stddef.h>

static bool isBad(PGconn *c) {
  return c == NULL || PQstatus(c) != CONNECTION_OK;
}

int badReleased(void) {
  PGconn *c = PQconnectdb("");
  if (isBad(c)) {
    PQfinish(c);
    return -1;
  }
  PQfinish(c);
  return 0;
}

int badForgotten(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (isBad(c))
    return -1;
  PQfinish(c);
  return 0;
}

int goodForgotten(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (isBad(c)) {
    PQfinish(c);
    return -1;
  }
  return 0;
}
