// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A handle that is compared with a number is not always an object: who knows
// the number knows what the other values mean.

#include "hiredis/hiredis.h"
#include <stdio.h>

#define NO_OBJECT ((void *)5)

static int fails;

void withoutObjects(redisReader *reader) {
  void *reply;
  int rc = redisReaderGetReply(reader, &reply);
  if (rc == REDIS_OK && reply == NO_OBJECT)
    puts("passed");
  else
    fails++;
}

void *marked(redisContext *c) {
  void *r = redisCommand(c, "GET a");
  if (r == NO_OBJECT)
    return NULL;
  return r;
}

void withObjects(redisReader *reader) {
  void *reply;
  int rc = redisReaderGetReply(reader, &reply);
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: result 'reply' acquired by 'redisReaderGetReply' is not released on every path [db-session-leak]
  if (rc == REDIS_OK && reply != NULL)
    puts("passed");
  else
    fails++;
}
