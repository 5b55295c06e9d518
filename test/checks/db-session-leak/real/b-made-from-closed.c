// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A connection that has been closed hands out nothing.

#include "sqlite3.h"
#include <stddef.h>

int misuse(void) {
  sqlite3 *db = NULL;
  sqlite3_stmt *st = NULL;
  sqlite3_open(":memory:", &db);
  sqlite3_close(db);
  int rc = sqlite3_prepare_v2(db, "", -1, &st, NULL);
  if (rc != SQLITE_MISUSE)
    return 1;
  return 0;
}

int use(void) {
  sqlite3 *db = NULL;
  sqlite3_stmt *st = NULL;
  sqlite3_open(":memory:", &db);
  int rc = sqlite3_prepare_v2(db, "", -1, &st, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: statement 'st' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
  sqlite3_close(db);
  return rc;
}

int again(int n) {
  int rc = SQLITE_OK;
  for (int i = 0; i < n; i++) {
    sqlite3 *db = NULL;
    sqlite3_stmt *st = NULL;
    sqlite3_open(":memory:", &db);
    rc = sqlite3_prepare_v2(db, "", -1, &st, NULL);
    // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: statement 'st' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
    sqlite3_close(db);
  }
  return rc;
}
