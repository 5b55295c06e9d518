// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Storing the handle where it outlives the function hands it on.

#include "libpq-fe.h"
#include "sqlite3.h"
#include <stddef.h>
#include <stdlib.h>

struct Self {
  PGconn *conn;
  sqlite3 *db;
  struct {
    PGconn *conn;
  } inner;
  struct Self *next;
};

PGconn *Shared;
static PGconn *Hidden;
PGconn *Slots[8];
struct Self Global;

int step(void);

void fieldOfParameter(struct Self *self) { self->conn = PQconnectdb(""); }

void fieldOfParameterLater(struct Self *self) {
  PGconn *c = PQconnectdb("");
  self->conn = c;
}

void nestedField(struct Self *self) {
  PGconn *c = PQconnectdb("");
  self->next->inner.conn = c;
}

void global(void) { Shared = PQconnectdb(""); }

void fileStatic(void) {
  PGconn *c = PQconnectdb("");
  Hidden = c;
}

void globalStruct(void) {
  PGconn *c = PQconnectdb("");
  Global.conn = c;
}

void globalArray(int i) {
  PGconn *c = PQconnectdb("");
  Slots[i] = c;
}

void outParameter(PGconn **out) {
  PGconn *c = PQconnectdb("");
  *out = c;
}

void arrayParameter(PGconn *slots[], int i) {
  PGconn *c = PQconnectdb("");
  slots[i] = c;
}

void movingOutParameter(PGconn **next) {
  PGconn *c = PQconnectdb("");
  *next++ = c;
}

int intoFieldByAddress(struct Self *self, const char *path) {
  return sqlite3_open(path, &self->db);
}

int intoOutParameter(sqlite3 **out, const char *path) {
  return sqlite3_open(path, out);
}

int outParameterOnSuccessOnly(PGconn **out) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (PQstatus(c) != CONNECTION_OK)
    return -1;
  *out = c;
  return 0;
}

int outParameterOnSuccess(PGconn **out) {
  PGconn *c = PQconnectdb("");
  if (PQstatus(c) != CONNECTION_OK) {
    PQfinish(c);
    return -1;
  }
  *out = c;
  return 0;
}

int fieldAfterEarlyReturn(struct Self *self) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (step())
    return -1;
  self->conn = c;
  return 0;
}

struct Self *onTheHeap(void) {
  struct Self *self = malloc(sizeof *self);
  if (!self)
    return NULL;
  self->conn = PQconnectdb("");
  return self;
}

struct Self *heapFailsLater(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  struct Self *self = malloc(sizeof *self);
  if (!self)
    return NULL;
  self->conn = c;
  return self;
}

struct Self *heapFailsLaterReleased(void) {
  PGconn *c = PQconnectdb("");
  struct Self *self = malloc(sizeof *self);
  if (!self) {
    PQfinish(c);
    return NULL;
  }
  self->conn = c;
  return self;
}

void intoList(struct Self **list) {
  struct Self *self = malloc(sizeof *self);
  if (!self)
    return;
  self->conn = PQconnectdb("");
  self->next = *list;
  *list = self;
}

void alsoUsedAfterwards(struct Self *self) {
  PGconn *c = PQconnectdb("");
  self->conn = c;
  if (PQstatus(c) != CONNECTION_OK)
    return;
  step();
}
