// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Casts, qualifiers and unions do not hide the handle.

#include "libpq-fe.h"
#include "hiredis/hiredis.h"
#include <stddef.h>

int step(void);

void throughVoid(void) {
  void *v = PQconnectdb("");
  PQfinish(v);
}

void throughVoidForgotten(void) {
  void *v = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: session 'v' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  PQstatus(v);
}

void thereAndBack(void) {
  PGconn *c = PQconnectdb("");
  void *v = c;
  PGconn *d = (PGconn *)v;
  PQfinish(d);
}

void castAtRelease(void) {
  void *v = (void *)PQconnectdb("");
  PQfinish((PGconn *)v);
}

void castOnOnePath(void) {
  void *v = (void *)PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: session 'v' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (step())
    return;
  PQfinish((PGconn *)v);
}

void constPointer(void) {
  PGconn *const c = PQconnectdb("");
  PQfinish(c);
}

void constPointerForgotten(void) {
  PGconn *const c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  PQstatus(c);
}

void pointerToConst(void) {
  const PGconn *c = PQconnectdb("");
  PQfinish((PGconn *)c);
}

void volatilePointer(void) {
  PGconn *volatile c = PQconnectdb("");
  PQfinish(c);
}

void typedefName(void) {
  typedef PGconn *Connection;
  Connection c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  step();
}

void typedefNameReleased(void) {
  typedef PGconn *Connection;
  Connection c = PQconnectdb("");
  PQfinish(c);
}

void inUnion(void) {
  union {
    PGconn *conn;
    void *any;
  } u;
  u.conn = PQconnectdb("");
  PQfinish(u.conn);
}

void inUnionOtherMember(void) {
  union {
    PGconn *conn;
    void *any;
  } u;
  u.conn = PQconnectdb("");
  PQfinish(u.any);
}

void replyWithCast(redisContext *c) {
  redisReply *r = (redisReply *)redisCommand(c, "GET a");
  // CHECK-MESSAGES: :[[@LINE-1]]:33: warning: result 'r' acquired by 'redisCommand' is not released on every path [db-session-leak]
  if (r && r->type == REDIS_REPLY_STRING)
    step();
}

void replyWithCastReleased(redisContext *c) {
  redisReply *r = (redisReply *)redisCommand(c, "GET a");
  if (r && r->type == REDIS_REPLY_STRING)
    step();
  freeReplyObject(r);
}
