// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// There is no reply when the context has an error.

#include "hiredis/hiredis.h"
#include <stddef.h>

int reconnect(redisContext *c);
int use(const redisReply *r);

void *command(redisContext *c) {
  redisReply *r = redisCommand(c, "GET a");
  if (c->err != REDIS_OK) {
    if (reconnect(c))
      return NULL;
    r = redisCommand(c, "GET a");
  }
  return r;
}

int get(redisContext *c, void **reply) {
  *reply = NULL;
  redisGetReply(c, reply);
  if (c->err) {
    if (reconnect(c))
      return -1;
    redisGetReply(c, reply);
  }
  return 0;
}

int leaking(redisContext *c) {
  redisReply *r = redisCommand(c, "GET a");
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: result 'r' acquired by 'redisCommand' is not released on every path [db-session-leak]
  if (c->err == REDIS_OK)
    return use(r);
  return -1;
}
