// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Helpers of this file that fill and empty a struct of the caller.

#include "libpq-fe.h"
#include <stddef.h>
#include <stdlib.h>

struct Ctx {
  PGconn *conn;
  PGresult *last;
};
int step(void);

static int ctxOpen(struct Ctx *ctx) {
  ctx->last = NULL;
  ctx->conn = PQconnectdb("");
  if (PQstatus(ctx->conn) != CONNECTION_OK)
    return -1;
  return 0;
}

static void ctxClose(struct Ctx *ctx) {
  PQclear(ctx->last);
  ctx->last = NULL;
  PQfinish(ctx->conn);
  ctx->conn = NULL;
}

static int ctxRun(struct Ctx *ctx, const char *sql) {
  PQclear(ctx->last);
  ctx->last = PQexec(ctx->conn, sql);
  return PQresultStatus(ctx->last) == PGRES_TUPLES_OK ? 0 : -1;
}

int openRunClose(void) {
  struct Ctx ctx;
  if (ctxOpen(&ctx) < 0) {
    ctxClose(&ctx);
    return -1;
  }
  if (ctxRun(&ctx, "select 1") < 0)
    step();
  ctxClose(&ctx);
  return 0;
}

struct Ctx *onTheHeap(void) {
  struct Ctx *ctx = malloc(sizeof *ctx);
  if (ctx == NULL)
    return NULL;
  if (ctxOpen(ctx) < 0) {
    ctxClose(ctx);
    free(ctx);
    return NULL;
  }
  return ctx;
}

int besideIt(struct Ctx *ctx) {
  PGresult *r = PQexec(ctx->conn, "select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
  if (ctxRun(ctx, "select 2") < 0)
    return -1;
  PQclear(r);
  return 0;
}
