// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Release through the address of the handle, which is nulled.

#include "libpq-fe.h"
#include "sqlite3.h"
#include <stddef.h>

int step(void);

static void hangUp(PGconn **c) {
  PQfinish(*c);
  *c = NULL;
}

static void hangUpIfSet(PGconn **c) {
  if (c && *c) {
    PQfinish(*c);
    *c = NULL;
  }
}

static void onlyLooks(PGconn **c) { PQstatus(*c); }

static void onlyNulls(PGconn **c) { *c = NULL; }

static void renew(PGconn **c) {
  PQfinish(*c);
  *c = PQconnectdb("");
}

void plain(void) {
  PGconn *c = PQconnectdb("");
  hangUp(&c);
}

void ifSet(void) {
  PGconn *c = PQconnectdb("");
  hangUpIfSet(&c);
}

int withCleanup(void) {
  PGconn *c = PQconnectdb("");
  if (step())
    hangUpIfSet(&c);
  hangUpIfSet(&c);
  return 0;
}

void onOnePath(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (step())
    hangUp(&c);
}

void looks(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  onlyLooks(&c);
}

void nullsOnly(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  onlyNulls(&c);
}

void renewedAndReleased(void) {
  PGconn *c = PQconnectdb("");
  renew(&c);
  PQfinish(c);
}

void reacquiredAfterwards(void) {
  PGconn *c = PQconnectdb("dbname=a");
  hangUp(&c);
  c = PQconnectdb("dbname=b");
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  step();
}
