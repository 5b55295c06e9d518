// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A loop that goes on while there is no statement: what an inner branch knows
// of the handle holds at the loop's condition too.

#include "sqlite3.h"
#include <stddef.h>

int nextStatement(sqlite3 *db, const char *sql) {
  sqlite3_stmt *st = NULL;
  const char *tail = NULL;
  int rc, found = 0;
  do {
    rc = sqlite3_prepare_v2(db, sql, -1, &st, &tail);
    if (rc != SQLITE_OK) {
      if (st)
        sqlite3_finalize(st);
      return rc;
    } else if (rc == SQLITE_OK && st) {
      found = 1;
    } else if (rc == SQLITE_OK && !st) {
      sql = tail;
      if (!*sql)
        found = 1;
    }
  } while (rc == SQLITE_OK && !st && !found);
  sqlite3_finalize(st);
  return rc;
}

int skipsStatements(sqlite3 *db, const char *sql) {
  sqlite3_stmt *st = NULL;
  const char *tail = NULL;
  int rc;
  do {
    rc = sqlite3_prepare_v2(db, sql, -1, &st, &tail);
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: statement 'st' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
    sql = tail;
  } while (rc == SQLITE_OK && *sql);
  sqlite3_finalize(st);
  return rc;
}
