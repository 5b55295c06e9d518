// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// An object that grows in place: what realloc returns is the same object, and
// where it returns null the old one is still there.

#include "hiredis/hiredis.h"
#include <stdlib.h>

struct Wide {
  redisContext c;
  int err;
};

static struct Wide *widen(redisContext *c) {
  struct Wide *w = realloc(c, sizeof(struct Wide));
  if (w == NULL)
    return NULL;
  w->err = 0;
  return w;
}

struct Wide *connectWide(const char *host) {
  redisContext *c = redisConnect(host, 6379);
  if (c == NULL)
    return NULL;
  struct Wide *w = widen(c);
  if (w == NULL) {
    redisFree(c);
    return NULL;
  }
  return w;
}

struct Wide *connectLeaking(const char *host) {
  redisContext *c = redisConnect(host, 6379);
  // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: session 'c' acquired by 'redisConnect' is not released on every path [db-session-leak]
  if (c == NULL)
    return NULL;
  return widen(c);
}
