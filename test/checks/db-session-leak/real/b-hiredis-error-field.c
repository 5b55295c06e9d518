// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// hiredis keeps the error in the context: where `err` is set, the call before
// has failed and left no reply.

#include <hiredis/hiredis.h>
#include <stddef.h>

void disconnect(redisContext *c);

int drain(redisContext *c, int count) {
  redisReply *reply = NULL;
  for (int i = 0; i < count; ++i) {
    redisGetReply(c, (void **)&reply);
    if (c->err) {
      disconnect(c);
      return -1;
    }
    freeReplyObject(reply);
  }
  return 0;
}

int drainWrongly(redisContext *c) {
  redisReply *reply = NULL;
  redisGetReply(c, (void **)&reply);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: result 'reply' acquired by 'redisGetReply' is not released on every path [db-session-leak]
  if (!c->err)
    return 0;
  freeReplyObject(reply);
  return -1;
}
