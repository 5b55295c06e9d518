// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// An object that grows in place: what realloc returns is the same object, and
// where it returns null the old one is still there.

#include "hiredis/hiredis.h"
#include <stdlib.h>

struct Wide {
  redisContext c;
  int err;
};

struct Wide *connectWide(const char *host) {
  redisContext *c = redisConnect(host, 6379);
  if (c == NULL)
    return NULL;
  struct Wide *w = realloc(c, sizeof(struct Wide));
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
  return realloc(c, sizeof(struct Wide));
}

struct List {
  redisContext **Items;
  int Count;
};

int append(struct List *l, const char *host) {
  redisContext **more = realloc(l->Items, (l->Count + 1) * sizeof(*more));
  if (!more)
    return -1;
  l->Items = more;
  l->Items[l->Count++] = redisConnect(host, 6379);
  return 0;
}

int appendLeaking(struct List *l, const char *host) {
  redisContext *c = redisConnect(host, 6379);
  // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: session 'c' acquired by 'redisConnect' is not released on every path [db-session-leak]
  redisContext **more = realloc(l->Items, (l->Count + 1) * sizeof(*more));
  if (!more)
    return -1;
  l->Items = more;
  l->Items[l->Count++] = c;
  return 0;
}
