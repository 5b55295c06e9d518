// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A helper of this file that leaks by itself is reported once, where it
// acquires.

#include "libpq-fe.h"
#include <stddef.h>

int step(void);

static PGconn *connectHere(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (PQstatus(c) != CONNECTION_OK)
    return NULL;
  return c;
}

static int countRows(PGconn *c) {
  PGresult *r = PQexec(c, "select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
  return PQntuples(r);
}

int uses(void) {
  PGconn *c = connectHere();
  if (!c)
    return -1;
  int n = countRows(c);
  PQfinish(c);
  return n;
}

int usesTwice(void) {
  PGconn *c = connectHere();
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'connectHere' is not released on every path [db-session-leak]
  if (!c)
    return -1;
  if (countRows(c) < 0)
    return -2;
  PQfinish(c);
  return 0;
}
