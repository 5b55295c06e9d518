// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// The handle travels as user data of a callback that is registered.

#include "libpq-fe.h"

typedef int (*Callback)(void *data);
void registerCallback(Callback fn, void *data);
int step(void);

static int onEvent(void *data) {
  PGconn *c = data;
  return PQstatus(c) == CONNECTION_OK;
}

void registered(void) {
  PGconn *c = PQconnectdb("");
  registerCallback(onEvent, c);
}

int registeredTooLate(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (step())
    return -1;
  registerCallback(onEvent, c);
  return 0;
}
