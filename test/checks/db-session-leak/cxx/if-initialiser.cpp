// RUN: %check_dbtidy %s db-session-leak %t -std=c++17,c++20,c++23

// 'if' and 'switch' with an initialiser.
#include "libpq-fe.h"
#include "sqlite3.h"

extern "C" bool ready(PGconn *);

void releasedInBothBranches() {
  if (PGconn *c = PQconnectdb(""); PQstatus(c) == CONNECTION_OK)
    PQfinish(c);
  else
    PQfinish(c);
}

void releasedInOneBranch() {
  if (PGconn *c = PQconnectdb(""); PQstatus(c) == CONNECTION_OK)
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    PQfinish(c);
}

void releasedInTheElseBranch() {
  if (PGconn *c = PQconnectdb(""); c == nullptr)
    return;
  else
    PQfinish(c);
}

void statusInTheInitialiser(sqlite3 *db) {
  sqlite3_stmt *st = nullptr;
  if (int rc = sqlite3_prepare_v2(db, "SELECT 1", -1, &st, nullptr); rc != SQLITE_OK)
    return;
  sqlite3_finalize(st);
}

void statusInTheInitialiserForgotten(sqlite3 *db) {
  sqlite3_stmt *st = nullptr;
  if (int rc = sqlite3_prepare_v2(db, "SELECT 1", -1, &st, nullptr); rc == SQLITE_OK)
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: statement 'st' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
    sqlite3_step(st);
}

void openedInTheInitialiser(const char *path) {
  sqlite3 *db = nullptr;
  if (int rc = sqlite3_open(path, &db); rc != SQLITE_OK)
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: session 'db' acquired by 'sqlite3_open' is not released on every path [db-session-leak]
    return;
  sqlite3_close(db);
}

void switchOnTheStatus() {
  switch (PGconn *c = PQconnectdb(""); PQstatus(c)) {
  case CONNECTION_OK:
    ready(c);
    PQfinish(c);
    break;
  default:
    PQfinish(c);
  }
}

void switchOnTheStatusForgetsOne() {
  switch (PGconn *c = PQconnectdb(""); PQstatus(c)) {
// CHECK-MESSAGES: :[[@LINE-1]]:23: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  case CONNECTION_OK:
    PQfinish(c);
    break;
  case CONNECTION_BAD:
    break;
  default:
    PQfinish(c);
  }
}

void switchFallsThrough() {
  switch (PGconn *c = PQconnectdb(""); PQstatus(c)) {
  case CONNECTION_OK:
    ready(c);
    [[fallthrough]];
  default:
    PQfinish(c);
  }
}
