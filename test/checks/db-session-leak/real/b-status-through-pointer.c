// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A helper that returns a statement, and its status through a pointer.

#include "sqlite3.h"
#include <stddef.h>

static sqlite3_stmt *prepare(int *status, sqlite3 *db, const char *sql) {
  sqlite3_stmt *st = NULL;
  if (*status == SQLITE_OK) {
    if (!sql)
      *status = SQLITE_NOMEM;
    else
      *status = sqlite3_prepare_v2(db, sql, -1, &st, NULL);
  }
  return st;
}

static void finalize(int *status, sqlite3_stmt *st) {
  int rc = sqlite3_finalize(st);
  if (*status == SQLITE_OK)
    *status = rc;
}

int columns(sqlite3 *db, const char *sql) {
  int rc = SQLITE_OK, n = 0;
  sqlite3_stmt *st = prepare(&rc, db, sql);
  if (rc == SQLITE_OK) {
    n = sqlite3_column_count(st);
    finalize(&rc, st);
  }
  return rc == SQLITE_OK ? n : -1;
}

int columnsLeaking(sqlite3 *db, const char *sql) {
  int rc = SQLITE_OK, n = 0;
  sqlite3_stmt *st = prepare(&rc, db, sql);
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: statement 'st' acquired by 'prepare' is not released on every path [db-session-leak]
  if (rc != SQLITE_OK)
    finalize(&rc, st);
  else
    n = sqlite3_column_count(st);
  return n;
}
