// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// What was stored in a field of a parameter's object stays there when the
// object is registered with a system library afterwards, as what a callback gets.

#define _DEFAULT_SOURCE
#include "hiredis/async.h"
#include <stddef.h>
#include <stdlib.h>

struct Events {
  redisAsyncContext *Context;
  int Failed;
};

void closeLater(int status, void *events);

void reconnect(struct Events *e) {
  if (e->Context) {
    redisAsyncFree(e->Context);
    e->Context = NULL;
  }
  redisAsyncContext *c = redisAsyncConnect("localhost", 6379);
  if (!c)
    return;
  e->Context = c;
  e->Failed = on_exit(closeLater, e);
  if (e->Failed)
    return;
}

void forgotten(struct Events *e) {
  redisAsyncContext *c = redisAsyncConnect("localhost", 6379);
  // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: session 'c' acquired by 'redisAsyncConnect' is not released on every path [db-session-leak]
  if (!c || c->err)
    return;
  e->Context = c;
  e->Failed = on_exit(closeLater, e);
}
