// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Closing the parent does not finish its open statements and results.

#include "libpq-fe.h"
#include "mysql.h"
#include "sqlite3.h"

int step(void);

int statementLeftOpen(const char *path) {
  sqlite3 *db;
  sqlite3_stmt *st;
  if (sqlite3_open(path, &db) != SQLITE_OK) {
    sqlite3_close(db);
    return -1;
  }
  if (sqlite3_prepare_v2(db, "select 1", -1, &st, 0) != SQLITE_OK) {
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: statement 'st' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
    sqlite3_close(db);
    return -1;
  }
  if (sqlite3_step(st) != SQLITE_ROW) {
    sqlite3_close(db);
    return -1;
  }
  sqlite3_finalize(st);
  sqlite3_close(db);
  return 0;
}

int statementFinalized(const char *path) {
  sqlite3 *db;
  sqlite3_stmt *st;
  if (sqlite3_open(path, &db) != SQLITE_OK) {
    sqlite3_close(db);
    return -1;
  }
  if (sqlite3_prepare_v2(db, "select 1", -1, &st, 0) != SQLITE_OK) {
    sqlite3_close(db);
    return -1;
  }
  if (sqlite3_step(st) != SQLITE_ROW) {
    sqlite3_finalize(st);
    sqlite3_close(db);
    return -1;
  }
  sqlite3_finalize(st);
  sqlite3_close(db);
  return 0;
}

int resultOutlivesConnection(void) {
  PGconn *c = PQconnectdb("");
  PGresult *r = PQexec(c, "select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
  PQfinish(c);
  return PQntuples(r);
}

int resultClearedAfterConnection(void) {
  PGconn *c = PQconnectdb("");
  PGresult *r = PQexec(c, "select 1");
  PQfinish(c);
  int n = PQntuples(r);
  PQclear(r);
  return n;
}

int parentForgotten(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  PGresult *r = PQexec(c, "select 1");
  int n = PQntuples(r);
  PQclear(r);
  return n;
}

int rowsOutliveConnection(MYSQL *m) {
  MYSQL_RES *res = mysql_store_result(m);
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: result 'res' acquired by 'mysql_store_result' is not released on every path [db-session-leak]
  if (!res)
    return -1;
  mysql_close(m);
  return 0;
}
