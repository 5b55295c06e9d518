// Asynchronous contexts of hiredis, leaked and released.
// RUN: %check_dbtidy %s db-session-leak %t -std=c11 -real-headers

#include <hiredis/async.h>

void leaksRedisAsyncConnect(void) {
  redisAsyncContext *Context = redisAsyncConnect("localhost", 6379);
  // CHECK-MESSAGES: :[[@LINE-1]]:32: warning: session 'Context' acquired by 'redisAsyncConnect' is not released on every path [db-session-leak]
}

void releasesRedisAsyncConnect(void) {
  redisAsyncContext *Context = redisAsyncConnect("localhost", 6379);
  if (Context)
    redisAsyncFree(Context);
}

void leaksRedisAsyncConnectBind(void) {
  redisAsyncContext *Context =
      redisAsyncConnectBind("localhost", 6379, "10.0.0.1");
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: session 'Context' acquired by 'redisAsyncConnectBind' is not released on every path [db-session-leak]
}

void releasesRedisAsyncConnectBind(void) {
  redisAsyncContext *Context =
      redisAsyncConnectBind("localhost", 6379, "10.0.0.1");
  if (Context)
    redisAsyncDisconnect(Context);
}

void leaksRedisAsyncConnectBindWithReuse(void) {
  redisAsyncContext *Context =
      redisAsyncConnectBindWithReuse("localhost", 6379, "10.0.0.1");
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: session 'Context' acquired by 'redisAsyncConnectBindWithReuse' is not released on every path [db-session-leak]
}

void releasesRedisAsyncConnectBindWithReuse(void) {
  redisAsyncContext *Context =
      redisAsyncConnectBindWithReuse("localhost", 6379, "10.0.0.1");
  if (Context)
    redisAsyncFree(Context);
}

void leaksRedisAsyncConnectUnix(void) {
  redisAsyncContext *Context = redisAsyncConnectUnix("/run/redis.sock");
  // CHECK-MESSAGES: :[[@LINE-1]]:32: warning: session 'Context' acquired by 'redisAsyncConnectUnix' is not released on every path [db-session-leak]
}

void releasesRedisAsyncConnectUnix(void) {
  redisAsyncContext *Context = redisAsyncConnectUnix("/run/redis.sock");
  if (Context)
    redisAsyncDisconnect(Context);
}

int leaksWhenConnectingFailed(void) {
  redisAsyncContext *Context = redisAsyncConnect("localhost", 6379);
  // CHECK-MESSAGES: :[[@LINE-1]]:32: warning: session 'Context' acquired by 'redisAsyncConnect' is not released on every path [db-session-leak]
  if (!Context)
    return -1;
  if (Context->err)
    return -1;
  redisAsyncDisconnect(Context);
  return 0;
}

int releasesWhenConnectingFailed(void) {
  redisAsyncContext *Context = redisAsyncConnect("localhost", 6379);
  if (!Context)
    return -1;
  if (Context->err) {
    redisAsyncFree(Context);
    return -1;
  }
  redisAsyncDisconnect(Context);
  return 0;
}
