// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A function of this file that answers whether the handle is null.

#include "libpq-fe.h"
#include <stdbool.h>
#include <stddef.h>

static bool isSet(PGconn *c) { return c != NULL; }

int notSet(void) {
  PGconn *c = PQconnectdb("");
  if (!isSet(c))
    return -1;
  PQfinish(c);
  return 0;
}

int setForgotten(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (!isSet(c))
    return -1;
  return 0;
}
