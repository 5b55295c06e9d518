// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// Who releases a value on one path owns it: every other path is a leak.
#include "libpq-fe.h"
#include "sqlite3.h"

struct Database {
  PGresult *execute(const char *sql) noexcept;
  PGconn *handle() noexcept;
  static PGconn *shared() noexcept;
};
PGconn *db_handle_get() noexcept;
sqlite3_stmt *prepareFor(const char *) noexcept;

int methodResult(Database &db) {
  auto *res = db.execute("SELECT 1");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: result 'res' acquired by 'execute' is not released on every path [db-session-leak]
  if (PQntuples(res) == 0)
    return -1;
  int n = PQnfields(res);
  PQclear(res);
  return n;
}

int methodResultReleased(Database &db) {
  auto *res = db.execute("SELECT 1");
  if (PQntuples(res) == 0) {
    PQclear(res);
    return -1;
  }
  int n = PQnfields(res);
  PQclear(res);
  return n;
}

int methodResultThrown(Database *db) {
  PGresult *res = db->execute("SELECT 1");
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: result 'res' acquired by 'execute' is not released on every path [db-session-leak]
  if (PQntuples(res) == 0)
    throw 1;
  PQclear(res);
  return 0;
}

void functionResult(bool bad) {
  PGconn *c = db_handle_get();
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'db_handle_get' is not released on every path [db-session-leak]
  if (bad)
    return;
  PQfinish(c);
}

void functionResultNull(bool bad) {
  PGconn *c = db_handle_get();
  if (c == nullptr)
    return;
  PQfinish(c);
  if (bad)
    return;
}

void statement(bool bad) {
  sqlite3_stmt *st = prepareFor("SELECT 1");
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: statement 'st' acquired by 'prepareFor' is not released on every path [db-session-leak]
  if (bad)
    return;
  sqlite3_finalize(st);
}

int neverReleasedIsNotOwned(Database &db, bool bad) {
  PGconn *c = db.handle();
  if (bad)
    return -1;
  return PQserverVersion(c);
}

int sharedHandle() {
  auto *c = Database::shared();
  return PQserverVersion(c);
}

int parameterIsNotOwned(PGconn *c, bool bad) {
  if (bad)
    return -1;
  return PQserverVersion(c);
}
