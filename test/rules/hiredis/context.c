// Contexts of hiredis: each function that connects, leaked and released.
// RUN: %check_dbtidy %s db-session-leak %t -std=c11 -real-headers

#include <hiredis/hiredis.h>

void leaksRedisConnect(void) {
  redisContext *Context = redisConnect("localhost", 6379);
  // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: session 'Context' acquired by 'redisConnect' is not released on every path [db-session-leak]
}

void releasesRedisConnect(void) {
  redisContext *Context = redisConnect("localhost", 6379);
  redisFree(Context);
}

void leaksRedisConnectWithTimeout(const struct timeval Timeout) {
  redisContext *Context = redisConnectWithTimeout("localhost", 6379, Timeout);
  // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: session 'Context' acquired by 'redisConnectWithTimeout' is not released on every path [db-session-leak]
}

void releasesRedisConnectWithTimeout(const struct timeval Timeout) {
  redisContext *Context = redisConnectWithTimeout("localhost", 6379, Timeout);
  redisFree(Context);
}

void leaksRedisConnectNonBlock(void) {
  redisContext *Context = redisConnectNonBlock("localhost", 6379);
  // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: session 'Context' acquired by 'redisConnectNonBlock' is not released on every path [db-session-leak]
}

void releasesRedisConnectNonBlock(void) {
  redisContext *Context = redisConnectNonBlock("localhost", 6379);
  redisFree(Context);
}

void leaksRedisConnectBindNonBlock(void) {
  redisContext *Context =
      redisConnectBindNonBlock("localhost", 6379, "10.0.0.1");
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: session 'Context' acquired by 'redisConnectBindNonBlock' is not released on every path [db-session-leak]
}

void releasesRedisConnectBindNonBlock(void) {
  redisContext *Context =
      redisConnectBindNonBlock("localhost", 6379, "10.0.0.1");
  redisFree(Context);
}

void leaksRedisConnectBindNonBlockWithReuse(void) {
  redisContext *Context =
      redisConnectBindNonBlockWithReuse("localhost", 6379, "10.0.0.1");
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: session 'Context' acquired by 'redisConnectBindNonBlockWithReuse' is not released on every path [db-session-leak]
}

void releasesRedisConnectBindNonBlockWithReuse(void) {
  redisContext *Context =
      redisConnectBindNonBlockWithReuse("localhost", 6379, "10.0.0.1");
  redisFree(Context);
}

void leaksRedisConnectUnix(void) {
  redisContext *Context = redisConnectUnix("/run/redis.sock");
  // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: session 'Context' acquired by 'redisConnectUnix' is not released on every path [db-session-leak]
}

void releasesRedisConnectUnix(void) {
  redisContext *Context = redisConnectUnix("/run/redis.sock");
  redisFree(Context);
}

void leaksRedisConnectUnixWithTimeout(const struct timeval Timeout) {
  redisContext *Context =
      redisConnectUnixWithTimeout("/run/redis.sock", Timeout);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: session 'Context' acquired by 'redisConnectUnixWithTimeout' is not released on every path [db-session-leak]
}

void releasesRedisConnectUnixWithTimeout(const struct timeval Timeout) {
  redisContext *Context =
      redisConnectUnixWithTimeout("/run/redis.sock", Timeout);
  redisFree(Context);
}

void leaksRedisConnectUnixNonBlock(void) {
  redisContext *Context = redisConnectUnixNonBlock("/run/redis.sock");
  // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: session 'Context' acquired by 'redisConnectUnixNonBlock' is not released on every path [db-session-leak]
}

void releasesRedisConnectUnixNonBlock(void) {
  redisContext *Context = redisConnectUnixNonBlock("/run/redis.sock");
  redisFree(Context);
}

void leaksRedisConnectFd(int Descriptor) {
  redisContext *Context = redisConnectFd(Descriptor);
  // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: session 'Context' acquired by 'redisConnectFd' is not released on every path [db-session-leak]
}

void releasesRedisConnectFd(int Descriptor) {
  redisContext *Context = redisConnectFd(Descriptor);
  redisFree(Context);
}

int releasesKeepingTheDescriptor(void) {
  redisContext *Context = redisConnect("localhost", 6379);
  if (!Context)
    return -1;
  return redisFreeKeepFd(Context);
}

// A context that failed to connect is a context all the same.
int leaksWhenConnectingFailed(void) {
  redisContext *Context = redisConnect("localhost", 6379);
  // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: session 'Context' acquired by 'redisConnect' is not released on every path [db-session-leak]
  if (Context == NULL || Context->err)
    return -1;
  redisFree(Context);
  return 0;
}

int releasesWhenConnectingFailed(void) {
  redisContext *Context = redisConnect("localhost", 6379);
  if (Context == NULL || Context->err) {
    redisFree(Context);
    return -1;
  }
  redisFree(Context);
  return 0;
}

// Reconnecting keeps the context.
int leaksAfterReconnecting(void) {
  redisContext *Context = redisConnect("localhost", 6379);
  // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: session 'Context' acquired by 'redisConnect' is not released on every path [db-session-leak]
  if (!Context)
    return -1;
  return redisReconnect(Context);
}
