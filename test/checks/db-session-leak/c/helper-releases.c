// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A function of this file that releases, or only seems to.

#include "libpq-fe.h"
#include "sqlite3.h"
#include <stddef.h>
#include <stdio.h>

int step(void);

static void hangUp(PGconn *c) { PQfinish(c); }

static void hangUpIfSet(PGconn *c) {
  if (c)
    PQfinish(c);
}

static void hangUpUnlessNull(PGconn *c) {
  if (!c)
    return;
  step();
  PQfinish(c);
}

static void twoLevelsDown(PGconn *c) { hangUpIfSet(c); }

static void onlyLooks(PGconn *c) { PQstatus(c); }

static void closeNothing(PGconn *c) { PQstatus(c); }

static int fail(sqlite3 *db, sqlite3_stmt *st, const char *what) {
  fprintf(stderr, "%s: %s\n", what, sqlite3_errmsg(db));
  sqlite3_finalize(st);
  sqlite3_close(db);
  return -1;
}

void plain(void) {
  PGconn *c = PQconnectdb("");
  hangUp(c);
}

void ifSet(void) {
  PGconn *c = PQconnectdb("");
  hangUpIfSet(c);
}

void unlessNull(void) {
  PGconn *c = PQconnectdb("");
  hangUpUnlessNull(c);
}

void deeper(void) {
  PGconn *c = PQconnectdb("");
  twoLevelsDown(c);
}

void looks(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  onlyLooks(c);
}

void bodyBeatsName(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  closeNothing(c);
}

void onOnePath(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (step())
    hangUp(c);
}

int consumesBoth(const char *path) {
  sqlite3 *db;
  sqlite3_stmt *st = NULL;
  if (sqlite3_open(path, &db) != SQLITE_OK)
    return fail(db, st, "open");
  if (sqlite3_prepare_v2(db, "select 1", -1, &st, NULL) != SQLITE_OK)
    return fail(db, NULL, "prepare");
  if (sqlite3_step(st) != SQLITE_ROW)
    return fail(db, st, "step");
  sqlite3_finalize(st);
  sqlite3_close(db);
  return 0;
}

int consumesOneOnly(const char *path) {
  sqlite3 *db;
  sqlite3_stmt *st = NULL;
  if (sqlite3_open(path, &db) != SQLITE_OK)
    return fail(db, st, "open");
  if (sqlite3_prepare_v2(db, "select 1", -1, &st, NULL) != SQLITE_OK)
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: statement 'st' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
    return fail(db, NULL, "prepare");
  if (sqlite3_step(st) != SQLITE_ROW)
    return fail(db, NULL, "step");
  sqlite3_finalize(st);
  sqlite3_close(db);
  return 0;
}

void definedLater(void) {
  void hangUpBelow(PGconn * c);
  PGconn *c = PQconnectdb("");
  hangUpBelow(c);
}

void hangUpBelow(PGconn *c) { PQfinish(c); }
