// What hiredis 1.0 and 1.1 added, against the mock headers.
// RUN: %check_dbtidy %s db-session-leak %t -std=c11

#include <hiredis/async.h>
#include <hiredis/hiredis.h>
#include <hiredis/hiredis_ssl.h>

void leaksRedisConnectWithOptions(const redisOptions *Options) {
  redisContext *Context = redisConnectWithOptions(Options);
  // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: session 'Context' acquired by 'redisConnectWithOptions' is not released on every path [db-session-leak]
}

void releasesRedisConnectWithOptions(const redisOptions *Options) {
  redisContext *Context = redisConnectWithOptions(Options);
  redisFree(Context);
}

void leaksRedisAsyncConnectWithOptions(const redisOptions *Options) {
  redisAsyncContext *Context = redisAsyncConnectWithOptions(Options);
  // CHECK-MESSAGES: :[[@LINE-1]]:32: warning: session 'Context' acquired by 'redisAsyncConnectWithOptions' is not released on every path [db-session-leak]
}

void releasesRedisAsyncConnectWithOptions(const redisOptions *Options) {
  redisAsyncContext *Context = redisAsyncConnectWithOptions(Options);
  if (Context)
    redisAsyncFree(Context);
}

void leaksRedisCreateSSLContext(void) {
  redisSSLContext *Tls =
      redisCreateSSLContext("ca.pem", NULL, NULL, NULL, NULL, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: environment 'Tls' acquired by 'redisCreateSSLContext' is not released on every path [db-session-leak]
}

void releasesRedisCreateSSLContext(void) {
  redisSSLContext *Tls =
      redisCreateSSLContext("ca.pem", NULL, NULL, NULL, NULL, NULL);
  redisFreeSSLContext(Tls);
}

void leaksRedisCreateSSLContextWithOptions(redisSSLOptions *Options) {
  redisSSLContext *Tls = redisCreateSSLContextWithOptions(Options, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: environment 'Tls' acquired by 'redisCreateSSLContextWithOptions' is not released on every path [db-session-leak]
}

void releasesRedisCreateSSLContextWithOptions(redisSSLOptions *Options) {
  redisSSLContext *Tls = redisCreateSSLContextWithOptions(Options, NULL);
  redisFreeSSLContext(Tls);
}
