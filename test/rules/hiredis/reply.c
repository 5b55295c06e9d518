// Replies of hiredis: returned, or handed out through a void **.
// RUN: %check_dbtidy %s db-session-leak %t -std=c11 -real-headers

#include <hiredis/hiredis.h>
#include <stdarg.h>

void leaksRedisCommand(redisContext *Context) {
  redisReply *Reply = redisCommand(Context, "PING");
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: result 'Reply' acquired by 'redisCommand' is not released on every path [db-session-leak]
}

void releasesRedisCommand(redisContext *Context) {
  redisReply *Reply = redisCommand(Context, "PING");
  freeReplyObject(Reply);
}

void leaksRedisvCommand(redisContext *Context, va_list Arguments) {
  redisReply *Reply = redisvCommand(Context, "GET %s", Arguments);
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: result 'Reply' acquired by 'redisvCommand' is not released on every path [db-session-leak]
}

void releasesRedisvCommand(redisContext *Context, va_list Arguments) {
  redisReply *Reply = redisvCommand(Context, "GET %s", Arguments);
  freeReplyObject(Reply);
}

void leaksRedisCommandArgv(redisContext *Context, int Count,
                           const char **Words) {
  redisReply *Reply = redisCommandArgv(Context, Count, Words, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: result 'Reply' acquired by 'redisCommandArgv' is not released on every path [db-session-leak]
}

void releasesRedisCommandArgv(redisContext *Context, int Count,
                              const char **Words) {
  redisReply *Reply = redisCommandArgv(Context, Count, Words, NULL);
  freeReplyObject(Reply);
}

void leaksRedisGetReply(redisContext *Context) {
  redisReply *Reply = NULL;
  redisGetReply(Context, (void **)&Reply);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: result 'Reply' acquired by 'redisGetReply' is not released on every path [db-session-leak]
}

void releasesRedisGetReply(redisContext *Context) {
  redisReply *Reply = NULL;
  redisGetReply(Context, (void **)&Reply);
  freeReplyObject(Reply);
}

void leaksRedisGetReplyFromReader(redisContext *Context) {
  redisReply *Reply = NULL;
  redisGetReplyFromReader(Context, (void **)&Reply);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: result 'Reply' acquired by 'redisGetReplyFromReader' is not released on every path [db-session-leak]
}

void releasesRedisGetReplyFromReader(redisContext *Context) {
  redisReply *Reply = NULL;
  redisGetReplyFromReader(Context, (void **)&Reply);
  freeReplyObject(Reply);
}

void leaksRedisReaderGetReply(redisReader *Reader) {
  redisReply *Reply = NULL;
  redisReaderGetReply(Reader, (void **)&Reply);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: result 'Reply' acquired by 'redisReaderGetReply' is not released on every path [db-session-leak]
}

void releasesRedisReaderGetReply(redisReader *Reader) {
  redisReply *Reply = NULL;
  redisReaderGetReply(Reader, (void **)&Reply);
  freeReplyObject(Reply);
}

void leaksAVoidPointer(redisContext *Context) {
  void *Reply;
  if (redisGetReply(Context, &Reply) != REDIS_OK)
    return;
  // CHECK-MESSAGES: :[[@LINE-2]]:7: warning: result 'Reply' acquired by 'redisGetReply' is not released on every path [db-session-leak]
}

void releasesAVoidPointer(redisContext *Context) {
  void *Reply;
  if (redisGetReply(Context, &Reply) != REDIS_OK)
    return;
  freeReplyObject(Reply);
}

void discardsAReply(redisContext *Context) {
  redisCommand(Context, "INCR visits");
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: result acquired by 'redisCommand' is not released on every path [db-session-leak]
}

void releasesInPlace(redisContext *Context) {
  freeReplyObject(redisCommand(Context, "INCR visits"));
}

// Without a place for it, hiredis frees the reply itself.
int skipsAReply(redisContext *Context) { return redisGetReply(Context, NULL); }

long long leaksAnErrorReply(redisContext *Context) {
  redisReply *Reply = redisCommand(Context, "DBSIZE");
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: result 'Reply' acquired by 'redisCommand' is not released on every path [db-session-leak]
  if (Reply == NULL || Reply->type == REDIS_REPLY_ERROR)
    return -1;
  long long Size = Reply->integer;
  freeReplyObject(Reply);
  return Size;
}

long long releasesAnErrorReply(redisContext *Context) {
  redisReply *Reply = redisCommand(Context, "DBSIZE");
  if (Reply == NULL || Reply->type == REDIS_REPLY_ERROR) {
    freeReplyObject(Reply);
    return -1;
  }
  long long Size = Reply->integer;
  freeReplyObject(Reply);
  return Size;
}

// Whoever receives a reply owns it.
redisReply *askTheServer(redisContext *Context, const char *Key);

long long leaksAReplyOfAWrapper(redisContext *Context) {
  redisReply *Reply = askTheServer(Context, "size");
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: result 'Reply' acquired by 'askTheServer' is not released on every path [db-session-leak]
  return Reply ? Reply->integer : -1;
}

long long releasesAReplyOfAWrapper(redisContext *Context) {
  redisReply *Reply = askTheServer(Context, "size");
  long long Size = Reply ? Reply->integer : -1;
  freeReplyObject(Reply);
  return Size;
}
