// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// Fields of a local struct are holders like local variables are.
#include "libpq-fe.h"
#include "sqlite3.h"

struct Context {
  PGconn *Conn;
  sqlite3 *Db;
};
struct Nested {
  Context Inner;
};
extern "C" void give(Context *);
extern "C" void logLine(const char *);

void fieldForgotten(bool bad) {
  Context ctx = {};
  ctx.Conn = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: session '{{(.*(->|\.))?}}Conn' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (bad)
    return;
  PQfinish(ctx.Conn);
}

void fieldReleased(bool bad) {
  Context ctx = {};
  ctx.Conn = PQconnectdb("");
  PQfinish(ctx.Conn);
  if (bad)
    return;
}

void fieldByAddress(const char *path) {
  Context ctx = {};
  if (sqlite3_open(path, &ctx.Db) != SQLITE_OK)
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: session '{{(.*(->|\.))?}}Db' acquired by 'sqlite3_open' is not released on every path [db-session-leak]
    return;
  sqlite3_close(ctx.Db);
}

void fieldByAddressReleased(const char *path) {
  Context ctx = {};
  if (sqlite3_open(path, &ctx.Db) != SQLITE_OK)
    logLine("cannot open");
  sqlite3_close(ctx.Db);
}

void nestedField(bool bad) {
  Nested n = {};
  n.Inner.Conn = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:18: warning: session '{{(.*(->|\.))?}}Conn' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (bad)
    return;
  PQfinish(n.Inner.Conn);
}

void nestedFieldReleased() {
  Nested n = {};
  n.Inner.Conn = PQconnectdb("");
  PQfinish(n.Inner.Conn);
}

Context structReturned() {
  Context ctx = {};
  ctx.Conn = PQconnectdb("");
  return ctx;
}

void addressGivenAway() {
  Context *ctx = new Context();
  ctx->Conn = PQconnectdb("");
  give(ctx);
}

void throughAReference(bool bad) {
  Context ctx = {};
  Context &r = ctx;
  r.Conn = PQconnectdb("");
  (void)bad;
  PQfinish(ctx.Conn);
}
