// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A function of this file that acquires: its callers owe the release.

#include "libpq-fe.h"
#include "sqlite3.h"
#include <stddef.h>

int step(void);

static PGconn *connectHere(void) { return PQconnectdb(""); }

static PGconn *connectOrNull(void) {
  PGconn *c = PQconnectdb("");
  if (PQstatus(c) != CONNECTION_OK) {
    PQfinish(c);
    return NULL;
  }
  return c;
}

static PGconn *connectTwoLevels(void) { return connectOrNull(); }

static int connectInto(PGconn **out) {
  PGconn *c = PQconnectdb("");
  if (PQstatus(c) != CONNECTION_OK) {
    PQfinish(c);
    return -1;
  }
  *out = c;
  return 0;
}

static int openDatabase(const char *path, sqlite3 **out) {
  int rc = sqlite3_open(path, out);
  if (rc != SQLITE_OK) {
    sqlite3_close(*out);
    *out = NULL;
  }
  return rc;
}

void plain(void) {
  PGconn *c = connectHere();
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'connectHere' is not released on every path [db-session-leak]
  PQstatus(c);
}

void plainReleased(void) {
  PGconn *c = connectHere();
  PQfinish(c);
}

int orNull(void) {
  PGconn *c = connectOrNull();
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'connectOrNull' is not released on every path [db-session-leak]
  if (c == NULL)
    return -1;
  if (step())
    return -2;
  PQfinish(c);
  return 0;
}

int orNullReleased(void) {
  PGconn *c = connectOrNull();
  if (c == NULL)
    return -1;
  PQfinish(c);
  return 0;
}

int twoLevels(void) {
  PGconn *c = connectTwoLevels();
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'connectTwoLevels' is not released on every path [db-session-leak]
  if (!c)
    return -1;
  return step();
}

int twoLevelsReleased(void) {
  PGconn *c = connectTwoLevels();
  if (!c)
    return -1;
  PQfinish(c);
  return step();
}

int intoVariable(void) {
  PGconn *c;
  if (connectInto(&c) < 0)
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: session 'c' acquired by 'connectInto' is not released on every path [db-session-leak]
    return -1;
  if (step())
    return -2;
  PQfinish(c);
  return 0;
}

int intoVariableReleased(void) {
  PGconn *c;
  if (connectInto(&c) < 0)
    return -1;
  if (step()) {
    PQfinish(c);
    return -2;
  }
  PQfinish(c);
  return 0;
}

int intoVariableStatus(void) {
  PGconn *c;
  int rc = connectInto(&c);
  if (rc != 0)
    return rc;
  PQfinish(c);
  return 0;
}

int database(const char *path) {
  sqlite3 *db;
  if (openDatabase(path, &db) != SQLITE_OK)
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: session 'db' acquired by 'openDatabase' is not released on every path [db-session-leak]
    return -1;
  return step();
}

int databaseReleased(const char *path) {
  sqlite3 *db;
  if (openDatabase(path, &db) != SQLITE_OK)
    return -1;
  sqlite3_close(db);
  return step();
}

void discarded(void) { connectHere(); }
// CHECK-MESSAGES: :[[@LINE-1]]:24: warning: session acquired by 'connectHere' is not released on every path [db-session-leak]

PGconn *handedOn(void) {
  PGconn *c = connectHere();
  return c;
}

void declaredBeforeDefined(void);
static PGconn *connectBelow(void);

void declaredBeforeDefined(void) {
  PGconn *c = connectBelow();
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'connectBelow' is not released on every path [db-session-leak]
  PQstatus(c);
}

static PGconn *connectBelow(void) { return PQconnectdb(""); }
