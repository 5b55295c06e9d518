// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// The release itself returns something.

#include "sqlite3.h"

int step(void);

int returned(const char *path) {
  sqlite3 *db;
  if (sqlite3_open(path, &db) != SQLITE_OK) {
    sqlite3_close(db);
    return -1;
  }
  return sqlite3_close_v2(db);
}

int stored(const char *path) {
  sqlite3 *db;
  int rc = sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, 0);
  if (rc == SQLITE_OK)
    rc = step();
  int closed = sqlite3_close_v2(db);
  return rc ? rc : closed;
}

int tested(sqlite3 *db) {
  sqlite3_stmt *st;
  if (sqlite3_prepare_v2(db, "delete from t", -1, &st, 0) != SQLITE_OK)
    return -1;
  sqlite3_step(st);
  if (sqlite3_finalize(st) != SQLITE_OK)
    return -1;
  return 0;
}

int resetIsNoRelease(sqlite3 *db) {
  sqlite3_stmt *st;
  if (sqlite3_prepare_v2(db, "delete from t", -1, &st, 0) != SQLITE_OK)
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: statement 'st' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
    return -1;
  sqlite3_step(st);
  return sqlite3_reset(st);
}

int clearBindingsIsNoRelease(sqlite3 *db) {
  sqlite3_stmt *st;
  if (sqlite3_prepare_v2(db, "delete from t", -1, &st, 0) != SQLITE_OK)
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: statement 'st' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
    return -1;
  sqlite3_clear_bindings(st);
  return 0;
}
