// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// An object with a count of its users, released by the last of them.

#include "hiredis/hiredis.h"
#include <stdlib.h>

struct Con {
  redisContext *Context;
  unsigned Users;
};

int ask(struct Con *c);

static struct Con *make(const char *host) {
  redisContext *x = redisConnect(host, 6379);
  if (!x)
    return NULL;
  if (x->err) {
    redisFree(x);
    return NULL;
  }
  struct Con *c = calloc(1, sizeof(*c));
  c->Context = x;
  return c;
}

static int closeCon(struct Con *c) {
  int closed = 0;
  if (c->Users > 0)
    c->Users--;
  if (c->Users == 0) {
    if (c->Context) {
      redisFree(c->Context);
      c->Context = NULL;
    }
    closed = 1;
  }
  return closed;
}

static int destroy(struct Con *c) {
  if (!c)
    return -1;
  int closed = closeCon(c);
  if (closed)
    free(c);
  return closed;
}

int discover(const char *host) {
  struct Con *c = make(host);
  if (!c)
    return -1;
  int rc = ask(c);
  if (rc < 0) {
    destroy(c);
    return -1;
  }
  destroy(c);
  return rc;
}

int discoverAll(const char **hosts, int count) {
  for (int i = 0; i < count; i++)
    if (discover(hosts[i]) == 0)
      return 0;
  return -1;
}

int discoverLeaking(const char *host) {
  struct Con *c = make(host);
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: session 'Context' acquired by 'make' is not released on every path [db-session-leak]
  if (!c)
    return -1;
  free(c);
  return 0;
}
