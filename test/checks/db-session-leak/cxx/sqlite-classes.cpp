// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// Connections and statements of SQLite behind small classes.
#include "sqlite3.h"

void mayThrow();

class Database {
  sqlite3 *Handle = nullptr;

public:
  explicit Database(const char *path) {
    int rc = sqlite3_open(path, &Handle);
    if (rc != SQLITE_OK) {
      sqlite3_close(Handle);
      throw rc;
    }
  }
  Database(const Database &) = delete;
  ~Database() { sqlite3_close(Handle); }
  sqlite3 *get() const noexcept { return Handle; }
};

class ForgetfulDatabase {
  sqlite3 *Handle = nullptr;

public:
  explicit ForgetfulDatabase(const char *path) {
    int rc = sqlite3_open(path, &Handle);
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: session '{{(.*(->|\.))?}}Handle' acquired by 'sqlite3_open' is not released on every path [db-session-leak]
    if (rc != SQLITE_OK)
      throw rc;
  }
  ~ForgetfulDatabase() { sqlite3_close(Handle); }
};

class Statement {
  sqlite3_stmt *Handle = nullptr;

public:
  Statement(sqlite3 *db, const char *sql) {
    int rc = sqlite3_prepare_v2(db, sql, -1, &Handle, nullptr);
    if (rc != SQLITE_OK)
      throw rc;
  }
  ~Statement() { sqlite3_finalize(Handle); }
  int step() { return sqlite3_step(Handle); }
};

void usesTheClasses(const char *path) {
  Database db(path);
  Statement st(db.get(), "SELECT 1");
  mayThrow();
  st.step();
}

void rawStatementBesideTheClass(const char *path) {
  Database db(path);
  sqlite3_stmt *st = nullptr;
  if (sqlite3_prepare_v2(db.get(), "SELECT 1", -1, &st, nullptr) != SQLITE_OK)
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: statement 'st' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
    return;
  mayThrow();
  sqlite3_finalize(st);
}

void classThatMayThrowWhileHeld(const char *path) {
  sqlite3 *db = nullptr;
  if (sqlite3_open(path, &db) == SQLITE_OK) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: session 'db' acquired by 'sqlite3_open' is not released on every path [db-session-leak]
    Statement st(db, "SELECT 1");
    st.step();
  }
  sqlite3_close(db);
}

static int onRow(void *, int, char **, char **) { return 0; }

void execWithACallback(sqlite3 *db) {
  sqlite3_stmt *st = nullptr;
  if (sqlite3_prepare_v2(db, "SELECT 1", -1, &st, nullptr) != SQLITE_OK)
    return;
  sqlite3_exec(db, "SELECT 2", onRow, nullptr, nullptr);
  sqlite3_finalize(st);
}
