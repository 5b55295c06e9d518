// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Handles in fields of local structs.

#include "libpq-fe.h"
#include "sqlite3.h"
#include <stddef.h>

struct Ctx {
  PGconn *conn;
  PGresult *res;
  sqlite3 *db;
};
struct Outer {
  struct Ctx inner;
};
int step(void);

void field(void) {
  struct Ctx ctx;
  ctx.conn = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: session 'ctx.conn' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  step();
}

void fieldReleased(void) {
  struct Ctx ctx;
  ctx.conn = PQconnectdb("");
  PQfinish(ctx.conn);
}

int fieldReturn(void) {
  struct Ctx ctx = {0};
  ctx.conn = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: session 'ctx.conn' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (PQstatus(ctx.conn) != CONNECTION_OK)
    return -1;
  PQfinish(ctx.conn);
  return 0;
}

int fieldReturnReleased(void) {
  struct Ctx ctx = {0};
  ctx.conn = PQconnectdb("");
  if (PQstatus(ctx.conn) != CONNECTION_OK) {
    PQfinish(ctx.conn);
    return -1;
  }
  PQfinish(ctx.conn);
  return 0;
}

int twoFields(void) {
  struct Ctx ctx;
  ctx.conn = PQconnectdb("");
  ctx.res = PQexec(ctx.conn, "select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: result 'ctx.res' acquired by 'PQexec' is not released on every path [db-session-leak]
  if (PQresultStatus(ctx.res) != PGRES_TUPLES_OK) {
    PQfinish(ctx.conn);
    return -1;
  }
  PQclear(ctx.res);
  PQfinish(ctx.conn);
  return 0;
}

int nestedField(void) {
  struct Outer o;
  o.inner.conn = PQconnectdb("");
  PQfinish(o.inner.conn);
  return 0;
}

int nestedFieldForgets(void) {
  struct Outer o;
  o.inner.conn = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: session 'o.inner.conn' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  return step();
}

int byOutParameter(const char *path) {
  struct Ctx ctx;
  if (sqlite3_open(path, &ctx.db) != SQLITE_OK)
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: session 'ctx.db' acquired by 'sqlite3_open' is not released on every path [db-session-leak]
    return -1;
  sqlite3_close(ctx.db);
  return 0;
}

int byOutParameterReleased(const char *path) {
  struct Ctx ctx;
  if (sqlite3_open(path, &ctx.db) != SQLITE_OK) {
    sqlite3_close(ctx.db);
    return -1;
  }
  sqlite3_close(ctx.db);
  return 0;
}

void fieldToVariable(void) {
  struct Ctx ctx;
  ctx.conn = PQconnectdb("");
  PGconn *c = ctx.conn;
  PQfinish(c);
}

void variableToField(void) {
  PGconn *c = PQconnectdb("");
  struct Ctx ctx = {0};
  ctx.conn = c;
  PQfinish(ctx.conn);
}

void variableToFieldForgotten(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  struct Ctx ctx = {0};
  ctx.conn = c;
  step();
}

void overwritten(void) {
  struct Ctx ctx;
  ctx.conn = PQconnectdb("dbname=a");
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: session 'ctx.conn' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  ctx.conn = PQconnectdb("dbname=b");
  PQfinish(ctx.conn);
}

void siblingStructs(void) {
  struct Ctx a, b;
  a.conn = PQconnectdb("dbname=a");
  b.conn = PQconnectdb("dbname=b");
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: session 'b.conn' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  PQfinish(a.conn);
}

void siblingStructsReleased(void) {
  struct Ctx a, b;
  a.conn = PQconnectdb("dbname=a");
  b.conn = PQconnectdb("dbname=b");
  PQfinish(a.conn);
  PQfinish(b.conn);
}
