// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// hiredis: replies returned and handed out through a void pointer.

#include "hiredis/hiredis.h"
#include <stddef.h>

int step(void);

int command(redisContext *c) {
  redisReply *r = redisCommand(c, "GET a");
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: result 'r' acquired by 'redisCommand' is not released on every path [db-session-leak]
  if (r == NULL)
    return -1;
  if (r->type != REDIS_REPLY_STRING)
    return -2;
  freeReplyObject(r);
  return 0;
}

int commandReleased(redisContext *c) {
  redisReply *r = redisCommand(c, "GET a");
  if (r == NULL)
    return -1;
  if (r->type != REDIS_REPLY_STRING) {
    freeReplyObject(r);
    return -2;
  }
  freeReplyObject(r);
  return 0;
}

int commandsInARow(redisContext *c) {
  redisReply *r = redisCommand(c, "SET a 1");
  freeReplyObject(r);
  r = redisCommand(c, "SET b 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: result 'r' acquired by 'redisCommand' is not released on every path [db-session-leak]
  r = redisCommand(c, "SET c 1");
  freeReplyObject(r);
  return 0;
}

int pipelined(redisContext *c) {
  redisReply *r;
  redisAppendCommand(c, "GET a");
  if (redisGetReply(c, (void **)&r) != REDIS_OK)
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: result 'r' acquired by 'redisGetReply' is not released on every path [db-session-leak]
    return -1;
  return r->type;
}

int pipelinedReleased(redisContext *c) {
  redisReply *r;
  redisAppendCommand(c, "GET a");
  if (redisGetReply(c, (void **)&r) != REDIS_OK)
    return -1;
  int type = r->type;
  freeReplyObject(r);
  return type;
}

int pipelinedVoid(redisContext *c) {
  void *r = NULL;
  redisAppendCommand(c, "GET a");
  if (redisGetReply(c, &r) == REDIS_OK)
    freeReplyObject(r);
  return 0;
}

int connection(void) {
  redisContext *c = redisConnect("localhost", 6379);
  // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: session 'c' acquired by 'redisConnect' is not released on every path [db-session-leak]
  if (!c)
    return -1;
  redisReply *r = redisCommand(c, "PING");
  if (!r)
    return -2;
  freeReplyObject(r);
  redisFree(c);
  return 0;
}

int connectionReleased(void) {
  redisContext *c = redisConnect("localhost", 6379);
  if (!c)
    return -1;
  redisReply *r = redisCommand(c, "PING");
  if (!r) {
    redisFree(c);
    return -2;
  }
  freeReplyObject(r);
  redisFree(c);
  return 0;
}
