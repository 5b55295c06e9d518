// RUN: %check_dbtidy %s db-use-after-release %t -std=c++11,c++17,c++20,c++23

#include "libpq-fe.h"
#include "sqlite3.h"
#include <memory>
#include <string>

void notify(const std::string &text);

// Thrown after the release: the text is gone.
void text(const char *path) {
  sqlite3 *db = nullptr;
  if (sqlite3_open(path, &db) != SQLITE_OK) {
    sqlite3_close(db);
    throw std::string(sqlite3_errmsg(db));
    // CHECK-NOTES: :[[@LINE-1]]:23: warning: session 'db' is used by 'sqlite3_errmsg' after its release [db-use-after-release]
    // CHECK-NOTES: :[[@LINE-4]]:7: note: taking the true branch
    // CHECK-NOTES: :[[@LINE-4]]:5: note: 'db' is released here
  }
  sqlite3_close(db);
}

void textCopied(const char *path) {
  sqlite3 *db = nullptr;
  if (sqlite3_open(path, &db) != SQLITE_OK) {
    std::string message = sqlite3_errmsg(db);
    sqlite3_close(db);
    throw message;
  }
  sqlite3_close(db);
}

// Released in a handler, used behind it.
void handler(PGconn *c) {
  try {
    notify("begin");
  } catch (...) {
    PQfinish(c);
  }
  PQstatus(c);
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: session 'c' is used by 'PQstatus' after its release [db-use-after-release]
  // CHECK-NOTES: :[[@LINE-4]]:5: note: 'c' is released here
}

void handlerThatLeaves(PGconn *c) {
  try {
    notify("begin");
  } catch (...) {
    PQfinish(c);
    throw;
  }
  PQstatus(c);
}

// A smart pointer's handle.
struct Finish {
  void operator()(PGconn *c) const { PQfinish(c); }
};

void smart(const char *where) {
  std::unique_ptr<PGconn, Finish> owner(PQconnectdb(where));
  PGconn *c = owner.get();
  owner.reset();
  PQstatus(c);
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: session 'c' is used by 'PQstatus' after its release [db-use-after-release]
  // CHECK-NOTES: :[[@LINE-3]]:3: note: 'c' is released here
}

void smartRenewed(const char *where) {
  std::unique_ptr<PGconn, Finish> owner(PQconnectdb(where));
  owner.reset(PQconnectdb(where));
  PQstatus(owner.get());
}

// Its text.
std::string value(PGconn *c) {
  PGresult *r = PQexec(c, "SELECT 1");
  const char *v = PQgetvalue(r, 0, 0);
  PQclear(r);
  return v;
  // CHECK-NOTES: :[[@LINE-1]]:10: warning: 'v' is used by 'basic_string' after the release of the result that it was borrowed from [db-use-after-release]
  // CHECK-NOTES: :[[@LINE-3]]:3: note: the result is released here
}

std::string valueCopied(PGconn *c) {
  PGresult *r = PQexec(c, "SELECT 1");
  std::string v = PQgetvalue(r, 0, 0);
  PQclear(r);
  return v;
}

// A handle that a loop acquires anew.
void loop(const char *where) {
  for (int i = 0; i < 3; ++i) {
    PGconn *c = PQconnectdb(where);
    PQstatus(c);
    PQfinish(c);
  }
}
