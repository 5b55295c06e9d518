// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A variable that is nulled after its release, and tested later.

#include "libpq-fe.h"
#include <stddef.h>

int step(void);

int nulled(void) {
  PGconn *c = PQconnectdb("");
  if (step()) {
    PQfinish(c);
    c = NULL;
  }
  if (c)
    PQfinish(c);
  return 0;
}

int nulledAndReopened(void) {
  PGconn *c = PQconnectdb("");
  PQfinish(c);
  c = NULL;
  if (step())
    c = PQconnectdb("");
  if (c)
    PQfinish(c);
  return 0;
}

int nulledAndReopenedForgotten(void) {
  PGconn *c = PQconnectdb("");
  PQfinish(c);
  c = NULL;
  if (step())
    c = PQconnectdb("");
    // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (c)
    step();
  return 0;
}

int sharedLabel(void) {
  int rc = -1;
  PGresult *r = NULL;
  PGconn *c = PQconnectdb("");
  r = PQexec(c, "begin");
  if (PQresultStatus(r) != PGRES_COMMAND_OK)
    goto out;
  PQclear(r);
  r = NULL;
  if (step())
    goto out;
  r = PQexec(c, "select 1");
  rc = PQntuples(r);
out:
  if (r)
    PQclear(r);
  PQfinish(c);
  return rc;
}

int nulledWithoutRelease(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (step())
    c = NULL;
  if (c)
    PQfinish(c);
  return 0;
}
