// The MongoDB C driver as far as tests need it: clients, their pool,
// collections, cursors, sessions and bulk operations.
#ifndef MOCK_MONGOC_MONGOC_H
#define MOCK_MONGOC_MONGOC_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct _bson_t bson_t;
typedef struct {
  uint32_t domain;
  uint32_t code;
  char message[504];
} bson_error_t;

bson_t *bson_new(void);
void bson_destroy(bson_t *bson);

typedef struct _mongoc_bulk_operation_t mongoc_bulk_operation_t;
typedef struct _mongoc_change_stream_t mongoc_change_stream_t;
typedef struct _mongoc_client_pool_t mongoc_client_pool_t;
typedef struct _mongoc_client_session_t mongoc_client_session_t;
typedef struct _mongoc_client_t mongoc_client_t;
typedef struct _mongoc_collection_t mongoc_collection_t;
typedef struct _mongoc_cursor_t mongoc_cursor_t;
typedef struct _mongoc_database_t mongoc_database_t;
typedef struct _mongoc_read_prefs_t mongoc_read_prefs_t;
typedef struct _mongoc_session_opt_t mongoc_session_opt_t;
typedef struct _mongoc_uri_t mongoc_uri_t;

void mongoc_init(void);
void mongoc_cleanup(void);

mongoc_uri_t *mongoc_uri_new(const char *uri_string);
void mongoc_uri_destroy(mongoc_uri_t *uri);

mongoc_client_t *mongoc_client_new(const char *uri_string);
mongoc_client_t *mongoc_client_new_from_uri(const mongoc_uri_t *uri);
void mongoc_client_destroy(mongoc_client_t *client);

mongoc_client_pool_t *mongoc_client_pool_new(const mongoc_uri_t *uri);
mongoc_client_t *mongoc_client_pool_pop(mongoc_client_pool_t *pool);
mongoc_client_t *mongoc_client_pool_try_pop(mongoc_client_pool_t *pool);
void mongoc_client_pool_push(mongoc_client_pool_t *pool,
                             mongoc_client_t *client);
void mongoc_client_pool_destroy(mongoc_client_pool_t *pool);

mongoc_client_session_t *
mongoc_client_start_session(mongoc_client_t *client,
                            const mongoc_session_opt_t *opts,
                            bson_error_t *error);
void mongoc_client_session_destroy(mongoc_client_session_t *session);

mongoc_database_t *mongoc_client_get_database(mongoc_client_t *client,
                                              const char *name);
void mongoc_database_destroy(mongoc_database_t *database);

mongoc_collection_t *mongoc_client_get_collection(mongoc_client_t *client,
                                                  const char *db,
                                                  const char *collection);
void mongoc_collection_destroy(mongoc_collection_t *collection);

mongoc_cursor_t *
mongoc_collection_find_with_opts(mongoc_collection_t *collection,
                                 const bson_t *filter, const bson_t *opts,
                                 const mongoc_read_prefs_t *read_prefs);
bool mongoc_cursor_next(mongoc_cursor_t *cursor, const bson_t **bson);
bool mongoc_cursor_error(mongoc_cursor_t *cursor, bson_error_t *error);
void mongoc_cursor_destroy(mongoc_cursor_t *cursor);

mongoc_bulk_operation_t *mongoc_collection_create_bulk_operation_with_opts(
    mongoc_collection_t *collection, const bson_t *opts);
uint32_t mongoc_bulk_operation_execute(mongoc_bulk_operation_t *bulk,
                                       bson_t *reply, bson_error_t *error);
void mongoc_bulk_operation_destroy(mongoc_bulk_operation_t *bulk);

mongoc_change_stream_t *mongoc_collection_watch(const mongoc_collection_t *coll,
                                                const bson_t *pipeline,
                                                const bson_t *opts);
void mongoc_change_stream_destroy(mongoc_change_stream_t *stream);

#ifdef __cplusplus
}
#endif

#endif
