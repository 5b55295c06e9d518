// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Computed goto: the check gives up quietly.

#include "libpq-fe.h"

int step(void);

int dispatch(int op) {
  static void *table[] = {&&first, &&second, &&done};
  PGconn *c = PQconnectdb("");
  goto *table[op];
first:
  step();
second:
  goto *table[step()];
done:
  return PQstatus(c) == CONNECTION_OK;
}

int dispatchReleased(int op) {
  static void *table[] = {&&first, &&done};
  PGconn *c = PQconnectdb("");
  goto *table[op];
first:
  step();
done:
  PQfinish(c);
  return 0;
}

int besideIt(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  return step();
}
