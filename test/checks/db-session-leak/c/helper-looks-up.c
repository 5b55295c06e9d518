// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A function of this file that returns a handle it does not own.

#include "libpq-fe.h"
#include <stddef.h>

static PGconn *Connection;
struct Self {
  PGconn *conn;
};

static PGconn *current(void) {
  if (Connection == NULL)
    Connection = PQconnectdb("");
  return Connection;
}

static PGconn *connectionOf(struct Self *self) { return self->conn; }

static PGconn *same(PGconn *c) { return c; }

int usesCurrent(void) {
  PGconn *c = current();
  return PQstatus(c) == CONNECTION_OK;
}

int usesField(struct Self *self) {
  PGconn *c = connectionOf(self);
  return PQstatus(c) == CONNECTION_OK;
}

void usesSame(PGconn *given) {
  PGconn *c = same(given);
  PQstatus(c);
}

void resultOfCurrent(void) {
  PGresult *r = PQexec(current(), "select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
  PQntuples(r);
}

void resultOfCurrentReleased(void) {
  PGresult *r = PQexec(current(), "select 1");
  PQclear(r);
}
