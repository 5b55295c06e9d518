// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// 'throw' between preparing and finalizing a statement, and after a failed opening.
#include "sqlite3.h"

struct Error {
  int Code;
};

void throwsBetweenPrepareAndFinalize(sqlite3 *db) {
  sqlite3_stmt *st = nullptr;
  if (sqlite3_prepare_v2(db, "SELECT 1", -1, &st, nullptr) != SQLITE_OK)
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: statement 'st' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
    throw Error{1};
  if (sqlite3_step(st) != SQLITE_ROW)
    throw Error{2};
  sqlite3_finalize(st);
}

void finalizesBeforeThrow(sqlite3 *db) {
  sqlite3_stmt *st = nullptr;
  if (sqlite3_prepare_v2(db, "SELECT 1", -1, &st, nullptr) != SQLITE_OK)
    throw Error{1};
  int rc = sqlite3_step(st);
  sqlite3_finalize(st);
  if (rc != SQLITE_ROW)
    throw Error{rc};
}

sqlite3 *throwsWhenOpenFailed(const char *path) {
  sqlite3 *db = nullptr;
  int rc = sqlite3_open(path, &db);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: session 'db' acquired by 'sqlite3_open' is not released on every path [db-session-leak]
  if (rc != SQLITE_OK)
    throw Error{rc};
  return db;
}

sqlite3 *closesWhenOpenFailed(const char *path) {
  sqlite3 *db = nullptr;
  int rc = sqlite3_open(path, &db);
  if (rc != SQLITE_OK) {
    sqlite3_close(db);
    throw Error{rc};
  }
  return db;
}
