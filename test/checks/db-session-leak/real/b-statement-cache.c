// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A helper that hands out a statement of the cache that its parameter keeps,
// and prepares it first if it is not there yet.

#include "sqlite3.h"
#include <stddef.h>

struct Table {
  sqlite3 *Db;
  sqlite3_stmt *Cached[4];
};

static int statementOf(struct Table *t, int which, sqlite3_stmt **out) {
  int rc = SQLITE_OK;
  sqlite3_stmt *st = t->Cached[which];
  if (!st) {
    rc = sqlite3_prepare_v2(t->Db, "", -1, &st, NULL);
    t->Cached[which] = st;
  }
  *out = st;
  return rc;
}

static int statementAnew(struct Table *t, sqlite3_stmt **out) {
  return sqlite3_prepare_v2(t->Db, "", -1, out, NULL);
}

int deleteRow(struct Table *t) {
  sqlite3_stmt *st;
  int rc = statementOf(t, 1, &st);
  if (rc == SQLITE_OK) {
    sqlite3_step(st);
    rc = sqlite3_reset(st);
  }
  return rc;
}

int deleteRowAnew(struct Table *t) {
  sqlite3_stmt *st;
  int rc = statementAnew(t, &st);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: statement 'st' acquired by 'statementAnew' is not released on every path [db-session-leak]
  if (rc == SQLITE_OK) {
    sqlite3_step(st);
    rc = sqlite3_reset(st);
  }
  return rc;
}
