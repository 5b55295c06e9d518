// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A retry loop that goes on for several error codes: whichever it was, nothing
// was prepared.

#include "sqlite3.h"
#include <stddef.h>

int pauseFor(int ms);

struct Store {
  sqlite3 *Db;
  int Status;
};

int either(sqlite3 *db, const char *sql) {
  sqlite3_stmt *st;
  int rc, tries = 0;
  do
    rc = sqlite3_prepare_v2(db, sql, -1, &st, NULL);
  while ((rc == SQLITE_BUSY || rc == SQLITE_LOCKED) && tries++ < 9);
  if (rc != SQLITE_OK)
    return rc;
  return sqlite3_finalize(st);
}

int inField(struct Store *s, const char *sql) {
  sqlite3_stmt *st;
  do
    s->Status = sqlite3_prepare_v2(s->Db, sql, -1, &st, NULL);
  while (s->Status == SQLITE_BUSY && pauseFor(1));
  if (s->Status == SQLITE_OK)
    return sqlite3_finalize(st);
  return 1;
}

int wrongSet(sqlite3 *db, const char *sql) {
  sqlite3_stmt *st;
  int rc, tries = 0;
  do
    rc = sqlite3_prepare_v2(db, sql, -1, &st, NULL);
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: statement 'st' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
  while ((rc == SQLITE_BUSY || rc == SQLITE_OK) && tries++ < 9);
  if (rc != SQLITE_OK)
    return rc;
  return sqlite3_finalize(st);
}
