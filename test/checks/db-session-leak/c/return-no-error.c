// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Early returns that report no error: no row, cache hit, already found.

#include "libpq-fe.h"
#include "sqlite3.h"

int cached(int key);

int noRow(PGconn *c) {
  PGresult *r = PQexec(c, "select id from t");
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
  if (PQntuples(r) == 0)
    return 0;
  int n = PQnfields(r);
  PQclear(r);
  return n;
}

int noRowReleased(PGconn *c) {
  PGresult *r = PQexec(c, "select id from t");
  if (PQntuples(r) == 0) {
    PQclear(r);
    return 0;
  }
  int n = PQnfields(r);
  PQclear(r);
  return n;
}

int cacheHit(int key) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (cached(key))
    return 1;
  PQfinish(c);
  return 0;
}

int cacheHitReleased(int key) {
  if (cached(key))
    return 1;
  PGconn *c = PQconnectdb("");
  PQfinish(c);
  return 0;
}

int alreadyFound(sqlite3 *db, int wanted) {
  sqlite3_stmt *st;
  if (sqlite3_prepare_v2(db, "select id from t", -1, &st, 0) != SQLITE_OK)
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: statement 'st' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
    return -1;
  while (sqlite3_step(st) == SQLITE_ROW) {
    if (sqlite3_column_int(st, 0) == wanted)
      return 1;
  }
  sqlite3_finalize(st);
  return 0;
}

int alreadyFoundReleased(sqlite3 *db, int wanted) {
  sqlite3_stmt *st;
  int found = 0;
  if (sqlite3_prepare_v2(db, "select id from t", -1, &st, 0) != SQLITE_OK)
    return -1;
  while (sqlite3_step(st) == SQLITE_ROW) {
    if (sqlite3_column_int(st, 0) == wanted) {
      found = 1;
      break;
    }
  }
  sqlite3_finalize(st);
  return found;
}
