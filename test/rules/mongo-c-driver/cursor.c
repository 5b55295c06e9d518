// Cursors and change streams of the MongoDB C driver, leaked and released.
// RUN: %check_dbtidy %s db-session-leak %t -std=c11 -real-headers -- -- -isystem /usr/include/libmongoc-1.0 -isystem /usr/include/libbson-1.0 -Wno-deprecated-declarations

#include <mongoc/mongoc.h>

void leaksClientCommand(mongoc_client_t *Client, const bson_t *Document) {
  mongoc_cursor_t *Cursor = mongoc_client_command(
      Client, "orders", MONGOC_QUERY_NONE, 0, 0, 0, Document, NULL, NULL);
  // CHECK-MESSAGES: :[[@LINE-2]]:29: warning: cursor 'Cursor' acquired by 'mongoc_client_command' is not released on every path [db-session-leak]
}

void releasesClientCommand(mongoc_client_t *Client, const bson_t *Document) {
  mongoc_cursor_t *Cursor = mongoc_client_command(
      Client, "orders", MONGOC_QUERY_NONE, 0, 0, 0, Document, NULL, NULL);
  mongoc_cursor_destroy(Cursor);
}

void leaksClientFindDatabases(mongoc_client_t *Client) {
  mongoc_cursor_t *Cursor = mongoc_client_find_databases(Client, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: cursor 'Cursor' acquired by 'mongoc_client_find_databases' is not released on every path [db-session-leak]
}

void releasesClientFindDatabases(mongoc_client_t *Client) {
  mongoc_cursor_t *Cursor = mongoc_client_find_databases(Client, NULL);
  mongoc_cursor_destroy(Cursor);
}

void leaksClientFindDatabasesWithOpts(mongoc_client_t *Client,
                                      const bson_t *Document) {
  mongoc_cursor_t *Cursor =
      mongoc_client_find_databases_with_opts(Client, Document);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: cursor 'Cursor' acquired by 'mongoc_client_find_databases_with_opts' is not released on every path [db-session-leak]
}

void releasesClientFindDatabasesWithOpts(mongoc_client_t *Client,
                                         const bson_t *Document) {
  mongoc_cursor_t *Cursor =
      mongoc_client_find_databases_with_opts(Client, Document);
  mongoc_cursor_destroy(Cursor);
}

void leaksCursorNewFromCommandReply(mongoc_client_t *Client, bson_t *Document) {
  mongoc_cursor_t *Cursor =
      mongoc_cursor_new_from_command_reply(Client, Document, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: cursor 'Cursor' acquired by 'mongoc_cursor_new_from_command_reply' is not released on every path [db-session-leak]
}

void releasesCursorNewFromCommandReply(mongoc_client_t *Client,
                                       bson_t *Document) {
  mongoc_cursor_t *Cursor =
      mongoc_cursor_new_from_command_reply(Client, Document, 0);
  mongoc_cursor_destroy(Cursor);
}

void leaksCursorNewFromCommandReplyWithOpts(mongoc_client_t *Client,
                                            bson_t *Document) {
  mongoc_cursor_t *Cursor =
      mongoc_cursor_new_from_command_reply_with_opts(Client, Document, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: cursor 'Cursor' acquired by 'mongoc_cursor_new_from_command_reply_with_opts' is not released on every path [db-session-leak]
}

void releasesCursorNewFromCommandReplyWithOpts(mongoc_client_t *Client,
                                               bson_t *Document) {
  mongoc_cursor_t *Cursor =
      mongoc_cursor_new_from_command_reply_with_opts(Client, Document, NULL);
  mongoc_cursor_destroy(Cursor);
}

void leaksDatabaseAggregate(mongoc_database_t *Database,
                            const bson_t *Document) {
  mongoc_cursor_t *Cursor =
      mongoc_database_aggregate(Database, Document, NULL, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: cursor 'Cursor' acquired by 'mongoc_database_aggregate' is not released on every path [db-session-leak]
}

void releasesDatabaseAggregate(mongoc_database_t *Database,
                               const bson_t *Document) {
  mongoc_cursor_t *Cursor =
      mongoc_database_aggregate(Database, Document, NULL, NULL);
  mongoc_cursor_destroy(Cursor);
}

void leaksDatabaseCommand(mongoc_database_t *Database, const bson_t *Document) {
  mongoc_cursor_t *Cursor = mongoc_database_command(
      Database, MONGOC_QUERY_NONE, 0, 0, 0, Document, NULL, NULL);
  // CHECK-MESSAGES: :[[@LINE-2]]:29: warning: cursor 'Cursor' acquired by 'mongoc_database_command' is not released on every path [db-session-leak]
}

void releasesDatabaseCommand(mongoc_database_t *Database,
                             const bson_t *Document) {
  mongoc_cursor_t *Cursor = mongoc_database_command(
      Database, MONGOC_QUERY_NONE, 0, 0, 0, Document, NULL, NULL);
  mongoc_cursor_destroy(Cursor);
}

void leaksDatabaseFindCollections(mongoc_database_t *Database,
                                  const bson_t *Document) {
  mongoc_cursor_t *Cursor =
      mongoc_database_find_collections(Database, Document, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: cursor 'Cursor' acquired by 'mongoc_database_find_collections' is not released on every path [db-session-leak]
}

void releasesDatabaseFindCollections(mongoc_database_t *Database,
                                     const bson_t *Document) {
  mongoc_cursor_t *Cursor =
      mongoc_database_find_collections(Database, Document, NULL);
  mongoc_cursor_destroy(Cursor);
}

void leaksDatabaseFindCollectionsWithOpts(mongoc_database_t *Database,
                                          const bson_t *Document) {
  mongoc_cursor_t *Cursor =
      mongoc_database_find_collections_with_opts(Database, Document);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: cursor 'Cursor' acquired by 'mongoc_database_find_collections_with_opts' is not released on every path [db-session-leak]
}

void releasesDatabaseFindCollectionsWithOpts(mongoc_database_t *Database,
                                             const bson_t *Document) {
  mongoc_cursor_t *Cursor =
      mongoc_database_find_collections_with_opts(Database, Document);
  mongoc_cursor_destroy(Cursor);
}

void leaksCollectionAggregate(mongoc_collection_t *Collection,
                              const bson_t *Document) {
  mongoc_cursor_t *Cursor = mongoc_collection_aggregate(
      Collection, MONGOC_QUERY_NONE, Document, NULL, NULL);
  // CHECK-MESSAGES: :[[@LINE-2]]:29: warning: cursor 'Cursor' acquired by 'mongoc_collection_aggregate' is not released on every path [db-session-leak]
}

void releasesCollectionAggregate(mongoc_collection_t *Collection,
                                 const bson_t *Document) {
  mongoc_cursor_t *Cursor = mongoc_collection_aggregate(
      Collection, MONGOC_QUERY_NONE, Document, NULL, NULL);
  mongoc_cursor_destroy(Cursor);
}

void leaksCollectionCommand(mongoc_collection_t *Collection,
                            const bson_t *Document) {
  mongoc_cursor_t *Cursor = mongoc_collection_command(
      Collection, MONGOC_QUERY_NONE, 0, 0, 0, Document, NULL, NULL);
  // CHECK-MESSAGES: :[[@LINE-2]]:29: warning: cursor 'Cursor' acquired by 'mongoc_collection_command' is not released on every path [db-session-leak]
}

void releasesCollectionCommand(mongoc_collection_t *Collection,
                               const bson_t *Document) {
  mongoc_cursor_t *Cursor = mongoc_collection_command(
      Collection, MONGOC_QUERY_NONE, 0, 0, 0, Document, NULL, NULL);
  mongoc_cursor_destroy(Cursor);
}

void leaksCollectionFind(mongoc_collection_t *Collection,
                         const bson_t *Document) {
  mongoc_cursor_t *Cursor = mongoc_collection_find(
      Collection, MONGOC_QUERY_NONE, 0, 0, 0, Document, NULL, NULL);
  // CHECK-MESSAGES: :[[@LINE-2]]:29: warning: cursor 'Cursor' acquired by 'mongoc_collection_find' is not released on every path [db-session-leak]
}

void releasesCollectionFind(mongoc_collection_t *Collection,
                            const bson_t *Document) {
  mongoc_cursor_t *Cursor = mongoc_collection_find(
      Collection, MONGOC_QUERY_NONE, 0, 0, 0, Document, NULL, NULL);
  mongoc_cursor_destroy(Cursor);
}

void leaksCollectionFindWithOpts(mongoc_collection_t *Collection,
                                 const bson_t *Document) {
  mongoc_cursor_t *Cursor =
      mongoc_collection_find_with_opts(Collection, Document, NULL, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: cursor 'Cursor' acquired by 'mongoc_collection_find_with_opts' is not released on every path [db-session-leak]
}

void releasesCollectionFindWithOpts(mongoc_collection_t *Collection,
                                    const bson_t *Document) {
  mongoc_cursor_t *Cursor =
      mongoc_collection_find_with_opts(Collection, Document, NULL, NULL);
  mongoc_cursor_destroy(Cursor);
}

void leaksCollectionFindIndexes(mongoc_collection_t *Collection) {
  mongoc_cursor_t *Cursor = mongoc_collection_find_indexes(Collection, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: cursor 'Cursor' acquired by 'mongoc_collection_find_indexes' is not released on every path [db-session-leak]
}

void releasesCollectionFindIndexes(mongoc_collection_t *Collection) {
  mongoc_cursor_t *Cursor = mongoc_collection_find_indexes(Collection, NULL);
  mongoc_cursor_destroy(Cursor);
}

void leaksCollectionFindIndexesWithOpts(mongoc_collection_t *Collection,
                                        const bson_t *Document) {
  mongoc_cursor_t *Cursor =
      mongoc_collection_find_indexes_with_opts(Collection, Document);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: cursor 'Cursor' acquired by 'mongoc_collection_find_indexes_with_opts' is not released on every path [db-session-leak]
}

void releasesCollectionFindIndexesWithOpts(mongoc_collection_t *Collection,
                                           const bson_t *Document) {
  mongoc_cursor_t *Cursor =
      mongoc_collection_find_indexes_with_opts(Collection, Document);
  mongoc_cursor_destroy(Cursor);
}

void leaksGridfsBucketFind(mongoc_gridfs_bucket_t *Bucket,
                           const bson_t *Document) {
  mongoc_cursor_t *Cursor = mongoc_gridfs_bucket_find(Bucket, Document, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: cursor 'Cursor' acquired by 'mongoc_gridfs_bucket_find' is not released on every path [db-session-leak]
}

void releasesGridfsBucketFind(mongoc_gridfs_bucket_t *Bucket,
                              const bson_t *Document) {
  mongoc_cursor_t *Cursor = mongoc_gridfs_bucket_find(Bucket, Document, NULL);
  mongoc_cursor_destroy(Cursor);
}

void leaksClientEncryptionGetKeys(mongoc_client_encryption_t *Original) {
  mongoc_cursor_t *Cursor = mongoc_client_encryption_get_keys(Original, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: cursor 'Cursor' acquired by 'mongoc_client_encryption_get_keys' is not released on every path [db-session-leak]
}

void releasesClientEncryptionGetKeys(mongoc_client_encryption_t *Original) {
  mongoc_cursor_t *Cursor = mongoc_client_encryption_get_keys(Original, NULL);
  mongoc_cursor_destroy(Cursor);
}

void leaksCursorClone(const mongoc_cursor_t *Original) {
  mongoc_cursor_t *Cursor = mongoc_cursor_clone(Original);
  // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: cursor 'Cursor' acquired by 'mongoc_cursor_clone' is not released on every path [db-session-leak]
}

void releasesCursorClone(const mongoc_cursor_t *Original) {
  mongoc_cursor_t *Cursor = mongoc_cursor_clone(Original);
  mongoc_cursor_destroy(Cursor);
}

void leaksClientWatch(mongoc_client_t *Client, const bson_t *Document) {
  mongoc_change_stream_t *Stream = mongoc_client_watch(Client, Document, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:36: warning: cursor 'Stream' acquired by 'mongoc_client_watch' is not released on every path [db-session-leak]
}

void releasesClientWatch(mongoc_client_t *Client, const bson_t *Document) {
  mongoc_change_stream_t *Stream = mongoc_client_watch(Client, Document, NULL);
  mongoc_change_stream_destroy(Stream);
}

void leaksDatabaseWatch(const mongoc_database_t *Database,
                        const bson_t *Document) {
  mongoc_change_stream_t *Stream =
      mongoc_database_watch(Database, Document, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: cursor 'Stream' acquired by 'mongoc_database_watch' is not released on every path [db-session-leak]
}

void releasesDatabaseWatch(const mongoc_database_t *Database,
                           const bson_t *Document) {
  mongoc_change_stream_t *Stream =
      mongoc_database_watch(Database, Document, NULL);
  mongoc_change_stream_destroy(Stream);
}

void leaksCollectionWatch(const mongoc_collection_t *Collection,
                          const bson_t *Document) {
  mongoc_change_stream_t *Stream =
      mongoc_collection_watch(Collection, Document, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: cursor 'Stream' acquired by 'mongoc_collection_watch' is not released on every path [db-session-leak]
}

void releasesCollectionWatch(const mongoc_collection_t *Collection,
                             const bson_t *Document) {
  mongoc_change_stream_t *Stream =
      mongoc_collection_watch(Collection, Document, NULL);
  mongoc_change_stream_destroy(Stream);
}

// What mongoc_cursor_next hands out belongs to the cursor.
int leaksOnAnError(mongoc_collection_t *Collection, const bson_t *Filter) {
  const bson_t *Document;
  int Count = 0;
  mongoc_cursor_t *Cursor =
      mongoc_collection_find_with_opts(Collection, Filter, NULL, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: cursor 'Cursor' acquired by 'mongoc_collection_find_with_opts' is not released on every path [db-session-leak]
  while (mongoc_cursor_next(Cursor, &Document))
    ++Count;
  if (mongoc_cursor_error(Cursor, NULL))
    return -1;
  mongoc_cursor_destroy(Cursor);
  return Count;
}

int releasesOnAnError(mongoc_collection_t *Collection, const bson_t *Filter) {
  const bson_t *Document;
  int Count = 0;
  mongoc_cursor_t *Cursor =
      mongoc_collection_find_with_opts(Collection, Filter, NULL, NULL);
  while (mongoc_cursor_next(Cursor, &Document))
    ++Count;
  if (mongoc_cursor_error(Cursor, NULL))
    Count = -1;
  mongoc_cursor_destroy(Cursor);
  return Count;
}
