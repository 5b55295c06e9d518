// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A local struct that is copied or reached through a pointer.

#include "libpq-fe.h"
#include <stddef.h>

struct Ctx {
  PGconn *conn;
  int n;
};
int step(void);

void copied(void) {
  struct Ctx a, b;
  a.conn = PQconnectdb("");
  a.n = 1;
  b = a;
  PQfinish(b.conn);
}

void copiedByInitialiser(void) {
  struct Ctx a = {PQconnectdb(""), 1};
  struct Ctx b = a;
  PQfinish(b.conn);
}

void originalStillNamesIt(void) {
  struct Ctx a = {PQconnectdb(""), 1};
  struct Ctx b = a;
  step();
  PQfinish(a.conn);
  (void)b;
}

void copiedOut(struct Ctx *out) {
  struct Ctx a = {PQconnectdb(""), 1};
  *out = a;
}

void throughPointer(void) {
  struct Ctx ctx;
  struct Ctx *p = &ctx;
  p->conn = PQconnectdb("");
  PQfinish(p->conn);
}

void throughPointerThenName(void) {
  struct Ctx ctx;
  struct Ctx *p = &ctx;
  p->conn = PQconnectdb("");
  PQfinish(ctx.conn);
}

void nameThenPointer(void) {
  struct Ctx ctx;
  struct Ctx *p = &ctx;
  ctx.conn = PQconnectdb("");
  PQfinish(p->conn);
}

void nameThenPointerOnOnePath(void) {
  struct Ctx ctx;
  struct Ctx *p = &ctx;
  ctx.conn = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: session 'ctx.conn' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (step())
    return;
  PQfinish(p->conn);
}

static void shut(struct Ctx *ctx) {
  PQfinish(ctx->conn);
  ctx->conn = NULL;
}

static int start(struct Ctx *ctx) {
  ctx->conn = PQconnectdb("");
  if (PQstatus(ctx->conn) != CONNECTION_OK) {
    PQfinish(ctx->conn);
    ctx->conn = NULL;
    return -1;
  }
  return 0;
}

int shutByHelper(void) {
  struct Ctx ctx = {NULL, 0};
  ctx.conn = PQconnectdb("");
  step();
  shut(&ctx);
  return 0;
}

int startedAndShutByHelpers(void) {
  struct Ctx ctx = {NULL, 0};
  if (start(&ctx) < 0)
    return -1;
  step();
  shut(&ctx);
  return 0;
}

void designated(void) {
  struct Ctx ctx = {.n = 2, .conn = PQconnectdb("")};
  PQfinish(ctx.conn);
}
