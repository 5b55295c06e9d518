// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// 'do … while (0)' with breaks as a cleanup idiom.

#include "libpq-fe.h"
#include <stddef.h>

int step(void);

int breaksToRelease(void) {
  int rc = -1;
  PGresult *r = NULL;
  PGconn *c = PQconnectdb("");
  do {
    if (PQstatus(c) != CONNECTION_OK)
      break;
    r = PQexec(c, "select 1");
    if (PQresultStatus(r) != PGRES_TUPLES_OK)
      break;
    rc = 0;
  } while (0);
  PQclear(r);
  PQfinish(c);
  return rc;
}

int breaksPastRelease(void) {
  int rc = -1;
  PGconn *c = PQconnectdb("");
  do {
    if (PQstatus(c) != CONNECTION_OK)
      break;
    PGresult *r = PQexec(c, "select 1");
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
    if (PQresultStatus(r) != PGRES_TUPLES_OK)
      break;
    PQclear(r);
    rc = 0;
  } while (0);
  PQfinish(c);
  return rc;
}

int continuesPastRelease(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  do {
    if (step())
      continue;
    PQfinish(c);
  } while (0);
  return 0;
}

int returnsFromIt(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  do {
    if (step())
      return -1;
  } while (0);
  PQfinish(c);
  return 0;
}

int singleTurn(void) {
  PGconn *c = PQconnectdb("");
  do {
    PQfinish(c);
  } while (0);
  return 0;
}
