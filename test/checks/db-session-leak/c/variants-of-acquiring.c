// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// The same leak with each function of libpq and SQLite that hands something
// out.

#include "libpq-fe.h"
#include "sqlite3.h"
#include <stddef.h>

int step(void);

void connectStart(void) {
  PGconn *c = PQconnectStart("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectStart' is not released on every path [db-session-leak]
  PQconnectPoll(c);
}

void connectStartReleased(void) {
  PGconn *c = PQconnectStart("");
  PQconnectPoll(c);
  PQfinish(c);
}

void connectParams(const char *const *keys, const char *const *values) {
  PGconn *c = PQconnectdbParams(keys, values, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdbParams' is not released on every path [db-session-leak]
  step();
}

void setLogin(void) {
  PGconn *c = PQsetdbLogin("h", "5432", NULL, NULL, "d", "u", "p");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQsetdbLogin' is not released on every path [db-session-leak]
  step();
}

void execParams(PGconn *c) {
  PGresult *r = PQexecParams(c, "select 1", 0, NULL, NULL, NULL, NULL, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: result 'r' acquired by 'PQexecParams' is not released on every path [db-session-leak]
  PQntuples(r);
}

void execPrepared(PGconn *c) {
  PGresult *r = PQprepare(c, "s", "select 1", 0, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: result 'r' acquired by 'PQprepare' is not released on every path [db-session-leak]
  r = PQexecPrepared(c, "s", 0, NULL, NULL, NULL, 0);
  PQclear(r);
}

void execPreparedReleased(PGconn *c) {
  PGresult *r = PQprepare(c, "s", "select 1", 0, NULL);
  PQclear(r);
  r = PQexecPrepared(c, "s", 0, NULL, NULL, NULL, 0);
  PQclear(r);
}

void getResult(PGconn *c) {
  PQsendQuery(c, "select 1");
  PGresult *r = PQgetResult(c);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: result 'r' acquired by 'PQgetResult' is not released on every path [db-session-leak]
  PQntuples(r);
}

void prepareV3(sqlite3 *db) {
  sqlite3_stmt *st;
  if (sqlite3_prepare_v3(db, "select 1", -1, 0, &st, NULL) == SQLITE_OK)
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: statement 'st' acquired by 'sqlite3_prepare_v3' is not released on every path [db-session-leak]
    sqlite3_step(st);
}

void prepareOld(sqlite3 *db) {
  sqlite3_stmt *st;
  if (sqlite3_prepare(db, "select 1", -1, &st, NULL) == SQLITE_OK)
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: statement 'st' acquired by 'sqlite3_prepare' is not released on every path [db-session-leak]
    sqlite3_step(st);
}

void prepareReleased(sqlite3 *db) {
  sqlite3_stmt *st;
  if (sqlite3_prepare_v3(db, "select 1", -1, 0, &st, NULL) == SQLITE_OK) {
    sqlite3_step(st);
    sqlite3_finalize(st);
  }
}
