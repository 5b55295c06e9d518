// hiredis' TLS contexts as far as tests need them, of hiredis 1.1.
#ifndef MOCK_HIREDIS_HIREDIS_SSL_H
#define MOCK_HIREDIS_HIREDIS_SSL_H

#include <hiredis/hiredis.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum { REDIS_SSL_CTX_NONE = 0 } redisSSLContextError;
typedef struct redisSSLContext redisSSLContext;
typedef struct redisSSLOptions redisSSLOptions;

redisSSLContext *redisCreateSSLContext(const char *cacert_filename,
                                       const char *capath,
                                       const char *cert_filename,
                                       const char *private_key_filename,
                                       const char *server_name,
                                       redisSSLContextError *error);
redisSSLContext *redisCreateSSLContextWithOptions(redisSSLOptions *options,
                                                  redisSSLContextError *error);
void redisFreeSSLContext(redisSSLContext *redis_ssl_ctx);
int redisInitiateSSLWithContext(redisContext *c,
                                redisSSLContext *redis_ssl_ctx);

#ifdef __cplusplus
}
#endif

#endif
