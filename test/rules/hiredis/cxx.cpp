// hiredis from C++: exceptions as ways out, owners of contexts and replies.
// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17 -real-headers

#include <hiredis/hiredis.h>
#include <memory>
#include <stdexcept>

void audit(const char *Key);

void leaksByException(const char *Key) {
  redisContext *Context = redisConnect("localhost", 6379);
  // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: session 'Context' acquired by 'redisConnect' is not released on every path [db-session-leak]
  audit(Key);
  redisFree(Context);
}

void ownsAContext(const char *Key) {
  std::unique_ptr<redisContext, decltype(&redisFree)> Context(
      redisConnect("localhost", 6379), &redisFree);
  audit(Key);
}

long long leaksAReplyByException(redisContext *Context) {
  auto *Reply = static_cast<redisReply *>(redisCommand(Context, "DBSIZE"));
  // CHECK-MESSAGES: :[[@LINE-1]]:43: warning: result 'Reply' acquired by 'redisCommand' is not released on every path [db-session-leak]
  if (!Reply)
    throw std::runtime_error(Context->errstr);
  if (Reply->type != REDIS_REPLY_INTEGER)
    throw std::runtime_error("no number");
  long long Size = Reply->integer;
  freeReplyObject(Reply);
  return Size;
}

struct FreeReply {
  void operator()(redisReply *Reply) const { freeReplyObject(Reply); }
};

long long ownsAReply(redisContext *Context) {
  std::unique_ptr<redisReply, FreeReply> Reply(
      static_cast<redisReply *>(redisCommand(Context, "DBSIZE")));
  if (!Reply || Reply->type != REDIS_REPLY_INTEGER)
    throw std::runtime_error("no number");
  return Reply->integer;
}
