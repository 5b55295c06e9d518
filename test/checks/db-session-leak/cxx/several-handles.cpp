// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// Several handles in one function: each has its own ways out, and its own report.
#include "libpq-fe.h"
#include "sqlite3.h"

void mayThrow();

struct Owner {
  PGconn *Conn;
  explicit Owner(PGconn *c) noexcept : Conn(c) {}
  ~Owner() { PQfinish(Conn); }
};

void connectionOwnedResultRaw() {
  Owner c(PQconnectdb(""));
  PGresult *res = PQexec(c.Conn, "SELECT 1");
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: result 'res' acquired by 'PQexec' is not released on every path [db-session-leak]
  mayThrow();
  PQclear(res);
}

void secondMayFail(const char *path) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  sqlite3 *db = nullptr;
  if (sqlite3_open(path, &db) != SQLITE_OK) {
    sqlite3_close(db);
    return;
  }
  sqlite3_close(db);
  PQfinish(c);
}

void bothOnEachPath(const char *path) {
  PGconn *c = PQconnectdb("");
  sqlite3 *db = nullptr;
  if (sqlite3_open(path, &db) != SQLITE_OK) {
    sqlite3_close(db);
    PQfinish(c);
    return;
  }
  sqlite3_close(db);
  PQfinish(c);
}

void handlerReleasesOne() {
  PGconn *c = nullptr;
  PGresult *res = nullptr;
  try {
    c = PQconnectdb("");
    res = PQexec(c, "SELECT 1");
// CHECK-MESSAGES: :[[@LINE-1]]:11: warning: result 'res' acquired by 'PQexec' is not released on every path [db-session-leak]
    mayThrow();
    PQclear(res);
    PQfinish(c);
  } catch (...) {
    PQfinish(c);
    throw;
  }
}

void handlerReleasesBoth() {
  PGconn *c = nullptr;
  PGresult *res = nullptr;
  try {
    c = PQconnectdb("");
    res = PQexec(c, "SELECT 1");
    mayThrow();
  } catch (...) {
    PQclear(res);
    PQfinish(c);
    throw;
  }
  PQclear(res);
  PQfinish(c);
}

void releasedInTheWrongVariable() {
  PGconn *a = PQconnectdb("a");
  PGconn *b = PQconnectdb("b");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'b' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  PQfinish(a);
  PQreset(b);
}
