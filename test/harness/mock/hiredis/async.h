// hiredis' asynchronous interface as far as tests need it.
#ifndef MOCK_HIREDIS_ASYNC_H
#define MOCK_HIREDIS_ASYNC_H

#include <hiredis/hiredis.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct redisAsyncContext {
  redisContext c;
  int err;
  char *errstr;
  void *data;
} redisAsyncContext;

typedef void(redisCallbackFn)(struct redisAsyncContext *, void *, void *);

redisAsyncContext *redisAsyncConnect(const char *ip, int port);
redisAsyncContext *redisAsyncConnectBind(const char *ip, int port,
                                         const char *source_addr);
redisAsyncContext *redisAsyncConnectBindWithReuse(const char *ip, int port,
                                                  const char *source_addr);
redisAsyncContext *redisAsyncConnectUnix(const char *path);
redisAsyncContext *redisAsyncConnectWithOptions(const redisOptions *options);
void redisAsyncDisconnect(redisAsyncContext *ac);
void redisAsyncFree(redisAsyncContext *ac);
int redisAsyncCommand(redisAsyncContext *ac, redisCallbackFn *fn,
                      void *privdata, const char *format, ...);

#ifdef __cplusplus
}
#endif

#endif
