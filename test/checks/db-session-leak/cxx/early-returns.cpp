// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// The shapes of real leaks: no row, already found, merged tests, one variable for two queries.
#include "libpq-fe.h"
#include "sqlite3.h"
#include <string>

struct Error {};
extern "C" void logLine(const char *);

bool noRow(PGconn *c, std::string &out) {
  PGresult *res = PQexec(c, "SELECT 1");
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: result 'res' acquired by 'PQexec' is not released on every path [db-session-leak]
  if (PQntuples(res) == 0)
    return false;
  out = PQgetvalue(res, 0, 0);
  PQclear(res);
  return true;
}

bool noRowCleared(PGconn *c, std::string &out) {
  PGresult *res = PQexec(c, "SELECT 1");
  if (PQntuples(res) == 0) {
    PQclear(res);
    return false;
  }
  out = PQgetvalue(res, 0, 0);
  PQclear(res);
  return true;
}

int alreadyFound(PGconn *c, const std::string &wanted) {
  PGresult *res = PQexec(c, "SELECT name");
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: result 'res' acquired by 'PQexec' is not released on every path [db-session-leak]
  for (int i = 0; i < PQntuples(res); ++i)
    if (wanted == PQgetvalue(res, i, 0))
      return i;
  PQclear(res);
  return -1;
}

int alreadyFoundCleared(PGconn *c, const std::string &wanted) {
  PGresult *res = PQexec(c, "SELECT name");
  int found = -1;
  for (int i = 0; i < PQntuples(res) && found < 0; ++i)
    if (wanted == PQgetvalue(res, i, 0))
      found = i;
  PQclear(res);
  return found;
}

bool mergedTest(PGconn *c) {
  PGresult *res = PQexec(c, "SELECT 1");
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: result 'res' acquired by 'PQexec' is not released on every path [db-session-leak]
  if (!res || PQresultStatus(res) != PGRES_TUPLES_OK)
    return false;
  PQclear(res);
  return true;
}

bool mergedTestCleared(PGconn *c) {
  PGresult *res = PQexec(c, "SELECT 1");
  if (!res || PQresultStatus(res) != PGRES_TUPLES_OK) {
    PQclear(res);
    return false;
  }
  PQclear(res);
  return true;
}

bool twoQueriesOneVariable(PGconn *c) {
  bool good = false;
  PGresult *res = PQexec(c, "BEGIN");
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: result 'res' acquired by 'PQexec' is not released on every path [db-session-leak]
  if (PQresultStatus(res) != PGRES_COMMAND_OK)
    goto done;
  res = PQexec(c, "COMMIT");
  good = PQresultStatus(res) == PGRES_COMMAND_OK;
done:
  PQclear(res);
  return good;
}

bool twoQueriesClearedBetween(PGconn *c) {
  bool good = false;
  PGresult *res = PQexec(c, "BEGIN");
  if (PQresultStatus(res) != PGRES_COMMAND_OK)
    goto done;
  PQclear(res);
  res = PQexec(c, "COMMIT");
  good = PQresultStatus(res) == PGRES_COMMAND_OK;
done:
  PQclear(res);
  return good;
}

static void failAndClose(sqlite3 *db, sqlite3_stmt *st) {
  sqlite3_finalize(st);
  sqlite3_close(db);
  throw Error();
}

static void failOnly(sqlite3 *db) {
  logLine(sqlite3_errmsg(db));
  throw Error();
}

void consumingHelper(const char *path) {
  sqlite3 *db = nullptr;
  sqlite3_stmt *st = nullptr;
  if (sqlite3_open(path, &db) != SQLITE_OK)
    failAndClose(db, nullptr);
  if (sqlite3_prepare_v2(db, "SELECT 1", -1, &st, nullptr) != SQLITE_OK)
    failAndClose(db, nullptr);
  if (sqlite3_step(st) != SQLITE_ROW)
    failAndClose(db, st);
  sqlite3_finalize(st);
  sqlite3_close(db);
}

void failingHelper(const char *path) {
  sqlite3 *db = nullptr;
  if (sqlite3_open(path, &db) != SQLITE_OK)
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: session 'db' acquired by 'sqlite3_open' is not released on every path [db-session-leak]
    failOnly(db);
  sqlite3_close(db);
}

void resetIsNoRelease(sqlite3 *db) {
  sqlite3_stmt *st = nullptr;
  if (sqlite3_prepare_v2(db, "SELECT 1", -1, &st, nullptr) != SQLITE_OK)
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: statement 'st' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
    return;
  sqlite3_step(st);
  sqlite3_reset(st);
}
