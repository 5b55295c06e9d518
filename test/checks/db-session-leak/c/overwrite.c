// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// The only name of a handle gets another value.

#include "libpq-fe.h"
#include "sqlite3.h"
#include <stddef.h>

int step(void);

void byAcquisition(void) {
  PGconn *c = PQconnectdb("dbname=a");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  c = PQconnectdb("dbname=b");
  PQfinish(c);
}

void byAcquisitionReleased(void) {
  PGconn *c = PQconnectdb("dbname=a");
  PQfinish(c);
  c = PQconnectdb("dbname=b");
  PQfinish(c);
}

void byNull(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  c = NULL;
  step();
}

void byNullReleased(void) {
  PGconn *c = PQconnectdb("");
  PQfinish(c);
  c = NULL;
  step();
}

void byNullThenReleased(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  c = NULL;
  PQfinish(c);
}

void byOtherHandle(PGconn *other) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  c = other;
  PQstatus(c);
}

void keptUnderOtherName(PGconn *other) {
  PGconn *c = PQconnectdb("");
  PGconn *old = c;
  c = other;
  PQstatus(c);
  PQfinish(old);
}

void queryAfterQuery(PGconn *c) {
  PGresult *r = PQexec(c, "begin");
  PQclear(r);
  r = PQexec(c, "select 1");
  PQclear(r);
  r = PQexec(c, "commit");
  PQclear(r);
}

void queryAfterQueryOneForgotten(PGconn *c) {
  PGresult *r = PQexec(c, "begin");
  PQclear(r);
  r = PQexec(c, "select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
  r = PQexec(c, "commit");
  PQclear(r);
}

void lastQueryForgotten(PGconn *c) {
  PGresult *r = PQexec(c, "begin");
  PQclear(r);
  r = PQexec(c, "commit");
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
  PQresultStatus(r);
}

void onOneBranch(PGconn *c) {
  PGresult *r = PQexec(c, "select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
  if (step())
    r = PQexec(c, "select 2");
  PQclear(r);
}

void onOneBranchReleased(PGconn *c) {
  PGresult *r = PQexec(c, "select 1");
  if (step()) {
    PQclear(r);
    r = PQexec(c, "select 2");
  }
  PQclear(r);
}

void outParameterAgain(sqlite3 *db) {
  sqlite3_stmt *st = NULL;
  sqlite3_prepare_v2(db, "select 1", -1, &st, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: statement 'st' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
  sqlite3_step(st);
  sqlite3_prepare_v2(db, "select 2", -1, &st, NULL);
  sqlite3_step(st);
  sqlite3_finalize(st);
}

void outParameterAgainReleased(sqlite3 *db) {
  sqlite3_stmt *st = NULL;
  sqlite3_prepare_v2(db, "select 1", -1, &st, NULL);
  sqlite3_step(st);
  sqlite3_finalize(st);
  sqlite3_prepare_v2(db, "select 2", -1, &st, NULL);
  sqlite3_step(st);
  sqlite3_finalize(st);
}

void afterFailureOnly(void) {
  PGconn *c = PQconnectdb("dbname=a");
  if (!c)
    c = PQconnectdb("dbname=b");
  PQfinish(c);
}

void afterBadStatus(void) {
  PGconn *c = PQconnectdb("dbname=a");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (PQstatus(c) == CONNECTION_BAD)
    c = PQconnectdb("dbname=b");
  PQfinish(c);
}

void afterBadStatusReleased(void) {
  PGconn *c = PQconnectdb("dbname=a");
  if (PQstatus(c) == CONNECTION_BAD) {
    PQfinish(c);
    c = PQconnectdb("dbname=b");
  }
  PQfinish(c);
}

void selfAssignment(void) {
  PGconn *c = PQconnectdb("");
  PGconn *d = c;
  c = d;
  PQfinish(c);
}
