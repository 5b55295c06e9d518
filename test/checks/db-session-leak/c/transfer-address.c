// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// The address of the handle is passed to code that is not visible: it may have
// been released there.

#include "libpq-fe.h"
#include "mysql.h"

void replace(PGconn **c);
void visit(void *where);
int step(void);
struct Ctx {
  PGconn *conn;
};
void visitCtx(struct Ctx *ctx);

void byAddress(void) {
  PGconn *c = PQconnectdb("");
  replace(&c);
}

void byAddressAsVoid(void) {
  PGconn *c = PQconnectdb("");
  visit(&c);
}

void storedAddress(PGconn ***where) {
  PGconn *c = PQconnectdb("");
  *where = &c;
}

void addressOfStruct(void) {
  struct Ctx ctx;
  ctx.conn = PQconnectdb("");
  visitCtx(&ctx);
}

void leftBefore(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (step())
    return;
  replace(&c);
}
