// XFAIL: *
// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// An object that code elsewhere was shown, and that is freed here with the
// session in it.

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

int discoverLeaking(const char *host) {
  struct Con *c = make(host);
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: session 'Context' acquired by 'make' is not released on every path [db-session-leak]
  if (!c)
    return -1;
  int rc = ask(c);
  free(c);
  return rc;
}
