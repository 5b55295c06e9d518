// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20
// `check(rc)` throws for some values only: those decide whether there is
// anything to release.

#include "sqlite3.h"
#include <stdexcept>

static void check(int Status) {
  if (Status != SQLITE_OK)
    throw std::runtime_error("database");
}

void preparedOrThrown(sqlite3 *Db) {
  sqlite3_stmt *Row = nullptr;
  check(sqlite3_prepare_v2(Db, "SELECT 1", -1, &Row, nullptr));
  sqlite3_finalize(Row);
}

void throughVariable(sqlite3 *Db) {
  sqlite3_stmt *Row = nullptr;
  int Status = sqlite3_prepare_v2(Db, "SELECT 1", -1, &Row, nullptr);
  check(Status);
  sqlite3_finalize(Row);
}

void thrownAfterPreparing(sqlite3 *Db) {
  sqlite3_stmt *Row = nullptr;
  check(sqlite3_prepare_v2(Db, "SELECT 1", -1, &Row, nullptr));
  // CHECK-NOTES: :[[@LINE-1]]:9: warning: statement 'Row' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+1]]:3: note: 'check' may throw and leaves the function without 'sqlite3_finalize'
  check(sqlite3_bind_int(Row, 1, 42));
  sqlite3_finalize(Row);
}

// sqlite3_open hands out a connection in any case.
void openedAndThrown(const char *File) {
  sqlite3 *Db = nullptr;
  check(sqlite3_open(File, &Db));
  // CHECK-NOTES: :[[@LINE-1]]:9: warning: session 'Db' acquired by 'sqlite3_open' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE-2]]:3: note: 'check' may throw and leaves the function without 'sqlite3_close'
  sqlite3_close(Db);
}

static void require(bool Condition, const char *What) {
  if (!Condition)
    throw std::runtime_error(What);
}

void required(sqlite3 *Db) {
  sqlite3_stmt *Row = nullptr;
  require(sqlite3_prepare_v2(Db, "SELECT 1", -1, &Row, nullptr) == SQLITE_OK,
          "prepare");
  sqlite3_finalize(Row);
}

void requiredTooLate(sqlite3 *Db) {
  sqlite3_stmt *Row = nullptr;
  require(sqlite3_prepare_v2(Db, "SELECT 1", -1, &Row, nullptr) == SQLITE_OK,
          // CHECK-NOTES: :[[@LINE-1]]:11: warning: statement 'Row' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
          // CHECK-NOTES: :[[@LINE+2]]:3: note: 'require' may throw and leaves the function without 'sqlite3_finalize'
          "prepare");
  require(sqlite3_step(Row) == SQLITE_ROW, "step");
  sqlite3_finalize(Row);
}
