// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A helper that releases what the field holds and then clears or refills it,
// directly, through a pointer that it fetches itself, or two calls deep: its
// callers overwrite nothing.

#include "hiredis/hiredis.h"
#include "libpq-fe.h"
#include <stddef.h>

struct Node {
  redisContext *Context;
};

static void connectNode(struct Node *n) {
  if (n->Context)
    return;
  redisContext *c = redisConnect("localhost", 6379);
  if (!c)
    return;
  if (c->err) {
    redisFree(c);
    return;
  }
  n->Context = c;
}

static void *command(struct Node *n, const char *text) {
  redisContext *c = n->Context;
  if (!c)
    return NULL;
  void *reply = redisCommand(c, text);
  if (!reply) {
    redisFree(n->Context);
    n->Context = NULL;
  }
  return reply;
}

static void readInfo(struct Node *n) {
  redisReply *r;
  if ((r = command(n, "INFO")) == NULL)
    return;
  freeReplyObject(r);
}

struct UserData {
  void *Data;
};

int readNode(struct UserData *u) {
  struct Node *n = u->Data;
  connectNode(n);
  if (!n->Context)
    return -1;
  readInfo(n);
  if (!n->Context)
    return -1;
  return 0;
}

struct Con {
  PGconn *Conn;
  PGresult *Result;
};
struct Db {
  void *Tail;
};
#define CON(h) ((struct Con *)((h)->Tail))

static int store(const struct Db *h, int *rows) {
  struct Con *con = CON(h);
  if (!con->Result)
    return -1;
  *rows = PQntuples(con->Result);
  PQclear(con->Result);
  con->Result = NULL;
  return 0;
}

int query(const struct Db *h, int *rows) {
  struct Con *con = CON(h);
  con->Result = PQexec(con->Conn, "select 1");
  if (!rows)
    return 0;
  if (store(h, rows) < 0)
    return -1;
  return 0;
}

static int restart(struct Con *c) {
  PQfinish(c->Conn);
  c->Conn = PQconnectdb("");
  return PQstatus(c->Conn) == CONNECTION_OK ? 0 : -1;
}

int twice(struct Con *c) {
  c->Conn = PQconnectdb("");
  if (restart(c) && restart(c))
    return -1;
  return 0;
}

static void forget(struct Con *c) { c->Conn = NULL; }

void forgotten(void) {
  struct Con c = {NULL, NULL};
  c.Conn = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: session 'c.Conn' acquired by
  // 'PQconnectdb' is not released on every path [db-session-leak]
  forget(&c);
}
