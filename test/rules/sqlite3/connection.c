// Connections of SQLite: owed although opening failed.
// RUN: %check_dbtidy %s db-session-leak %t -std=c11 -real-headers

#include <sqlite3.h>
#include <stddef.h>

void report(const char *Text);

void leaksSqlite3Open(const char *Path) {
  sqlite3 *Db;
  sqlite3_open(Path, &Db);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: session 'Db' acquired by 'sqlite3_open' is not released on every path [db-session-leak]
}

void releasesSqlite3OpenBySqlite3Close(const char *Path) {
  sqlite3 *Db;
  sqlite3_open(Path, &Db);
  sqlite3_close(Db);
}

void releasesSqlite3OpenBySqlite3CloseV2(const char *Path) {
  sqlite3 *Db;
  sqlite3_open(Path, &Db);
  sqlite3_close_v2(Db);
}

void leaksSqlite3Open16(const void *Path) {
  sqlite3 *Db;
  sqlite3_open16(Path, &Db);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: session 'Db' acquired by 'sqlite3_open16' is not released on every path [db-session-leak]
}

void releasesSqlite3Open16BySqlite3Close(const void *Path) {
  sqlite3 *Db;
  sqlite3_open16(Path, &Db);
  sqlite3_close(Db);
}

void releasesSqlite3Open16BySqlite3CloseV2(const void *Path) {
  sqlite3 *Db;
  sqlite3_open16(Path, &Db);
  sqlite3_close_v2(Db);
}

void leaksSqlite3OpenV2(const char *Path) {
  sqlite3 *Db;
  sqlite3_open_v2(Path, &Db, SQLITE_OPEN_READONLY, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: session 'Db' acquired by 'sqlite3_open_v2' is not released on every path [db-session-leak]
}

void releasesSqlite3OpenV2BySqlite3Close(const char *Path) {
  sqlite3 *Db;
  sqlite3_open_v2(Path, &Db, SQLITE_OPEN_READONLY, 0);
  sqlite3_close(Db);
}

void releasesSqlite3OpenV2BySqlite3CloseV2(const char *Path) {
  sqlite3 *Db;
  sqlite3_open_v2(Path, &Db, SQLITE_OPEN_READONLY, 0);
  sqlite3_close_v2(Db);
}

int leaksWhatFailedToOpen(const char *Path) {
  sqlite3 *Db = NULL;
  if (sqlite3_open(Path, &Db) != SQLITE_OK) {
    // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: session 'Db' acquired by 'sqlite3_open' is not released on every path [db-session-leak]
    report(sqlite3_errmsg(Db));
    return 1;
  }
  sqlite3_close(Db);
  return 0;
}

int releasesWhatFailedToOpen(const char *Path) {
  sqlite3 *Db = NULL;
  int Code = sqlite3_open(Path, &Db);
  if (Code != SQLITE_OK)
    report(sqlite3_errmsg(Db));
  sqlite3_close(Db);
  return Code;
}

int owesNothingWithoutMemory(const char *Path) {
  sqlite3 *Db = NULL;
  sqlite3_open(Path, &Db);
  if (!Db)
    return 1;
  return sqlite3_close(Db);
}
