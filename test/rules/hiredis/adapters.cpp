// Adapters that hand an asynchronous context over to an event loop.
// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17

#include <hiredis/adapters.h>

// The event loop drives an attached context, and hiredis frees it.
int handsOverToTheLoop(aeEventLoop *Loop) {
  redisAsyncContext *Context = redisAsyncConnect("localhost", 6379);
  if (!Context)
    return -1;
  redisAeAttach(Loop, Context);
  return 0;
}

int leaksBeforeTheLoop(aeEventLoop *Loop) {
  redisAsyncContext *Context = redisAsyncConnect("localhost", 6379);
  // CHECK-MESSAGES: :[[@LINE-1]]:32: warning: session 'Context' acquired by 'redisAsyncConnect' is not released on every path [db-session-leak]
  if (!Context)
    return -1;
  if (Context->err)
    return -1;
  redisAeAttach(Loop, Context);
  return 0;
}

void handsOverToIvykis() {
  redisAsyncContext *Context = redisAsyncConnect("localhost", 6379);
  redisIvykisAttach(Context);
}

void handsOverToLibevent(event_base *Loop) {
  redisAsyncContext *Context = redisAsyncConnect("localhost", 6379);
  redisLibeventAttach(Context, Loop);
}

void handsOverToLibev(ev_loop *Loop) {
  redisAsyncContext *Context = redisAsyncConnect("localhost", 6379);
  redisLibevAttach(Loop, Context);
}

void handsOverToLibhv(hloop_t *Loop) {
  redisAsyncContext *Context = redisAsyncConnect("localhost", 6379);
  redisLibhvAttach(Context, Loop);
}

void handsOverToLibsdevent(sd_event *Loop) {
  redisAsyncContext *Context = redisAsyncConnect("localhost", 6379);
  redisLibsdeventAttach(Context, Loop);
}

void handsOverToLibuv(uv_loop_t *Loop) {
  redisAsyncContext *Context = redisAsyncConnect("localhost", 6379);
  redisLibuvAttach(Context, Loop);
}

void handsOverToMacOS(CFRunLoopRef Loop) {
  redisAsyncContext *Context = redisAsyncConnect("localhost", 6379);
  redisMacOSAttach(Context, Loop);
}

void handsOverToPoll() {
  redisAsyncContext *Context = redisAsyncConnect("localhost", 6379);
  redisPollAttach(Context);
}

void handsOverToGLib() {
  redisAsyncContext *Context = redisAsyncConnect("localhost", 6379);
  redis_source_new(Context);
}

void handsOverToQt(RedisQtAdapter &Adapter) {
  redisAsyncContext *Context = redisAsyncConnect("localhost", 6379);
  Adapter.setContext(Context);
}
