// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// __attribute__((cleanup)) releases on every way out of the scope.

#include "libpq-fe.h"
#include <stddef.h>

int step(void);
void pgconn_cleanup(PGconn **c);

static void hangUp(PGconn **c) {
  if (*c)
    PQfinish(*c);
}

static void clearResult(PGresult **r) { PQclear(*r); }

static void onlyLooks(PGconn **c) { PQstatus(*c); }

#define AUTO(f) __attribute__((cleanup(f)))

int owned(void) {
  AUTO(hangUp) PGconn *c = PQconnectdb("");
  if (step())
    return -1;
  return 0;
}

int ownedByUnseen(void) {
  AUTO(pgconn_cleanup) PGconn *c = PQconnectdb("");
  if (step())
    return -1;
  return 0;
}

int assignedLater(void) {
  AUTO(hangUp) PGconn *c = NULL;
  if (step())
    return -1;
  c = PQconnectdb("");
  return PQstatus(c) == CONNECTION_OK;
}

void ownedInLoop(PGconn *c, int n) {
  while (n--) {
    AUTO(clearResult) PGresult *r = PQexec(c, "select 1");
    if (step())
      continue;
    if (step())
      break;
  }
}

int cleanupOnlyLooks(void) {
  AUTO(onlyLooks) PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:31: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  return step();
}

int overwritten(void) {
  AUTO(hangUp) PGconn *c = PQconnectdb("dbname=a");
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  c = PQconnectdb("dbname=b");
  return step();
}

int overwrittenReleased(void) {
  AUTO(hangUp) PGconn *c = PQconnectdb("dbname=a");
  PQfinish(c);
  c = PQconnectdb("dbname=b");
  return step();
}

PGconn *stolen(void) {
  AUTO(hangUp) PGconn *c = PQconnectdb("");
  if (PQstatus(c) != CONNECTION_OK)
    return NULL;
  PGconn *result = c;
  c = NULL;
  return result;
}

int anotherIsNot(void) {
  AUTO(hangUp) PGconn *a = PQconnectdb("dbname=a");
  PGconn *b = PQconnectdb("dbname=b");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'b' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (step())
    return -1;
  PQfinish(b);
  return 0;
}
