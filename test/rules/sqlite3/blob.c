// Incremental blobs of SQLite.
// RUN: %check_dbtidy %s db-session-leak %t -std=c11 -real-headers

#include <sqlite3.h>
#include <stddef.h>

void leaksSqlite3BlobOpen(sqlite3 *Db) {
  sqlite3_blob *Blob = NULL;
  sqlite3_blob_open(Db, "main", "t", "c", 1, 0, &Blob);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: cursor 'Blob' acquired by 'sqlite3_blob_open' is not released on every path [db-session-leak]
}

void releasesSqlite3BlobOpen(sqlite3 *Db) {
  sqlite3_blob *Blob = NULL;
  if (sqlite3_blob_open(Db, "main", "t", "c", 1, 0, &Blob) == 0)
    sqlite3_blob_close(Blob);
}

int leaksWhenReadingFails(sqlite3 *Db, char *Into) {
  sqlite3_blob *Blob;
  int Code = sqlite3_blob_open(Db, "main", "t", "c", 1, 0, &Blob);
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: cursor 'Blob' acquired by 'sqlite3_blob_open' is not released on every path [db-session-leak]
  if (Code != SQLITE_OK)
    return Code;
  Code = sqlite3_blob_read(Blob, Into, 16, 0);
  if (Code != SQLITE_OK)
    return Code;
  return sqlite3_blob_close(Blob);
}

int releasesWhenReadingFails(sqlite3 *Db, char *Into) {
  sqlite3_blob *Blob;
  int Code = sqlite3_blob_open(Db, "main", "t", "c", 1, 0, &Blob);
  if (Code == SQLITE_OK)
    Code = sqlite3_blob_read(Blob, Into, 16, 0);
  sqlite3_blob_close(Blob);
  return Code;
}
