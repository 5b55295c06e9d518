// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A field of the caller's struct is filled again while the first handle still
// stands in it.

#include "hiredis/hiredis.h"
#include <stddef.h>

struct Self {
  redisContext *c;
};

int reconnects(struct Self *self) {
  self->c = redisConnect("first", 6379);
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: session 'self->c' acquired by 'redisConnect' is not released on every path [db-session-leak]
  if (self->c == NULL || self->c->err) {
    self->c = redisConnect("second", 6379);
    if (self->c == NULL)
      return -1;
  }
  return 0;
}

int reconnectsReleased(struct Self *self) {
  self->c = redisConnect("first", 6379);
  if (self->c == NULL || self->c->err) {
    if (self->c)
      redisFree(self->c);
    self->c = redisConnect("second", 6379);
    if (self->c == NULL)
      return -1;
  }
  return 0;
}
