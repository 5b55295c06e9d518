// An extension of SQLite calls through a struct of pointers to functions.
// RUN: %check_dbtidy %s db-session-leak %t -std=c11 -real-headers

#include <sqlite3ext.h>
#include <stddef.h>

SQLITE_EXTENSION_INIT1

void leaksOpen(const char *Path) {
  sqlite3 *Db;
  sqlite3_open(Path, &Db);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: session 'Db' acquired by 'open' is not released on every path [db-session-leak]
}

void releasesOpenByClose(const char *Path) {
  sqlite3 *Db;
  sqlite3_open(Path, &Db);
  sqlite3_close(Db);
}

void releasesOpenByCloseV2(const char *Path) {
  sqlite3 *Db;
  sqlite3_open(Path, &Db);
  sqlite3_close_v2(Db);
}

void leaksOpen16(const void *Path) {
  sqlite3 *Db;
  sqlite3_open16(Path, &Db);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: session 'Db' acquired by 'open16' is not released on every path [db-session-leak]
}

void releasesOpen16ByClose(const void *Path) {
  sqlite3 *Db;
  sqlite3_open16(Path, &Db);
  sqlite3_close(Db);
}

void releasesOpen16ByCloseV2(const void *Path) {
  sqlite3 *Db;
  sqlite3_open16(Path, &Db);
  sqlite3_close_v2(Db);
}

void leaksOpenV2(const char *Path) {
  sqlite3 *Db;
  sqlite3_open_v2(Path, &Db, 0, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: session 'Db' acquired by 'open_v2' is not released on every path [db-session-leak]
}

void releasesOpenV2ByClose(const char *Path) {
  sqlite3 *Db;
  sqlite3_open_v2(Path, &Db, 0, NULL);
  sqlite3_close(Db);
}

void releasesOpenV2ByCloseV2(const char *Path) {
  sqlite3 *Db;
  sqlite3_open_v2(Path, &Db, 0, NULL);
  sqlite3_close_v2(Db);
}

void leaksPrepare(sqlite3 *Db) {
  sqlite3_stmt *Statement = NULL;
  sqlite3_prepare(Db, "SELECT 1", -1, &Statement, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: statement 'Statement' acquired by 'prepare' is not released on every path [db-session-leak]
}

void releasesPrepare(sqlite3 *Db) {
  sqlite3_stmt *Statement = NULL;
  if (sqlite3_prepare(Db, "SELECT 1", -1, &Statement, NULL) == 0)
    sqlite3_finalize(Statement);
}

void leaksPrepareV2(sqlite3 *Db) {
  sqlite3_stmt *Statement = NULL;
  sqlite3_prepare_v2(Db, "SELECT 1", -1, &Statement, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: statement 'Statement' acquired by 'prepare_v2' is not released on every path [db-session-leak]
}

void releasesPrepareV2(sqlite3 *Db) {
  sqlite3_stmt *Statement = NULL;
  if (sqlite3_prepare_v2(Db, "SELECT 1", -1, &Statement, NULL) == 0)
    sqlite3_finalize(Statement);
}

void leaksPrepareV3(sqlite3 *Db) {
  sqlite3_stmt *Statement = NULL;
  sqlite3_prepare_v3(Db, "SELECT 1", -1, 0, &Statement, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: statement 'Statement' acquired by 'prepare_v3' is not released on every path [db-session-leak]
}

void releasesPrepareV3(sqlite3 *Db) {
  sqlite3_stmt *Statement = NULL;
  if (sqlite3_prepare_v3(Db, "SELECT 1", -1, 0, &Statement, NULL) == 0)
    sqlite3_finalize(Statement);
}

void leaksPrepare16(sqlite3 *Db) {
  sqlite3_stmt *Statement = NULL;
  sqlite3_prepare16(Db, L"SELECT 1", -1, &Statement, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: statement 'Statement' acquired by 'prepare16' is not released on every path [db-session-leak]
}

void releasesPrepare16(sqlite3 *Db) {
  sqlite3_stmt *Statement = NULL;
  if (sqlite3_prepare16(Db, L"SELECT 1", -1, &Statement, NULL) == 0)
    sqlite3_finalize(Statement);
}

void leaksPrepare16V2(sqlite3 *Db) {
  sqlite3_stmt *Statement = NULL;
  sqlite3_prepare16_v2(Db, L"SELECT 1", -1, &Statement, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: statement 'Statement' acquired by 'prepare16_v2' is not released on every path [db-session-leak]
}

void releasesPrepare16V2(sqlite3 *Db) {
  sqlite3_stmt *Statement = NULL;
  if (sqlite3_prepare16_v2(Db, L"SELECT 1", -1, &Statement, NULL) == 0)
    sqlite3_finalize(Statement);
}

void leaksPrepare16V3(sqlite3 *Db) {
  sqlite3_stmt *Statement = NULL;
  sqlite3_prepare16_v3(Db, L"SELECT 1", -1, 0, &Statement, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: statement 'Statement' acquired by 'prepare16_v3' is not released on every path [db-session-leak]
}

void releasesPrepare16V3(sqlite3 *Db) {
  sqlite3_stmt *Statement = NULL;
  if (sqlite3_prepare16_v3(Db, L"SELECT 1", -1, 0, &Statement, NULL) == 0)
    sqlite3_finalize(Statement);
}

void leaksBlobOpen(sqlite3 *Db) {
  sqlite3_blob *Blob = NULL;
  sqlite3_blob_open(Db, "main", "t", "c", 1, 0, &Blob);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: cursor 'Blob' acquired by 'blob_open' is not released on every path [db-session-leak]
}

void releasesBlobOpen(sqlite3 *Db) {
  sqlite3_blob *Blob = NULL;
  if (sqlite3_blob_open(Db, "main", "t", "c", 1, 0, &Blob) == 0)
    sqlite3_blob_close(Blob);
}

void leaksGetTable(sqlite3 *Db) {
  char **Table = NULL;
  sqlite3_get_table(Db, "SELECT 1", &Table, NULL, NULL, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: result 'Table' acquired by 'get_table' is not released on every path [db-session-leak]
}

void releasesGetTable(sqlite3 *Db) {
  char **Table = NULL;
  if (sqlite3_get_table(Db, "SELECT 1", &Table, NULL, NULL, NULL) == 0)
    sqlite3_free_table(Table);
}

void leaksBackupInit(sqlite3 *To, sqlite3 *From) {
  sqlite3_backup *Backup = sqlite3_backup_init(To, "main", From, "main");
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: session 'Backup' acquired by 'backup_init' is not released on every path [db-session-leak]
}

void releasesBackupInit(sqlite3 *To, sqlite3 *From) {
  sqlite3_backup *Backup = sqlite3_backup_init(To, "main", From, "main");
  sqlite3_backup_finish(Backup);
}

// Look like a release and are none.
void leaksAfterReset(sqlite3 *Db) {
  sqlite3_stmt *Statement;
  if (sqlite3_prepare_v2(Db, "SELECT 1", -1, &Statement, NULL))
    // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: statement 'Statement' acquired by 'prepare_v2' is not released on every path [db-session-leak]
    return;
  sqlite3_column_text(Statement, 0);
  sqlite3_clear_bindings(Statement);
  sqlite3_reset(Statement);
}

void leaksAConnection(const char *Path) {
  sqlite3 *Db;
  sqlite3_open(Path, &Db);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: session 'Db' acquired by 'open' is not released on every path [db-session-leak]
  sqlite3_db_release_memory(Db);
  sqlite3_errmsg(Db);
}

void leaksAReopenedBlob(sqlite3 *Db) {
  sqlite3_blob *Blob;
  if (sqlite3_blob_open(Db, "main", "t", "c", 1, 0, &Blob))
    // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: cursor 'Blob' acquired by 'blob_open' is not released on every path [db-session-leak]
    return;
  sqlite3_blob_reopen(Blob, 2);
}

// Without the macros.
int leaksThroughThePointer(const sqlite3_api_routines *Api, sqlite3 *Db) {
  sqlite3_stmt *Statement;
  int Code = Api->prepare_v2(Db, "SELECT 1", -1, &Statement, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: statement 'Statement' acquired by 'prepare_v2' is not released on every path [db-session-leak]
  return Code;
}

int releasesThroughThePointer(const sqlite3_api_routines *Api, sqlite3 *Db) {
  sqlite3_stmt *Statement;
  int Code = Api->prepare_v2(Db, "SELECT 1", -1, &Statement, NULL);
  if (Code == SQLITE_OK)
    Api->finalize(Statement);
  return Code;
}
