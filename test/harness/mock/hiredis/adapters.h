// hiredis' adapters to event loops as far as tests need them. They are static
// functions of one header each in hiredis; here one header has them all.
#ifndef MOCK_HIREDIS_ADAPTERS_H
#define MOCK_HIREDIS_ADAPTERS_H

#include <hiredis/async.h>

typedef struct aeEventLoop aeEventLoop;
struct ev_loop;
struct event_base;
typedef struct hloop_s hloop_t;
typedef struct sd_event sd_event;
typedef struct uv_loop_s uv_loop_t;
typedef struct __CFRunLoop *CFRunLoopRef;
typedef struct _GSource GSource;

static inline int redisAeAttach(aeEventLoop *loop, redisAsyncContext *ac) {
  if (ac->data)
    return REDIS_ERR;
  ac->data = loop;
  return REDIS_OK;
}
int redisIvykisAttach(redisAsyncContext *ac);
int redisLibeventAttach(redisAsyncContext *ac, struct event_base *base);
int redisLibevAttach(struct ev_loop *loop, redisAsyncContext *ac);
int redisLibhvAttach(redisAsyncContext *ac, hloop_t *loop);
int redisLibsdeventAttach(redisAsyncContext *ac, sd_event *event);
int redisLibuvAttach(redisAsyncContext *ac, uv_loop_t *loop);
int redisMacOSAttach(redisAsyncContext *ac, CFRunLoopRef loop);
int redisPollAttach(redisAsyncContext *ac);
GSource *redis_source_new(redisAsyncContext *ac);

#ifdef __cplusplus
class RedisQtAdapter {
public:
  int setContext(redisAsyncContext *ac);
};
#endif

#endif
