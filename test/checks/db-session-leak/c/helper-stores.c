// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A function of this file that keeps the handle in a place that outlives the
// call.

#include "libpq-fe.h"
#include <stddef.h>

struct Self {
  PGconn *conn;
};
static PGconn *Kept;

static void keepIn(struct Self *self, PGconn *c) { self->conn = c; }

static void keepGlobally(PGconn *c) { Kept = c; }

static void readInto(int *status, PGconn *c) { *status = PQstatus(c); }

void inParameter(struct Self *self) {
  PGconn *c = PQconnectdb("");
  keepIn(self, c);
}

void globally(void) {
  PGconn *c = PQconnectdb("");
  keepGlobally(c);
}

int nothingKept(void) {
  int status;
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  readInto(&status, c);
  return status;
}

int nothingKeptReleased(void) {
  int status;
  PGconn *c = PQconnectdb("");
  readInto(&status, c);
  PQfinish(c);
  return status;
}

void inLocalStruct(void) {
  struct Self self;
  PGconn *c = PQconnectdb("");
  keepIn(&self, c);
  PQfinish(self.conn);
}

void inLocalStructOldName(void) {
  struct Self self;
  PGconn *c = PQconnectdb("");
  keepIn(&self, c);
  PQfinish(c);
}
