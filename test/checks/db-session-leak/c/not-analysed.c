// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Code that acquires nothing, or only declares.

#include "libpq-fe.h"
#include "sqlite3.h"

int step(void);
extern PGconn *elsewhere(void);

int nothing(int n) {
  while (n--)
    if (step())
      return n;
  return 0;
}

int sizeOnly(PGconn *c) { return sizeof(PQexec(c, "select 1")); }

PGconn *address(void) {
  PGconn *(*connect)(const char *) = PQconnectdb;
  (void)connect;
  return 0;
}

int typeOnly(void) {
  __typeof__(PQconnectdb("")) c = 0;
  return c == 0;
}

int neverTaken(PGconn *c) {
  return 1 ? 0 : PQntuples(PQexec(c, "select 1"));
}

int deadBranch(void) {
  if (0) {
    PGconn *c = PQconnectdb("");
    return PQstatus(c) == CONNECTION_OK;
  }
  return 0;
}

int deadExit(void) {
  PGconn *c = PQconnectdb("");
  if (0)
    return -1;
  PQfinish(c);
  return 0;
}
