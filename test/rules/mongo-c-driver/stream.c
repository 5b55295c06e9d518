// Streams and sockets of the MongoDB C driver, leaked and released.
// RUN: %check_dbtidy %s db-session-leak %t -std=c11 -real-headers -- -- -isystem /usr/include/libmongoc-1.0 -isystem /usr/include/libbson-1.0 -Wno-deprecated-declarations

#include <mongoc/mongoc.h>

void leaksGridfsBucketOpenUploadStream(mongoc_gridfs_bucket_t *Bucket,
                                       const bson_t *Document) {
  mongoc_stream_t *Stream = mongoc_gridfs_bucket_open_upload_stream(
      Bucket, "orders", Document, NULL, NULL);
  // CHECK-MESSAGES: :[[@LINE-2]]:29: warning: cursor 'Stream' acquired by 'mongoc_gridfs_bucket_open_upload_stream' is not released on every path [db-session-leak]
}

void releasesGridfsBucketOpenUploadStream(mongoc_gridfs_bucket_t *Bucket,
                                          const bson_t *Document) {
  mongoc_stream_t *Stream = mongoc_gridfs_bucket_open_upload_stream(
      Bucket, "orders", Document, NULL, NULL);
  mongoc_stream_destroy(Stream);
}

void leaksGridfsBucketOpenUploadStreamWithId(mongoc_gridfs_bucket_t *Bucket,
                                             const bson_t *Document) {
  mongoc_stream_t *Stream = mongoc_gridfs_bucket_open_upload_stream_with_id(
      Bucket, NULL, "orders", Document, NULL);
  // CHECK-MESSAGES: :[[@LINE-2]]:29: warning: cursor 'Stream' acquired by 'mongoc_gridfs_bucket_open_upload_stream_with_id' is not released on every path [db-session-leak]
}

void releasesGridfsBucketOpenUploadStreamWithId(mongoc_gridfs_bucket_t *Bucket,
                                                const bson_t *Document) {
  mongoc_stream_t *Stream = mongoc_gridfs_bucket_open_upload_stream_with_id(
      Bucket, NULL, "orders", Document, NULL);
  mongoc_stream_destroy(Stream);
}

void leaksGridfsBucketOpenDownloadStream(mongoc_gridfs_bucket_t *Bucket) {
  mongoc_stream_t *Stream =
      mongoc_gridfs_bucket_open_download_stream(Bucket, NULL, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: cursor 'Stream' acquired by 'mongoc_gridfs_bucket_open_download_stream' is not released on every path [db-session-leak]
}

void releasesGridfsBucketOpenDownloadStream(mongoc_gridfs_bucket_t *Bucket) {
  mongoc_stream_t *Stream =
      mongoc_gridfs_bucket_open_download_stream(Bucket, NULL, NULL);
  mongoc_stream_destroy(Stream);
}

void leaksStreamBufferedNew(mongoc_stream_t *Base) {
  mongoc_stream_t *Stream = mongoc_stream_buffered_new(Base, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: cursor 'Stream' acquired by 'mongoc_stream_buffered_new' is not released on every path [db-session-leak]
}

void releasesStreamBufferedNew(mongoc_stream_t *Base) {
  mongoc_stream_t *Stream = mongoc_stream_buffered_new(Base, 0);
  mongoc_stream_destroy(Stream);
}

void leaksStreamFileNew(void) {
  mongoc_stream_t *Stream = mongoc_stream_file_new(0);
  // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: cursor 'Stream' acquired by 'mongoc_stream_file_new' is not released on every path [db-session-leak]
}

void releasesStreamFileNew(void) {
  mongoc_stream_t *Stream = mongoc_stream_file_new(0);
  mongoc_stream_destroy(Stream);
}

void leaksStreamFileNewForPath(void) {
  mongoc_stream_t *Stream = mongoc_stream_file_new_for_path("orders", 0, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: cursor 'Stream' acquired by 'mongoc_stream_file_new_for_path' is not released on every path [db-session-leak]
}

void releasesStreamFileNewForPath(void) {
  mongoc_stream_t *Stream = mongoc_stream_file_new_for_path("orders", 0, 0);
  mongoc_stream_destroy(Stream);
}

void leaksStreamGridfsNew(mongoc_gridfs_file_t *File) {
  mongoc_stream_t *Stream = mongoc_stream_gridfs_new(File);
  // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: cursor 'Stream' acquired by 'mongoc_stream_gridfs_new' is not released on every path [db-session-leak]
}

void releasesStreamGridfsNew(mongoc_gridfs_file_t *File) {
  mongoc_stream_t *Stream = mongoc_stream_gridfs_new(File);
  mongoc_stream_destroy(Stream);
}

void leaksStreamSocketNew(mongoc_socket_t *Socket) {
  mongoc_stream_t *Stream = mongoc_stream_socket_new(Socket);
  // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: cursor 'Stream' acquired by 'mongoc_stream_socket_new' is not released on every path [db-session-leak]
}

void releasesStreamSocketNew(mongoc_socket_t *Socket) {
  mongoc_stream_t *Stream = mongoc_stream_socket_new(Socket);
  mongoc_stream_destroy(Stream);
}

void leaksStreamTlsNew(mongoc_stream_t *Base) {
  mongoc_stream_t *Stream = mongoc_stream_tls_new(Base, NULL, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: cursor 'Stream' acquired by 'mongoc_stream_tls_new' is not released on every path [db-session-leak]
}

void releasesStreamTlsNew(mongoc_stream_t *Base) {
  mongoc_stream_t *Stream = mongoc_stream_tls_new(Base, NULL, 0);
  mongoc_stream_destroy(Stream);
}

void leaksStreamTlsNewWithHostname(mongoc_stream_t *Base) {
  mongoc_stream_t *Stream =
      mongoc_stream_tls_new_with_hostname(Base, "orders", NULL, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: cursor 'Stream' acquired by 'mongoc_stream_tls_new_with_hostname' is not released on every path [db-session-leak]
}

void releasesStreamTlsNewWithHostname(mongoc_stream_t *Base) {
  mongoc_stream_t *Stream =
      mongoc_stream_tls_new_with_hostname(Base, "orders", NULL, 0);
  mongoc_stream_destroy(Stream);
}

void leaksSocketNew(void) {
  mongoc_socket_t *Socket = mongoc_socket_new(AF_INET, SOCK_STREAM, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: environment 'Socket' acquired by 'mongoc_socket_new' is not released on every path [db-session-leak]
}

void releasesSocketNew(void) {
  mongoc_socket_t *Socket = mongoc_socket_new(AF_INET, SOCK_STREAM, 0);
  mongoc_socket_destroy(Socket);
}

void leaksSocketAccept(mongoc_socket_t *Listener) {
  mongoc_socket_t *Socket = mongoc_socket_accept(Listener, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: environment 'Socket' acquired by 'mongoc_socket_accept' is not released on every path [db-session-leak]
}

void releasesSocketAccept(mongoc_socket_t *Listener) {
  mongoc_socket_t *Socket = mongoc_socket_accept(Listener, 0);
  mongoc_socket_destroy(Socket);
}

// Closing leaves the stream's memory.
void leaksAClosedStream(void) {
  mongoc_stream_t *Stream = mongoc_stream_file_new(0);
  // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: cursor 'Stream' acquired by 'mongoc_stream_file_new' is not released on every path [db-session-leak]
  mongoc_stream_close(Stream);
}

// The buffered stream owns the one below.
void handsOverToABufferedStream(void) {
  mongoc_stream_t *Base = mongoc_stream_file_new(0);
  mongoc_stream_t *Buffered = mongoc_stream_buffered_new(Base, 4096);
  mongoc_stream_destroy(Buffered);
}

// The stream owns the socket.
void handsOverASocket(void) {
  mongoc_socket_t *Socket = mongoc_socket_new(AF_INET, SOCK_STREAM, 0);
  if (!Socket)
    return;
  mongoc_stream_t *Stream = mongoc_stream_socket_new(Socket);
  mongoc_stream_destroy(Stream);
}

void leaksAnUnusedSocket(void) {
  mongoc_socket_t *Socket = mongoc_socket_new(AF_INET, SOCK_STREAM, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: environment 'Socket' acquired by 'mongoc_socket_new' is not released on every path [db-session-leak]
  if (!Socket)
    return;
  mongoc_socket_close(Socket);
}
