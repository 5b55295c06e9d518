// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A heap block that is freed with the handle still in it.

#include "libpq-fe.h"
#include <stddef.h>
#include <stdlib.h>

struct Ctx {
  PGconn *conn;
  int n;
};
int step(void);

int freedOnly(void) {
  struct Ctx *ctx = malloc(sizeof *ctx);
  if (!ctx)
    return -1;
  ctx->conn = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'ctx->conn' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  step();
  free(ctx);
  return 0;
}

int releasedThenFreed(void) {
  struct Ctx *ctx = malloc(sizeof *ctx);
  if (!ctx)
    return -1;
  ctx->conn = PQconnectdb("");
  step();
  PQfinish(ctx->conn);
  free(ctx);
  return 0;
}

struct Ctx *freedOnFailure(void) {
  struct Ctx *ctx = malloc(sizeof *ctx);
  if (!ctx)
    return NULL;
  ctx->conn = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'ctx->conn' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (PQstatus(ctx->conn) != CONNECTION_OK) {
    free(ctx);
    return NULL;
  }
  return ctx;
}

struct Ctx *releasedOnFailure(void) {
  struct Ctx *ctx = malloc(sizeof *ctx);
  if (!ctx)
    return NULL;
  ctx->conn = PQconnectdb("");
  if (PQstatus(ctx->conn) != CONNECTION_OK) {
    PQfinish(ctx->conn);
    free(ctx);
    return NULL;
  }
  return ctx;
}

static void destroy(struct Ctx *ctx) {
  if (!ctx)
    return;
  if (ctx->conn)
    PQfinish(ctx->conn);
  free(ctx);
}

struct Ctx *destroyedOnFailure(void) {
  struct Ctx *ctx = calloc(1, sizeof *ctx);
  if (!ctx)
    return NULL;
  ctx->conn = PQconnectdb("");
  if (PQstatus(ctx->conn) != CONNECTION_OK) {
    destroy(ctx);
    return NULL;
  }
  return ctx;
}
