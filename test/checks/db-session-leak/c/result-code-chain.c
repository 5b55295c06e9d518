// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A chain of steps that each run only while the code is still good.

#include "sqlite3.h"
#include <stddef.h>

int step(void);

int chain(const char *path) {
  sqlite3 *db = NULL;
  sqlite3_stmt *st = NULL;
  int rc = sqlite3_open(path, &db);
  if (rc == SQLITE_OK)
    rc = sqlite3_prepare_v2(db, "select 1", -1, &st, NULL);
  if (rc == SQLITE_OK) {
    sqlite3_step(st);
    rc = sqlite3_finalize(st);
  }
  sqlite3_close(db);
  return rc;
}

int chainWithStepBetween(const char *path) {
  sqlite3 *db = NULL;
  sqlite3_stmt *st = NULL;
  int rc = sqlite3_open(path, &db);
  if (rc == SQLITE_OK)
    rc = sqlite3_prepare_v2(db, "select 1", -1, &st, NULL);
    // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: statement 'st' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
  if (rc == SQLITE_OK)
    rc = sqlite3_bind_int(st, 1, 7);
  if (rc == SQLITE_OK)
    rc = sqlite3_finalize(st);
  sqlite3_close(db);
  return rc;
}

int chainReleasedUnconditionally(const char *path) {
  sqlite3 *db = NULL;
  sqlite3_stmt *st = NULL;
  int rc = sqlite3_open(path, &db);
  if (rc == SQLITE_OK)
    rc = sqlite3_prepare_v2(db, "select 1", -1, &st, NULL);
  if (rc == SQLITE_OK)
    rc = sqlite3_bind_int(st, 1, 7);
  sqlite3_finalize(st);
  sqlite3_close(db);
  return rc;
}

int closedOnlyWhenOpened(const char *path) {
  sqlite3 *db = NULL;
  int rc = sqlite3_open(path, &db);
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: session 'db' acquired by 'sqlite3_open' is not released on every path [db-session-leak]
  if (rc == SQLITE_OK) {
    step();
    sqlite3_close(db);
  }
  return rc;
}

int nestedInsteadOfChained(const char *path) {
  sqlite3 *db;
  sqlite3_stmt *st;
  int rc;
  if ((rc = sqlite3_open(path, &db)) == SQLITE_OK) {
    if ((rc = sqlite3_prepare_v2(db, "select 1", -1, &st, NULL)) == SQLITE_OK) {
      if ((rc = sqlite3_step(st)) == SQLITE_ROW)
        rc = SQLITE_OK;
      sqlite3_finalize(st);
    }
  }
  sqlite3_close(db);
  return rc;
}
