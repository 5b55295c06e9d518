// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A function elsewhere that makes an object of a handle, and this one returns
// the object: the handle went into it.

#include "sqlite3.h"
#include <stddef.h>

struct Rows;
struct Set;
struct Operations;

struct Rows *Rows_new(sqlite3_stmt *st, int max);
struct Rows *OpaqueRows_new(void *st, int max);
struct Set *Set_new(struct Rows *rows, const struct Operations *ops);
int countRows(sqlite3_stmt *st);
extern const struct Operations Ops;

struct Set *query(sqlite3 *db, const char *sql) {
  sqlite3_stmt *st;
  if (sqlite3_prepare_v2(db, sql, -1, &st, NULL) != SQLITE_OK)
    return NULL;
  sqlite3_step(st);
  return Set_new(Rows_new(st, 1), &Ops);
}

struct Rows *rows(sqlite3 *db, const char *sql) {
  sqlite3_stmt *st;
  if (sqlite3_prepare_v2(db, sql, -1, &st, NULL) != SQLITE_OK)
    return NULL;
  if (sqlite3_step(st) != SQLITE_ROW) {
    sqlite3_finalize(st);
    return NULL;
  }
  return Rows_new(st, 1);
}

struct Set *opaqueQuery(sqlite3 *db, const char *sql) {
  sqlite3_stmt *st;
  if (sqlite3_prepare_v2(db, sql, -1, &st, NULL) != SQLITE_OK)
    return NULL;
  return Set_new(OpaqueRows_new(st, 1), &Ops);
}

int counts(sqlite3 *db, const char *sql) {
  sqlite3_stmt *st;
  if (sqlite3_prepare_v2(db, sql, -1, &st, NULL) != SQLITE_OK)
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: statement 'st' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
    return -1;
  return countRows(st);
}
