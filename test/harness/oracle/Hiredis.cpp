//===- Hiredis.cpp - A hiredis that counts --------------------------------===//
//
// https://github.com/redis/hiredis. Connecting fails with a context whose `err`
// says why, or with none when memory is short.
//
//===----------------------------------------------------------------------===//

#include "Plan.h"
#include "Registry.h"
#include <cstring>
#include <hiredis/hiredis.h>

using namespace oracle;

static redisContext *connect(const char *Function) {
  unsigned Choice = choose(3);
  if (Choice == 2)
    return nullptr;
  auto *C = static_cast<redisContext *>(
      acquire(Function, "redisContext", sizeof(redisContext))->Memory);
  C->err = Choice == 1;
  if (C->err)
    strcpy(C->errstr, "refused");
  return C;
}

static redisReply *reply(const char *Function, redisContext *C) {
  if (!use(Function, "redisContext", C))
    return nullptr;
  // A context with an error gives no reply.
  unsigned Choice = C->err ? 1 : choose(3);
  if (Choice == 1)
    return nullptr;
  Handle *H = acquire(Function, "redisReply", sizeof(redisReply));
  auto *R = static_cast<redisReply *>(H->Memory);
  R->type = Choice == 2 ? REDIS_REPLY_ERROR : REDIS_REPLY_STRING;
  R->str = borrow(H, Choice == 2 ? "ERR" : "7");
  R->len = strlen(R->str);
  R->integer = 7;
  return R;
}

extern "C" {

redisContext *redisConnect(const char *, int) {
  return connect("redisConnect");
}
redisContext *redisConnectWithTimeout(const char *, int, const struct timeval) {
  return connect("redisConnectWithTimeout");
}
redisContext *redisConnectUnix(const char *) {
  return connect("redisConnectUnix");
}
void redisFree(redisContext *C) { release("redisFree", "redisContext", C); }
int redisReconnect(redisContext *C) {
  return use("redisReconnect", "redisContext", C) && !choose(2) ? REDIS_OK
                                                                : REDIS_ERR;
}
void *redisCommand(redisContext *C, const char *, ...) {
  return reply("redisCommand", C);
}
void *redisCommandArgv(redisContext *C, int, const char **, const size_t *) {
  return reply("redisCommandArgv", C);
}
int redisAppendCommand(redisContext *C, const char *, ...) {
  return use("redisAppendCommand", "redisContext", C) ? REDIS_OK : REDIS_ERR;
}
int redisGetReply(redisContext *C, void **Out) {
  redisReply *R = reply("redisGetReply", C);
  *Out = R;
  return R ? REDIS_OK : REDIS_ERR;
}
void freeReplyObject(void *R) { release("freeReplyObject", "redisReply", R); }

redisReader *redisReaderCreate(void) {
  if (choose(2))
    return nullptr;
  return static_cast<redisReader *>(
      acquire("redisReaderCreate", "redisReader")->Memory);
}
int redisReaderFeed(redisReader *R, const char *, size_t) {
  return use("redisReaderFeed", "redisReader", R) && !choose(2) ? REDIS_OK
                                                                : REDIS_ERR;
}
void redisReaderFree(redisReader *R) {
  release("redisReaderFree", "redisReader", R);
}
}
