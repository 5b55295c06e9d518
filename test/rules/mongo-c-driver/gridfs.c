// GridFS: stores, buckets, files of the MongoDB C driver, leaked and released.
// RUN: %check_dbtidy %s db-session-leak %t -std=c11 -real-headers -- -- -isystem /usr/include/libmongoc-1.0 -isystem /usr/include/libbson-1.0 -Wno-deprecated-declarations

#include <mongoc/mongoc.h>

void leaksClientGetGridfs(mongoc_client_t *Client) {
  mongoc_gridfs_t *Gridfs =
      mongoc_client_get_gridfs(Client, "orders", "orders", NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: environment 'Gridfs' acquired by 'mongoc_client_get_gridfs' is not released on every path [db-session-leak]
}

void releasesClientGetGridfs(mongoc_client_t *Client) {
  mongoc_gridfs_t *Gridfs =
      mongoc_client_get_gridfs(Client, "orders", "orders", NULL);
  mongoc_gridfs_destroy(Gridfs);
}

void leaksGridfsBucketNew(mongoc_database_t *Database, const bson_t *Document) {
  mongoc_gridfs_bucket_t *Bucket =
      mongoc_gridfs_bucket_new(Database, Document, NULL, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: environment 'Bucket' acquired by 'mongoc_gridfs_bucket_new' is not released on every path [db-session-leak]
}

void releasesGridfsBucketNew(mongoc_database_t *Database,
                             const bson_t *Document) {
  mongoc_gridfs_bucket_t *Bucket =
      mongoc_gridfs_bucket_new(Database, Document, NULL, NULL);
  mongoc_gridfs_bucket_destroy(Bucket);
}

void leaksGridfsCreateFile(mongoc_gridfs_t *Gridfs) {
  mongoc_gridfs_file_t *File = mongoc_gridfs_create_file(Gridfs, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:32: warning: result 'File' acquired by 'mongoc_gridfs_create_file' is not released on every path [db-session-leak]
}

void releasesGridfsCreateFile(mongoc_gridfs_t *Gridfs) {
  mongoc_gridfs_file_t *File = mongoc_gridfs_create_file(Gridfs, NULL);
  mongoc_gridfs_file_destroy(File);
}

void leaksGridfsCreateFileFromStream(mongoc_gridfs_t *Gridfs,
                                     mongoc_stream_t *Stream) {
  mongoc_gridfs_file_t *File =
      mongoc_gridfs_create_file_from_stream(Gridfs, Stream, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: result 'File' acquired by 'mongoc_gridfs_create_file_from_stream' is not released on every path [db-session-leak]
}

void releasesGridfsCreateFileFromStream(mongoc_gridfs_t *Gridfs,
                                        mongoc_stream_t *Stream) {
  mongoc_gridfs_file_t *File =
      mongoc_gridfs_create_file_from_stream(Gridfs, Stream, NULL);
  mongoc_gridfs_file_destroy(File);
}

void leaksGridfsFindOne(mongoc_gridfs_t *Gridfs, const bson_t *Document) {
  mongoc_gridfs_file_t *File = mongoc_gridfs_find_one(Gridfs, Document, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:32: warning: result 'File' acquired by 'mongoc_gridfs_find_one' is not released on every path [db-session-leak]
}

void releasesGridfsFindOne(mongoc_gridfs_t *Gridfs, const bson_t *Document) {
  mongoc_gridfs_file_t *File = mongoc_gridfs_find_one(Gridfs, Document, NULL);
  mongoc_gridfs_file_destroy(File);
}

void leaksGridfsFindOneWithOpts(mongoc_gridfs_t *Gridfs,
                                const bson_t *Document) {
  mongoc_gridfs_file_t *File =
      mongoc_gridfs_find_one_with_opts(Gridfs, Document, NULL, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: result 'File' acquired by 'mongoc_gridfs_find_one_with_opts' is not released on every path [db-session-leak]
}

void releasesGridfsFindOneWithOpts(mongoc_gridfs_t *Gridfs,
                                   const bson_t *Document) {
  mongoc_gridfs_file_t *File =
      mongoc_gridfs_find_one_with_opts(Gridfs, Document, NULL, NULL);
  mongoc_gridfs_file_destroy(File);
}

void leaksGridfsFindOneByFilename(mongoc_gridfs_t *Gridfs) {
  mongoc_gridfs_file_t *File =
      mongoc_gridfs_find_one_by_filename(Gridfs, "orders", NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: result 'File' acquired by 'mongoc_gridfs_find_one_by_filename' is not released on every path [db-session-leak]
}

void releasesGridfsFindOneByFilename(mongoc_gridfs_t *Gridfs) {
  mongoc_gridfs_file_t *File =
      mongoc_gridfs_find_one_by_filename(Gridfs, "orders", NULL);
  mongoc_gridfs_file_destroy(File);
}

void leaksGridfsFileListNext(mongoc_gridfs_file_list_t *List) {
  mongoc_gridfs_file_t *File = mongoc_gridfs_file_list_next(List);
  // CHECK-MESSAGES: :[[@LINE-1]]:32: warning: result 'File' acquired by 'mongoc_gridfs_file_list_next' is not released on every path [db-session-leak]
}

void releasesGridfsFileListNext(mongoc_gridfs_file_list_t *List) {
  mongoc_gridfs_file_t *File = mongoc_gridfs_file_list_next(List);
  mongoc_gridfs_file_destroy(File);
}

void leaksGridfsFind(mongoc_gridfs_t *Gridfs, const bson_t *Document) {
  mongoc_gridfs_file_list_t *List = mongoc_gridfs_find(Gridfs, Document);
  // CHECK-MESSAGES: :[[@LINE-1]]:37: warning: cursor 'List' acquired by 'mongoc_gridfs_find' is not released on every path [db-session-leak]
}

void releasesGridfsFind(mongoc_gridfs_t *Gridfs, const bson_t *Document) {
  mongoc_gridfs_file_list_t *List = mongoc_gridfs_find(Gridfs, Document);
  mongoc_gridfs_file_list_destroy(List);
}

void leaksGridfsFindWithOpts(mongoc_gridfs_t *Gridfs, const bson_t *Document) {
  mongoc_gridfs_file_list_t *List =
      mongoc_gridfs_find_with_opts(Gridfs, Document, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: cursor 'List' acquired by 'mongoc_gridfs_find_with_opts' is not released on every path [db-session-leak]
}

void releasesGridfsFindWithOpts(mongoc_gridfs_t *Gridfs,
                                const bson_t *Document) {
  mongoc_gridfs_file_list_t *List =
      mongoc_gridfs_find_with_opts(Gridfs, Document, NULL);
  mongoc_gridfs_file_list_destroy(List);
}

// Each file of a list is the caller's.
int leaksTheFilesOfAList(mongoc_gridfs_file_list_t *List) {
  mongoc_gridfs_file_t *File;
  int Count = 0;
  while ((File = mongoc_gridfs_file_list_next(List))) {
    // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: result 'File' acquired by 'mongoc_gridfs_file_list_next' is not released on every path [db-session-leak]
    ++Count;
  }
  return Count;
}

int releasesTheFilesOfAList(mongoc_gridfs_file_list_t *List) {
  mongoc_gridfs_file_t *File;
  int Count = 0;
  while ((File = mongoc_gridfs_file_list_next(List))) {
    ++Count;
    mongoc_gridfs_file_destroy(File);
  }
  return Count;
}

// Creating a file from a stream takes the stream.
void createsFileFromStream(mongoc_gridfs_t *Gridfs) {
  mongoc_stream_t *Stream = mongoc_stream_file_new_for_path("orders", 0, 0);
  mongoc_gridfs_file_t *File =
      mongoc_gridfs_create_file_from_stream(Gridfs, Stream, NULL);
  mongoc_gridfs_file_destroy(File);
}
