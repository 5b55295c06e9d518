// RUN: %check_dbtidy %s db-mismatched-release %t -std=c++11,c++17,c++20,c++23

#include "libpq-fe.h"
#include "sqlite3.h"
#include <cstdlib>
#include <memory>

struct Row {
  int n;
};

void freed(const char *where) {
  PGconn *c = PQconnectdb(where);
  std::free(c);
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: session 'c' is released by 'free'; 'PQfinish' releases it [db-mismatched-release]
  // CHECK-NOTES: :[[@LINE-3]]:15: note: 'c' is acquired here
}

void deleted(const char *where) {
  Row *row = new Row;
  delete row;
  PQfinish(PQconnectdb(where));
}

// Memory that holds a handle is no handle.
struct Store {
  sqlite3 *db = nullptr;
  bool open(const char *path) { return sqlite3_open(path, &db) == SQLITE_OK; }
  void close() { sqlite3_close(db); }
};

void holder(const char *path) {
  Store *store = new Store;
  store->open(path);
  store->close();
  delete store;
}

// Smart pointers that release something else.
void smart(const char *path) {
  sqlite3 *db = nullptr;
  sqlite3_open(path, &db);
  std::shared_ptr<sqlite3> owner(db, std::free);
  // CHECK-NOTES: :[[@LINE-1]]:28: warning: session 'db' is released by 'free'; 'sqlite3_close' releases it [db-mismatched-release]
  // CHECK-NOTES: :[[@LINE-3]]:3: note: 'db' is acquired here
}

void smartRight(const char *path) {
  sqlite3 *db = nullptr;
  sqlite3_open(path, &db);
  std::shared_ptr<sqlite3> owner(db, sqlite3_close);
}

struct Free {
  void operator()(void *p) const { std::free(p); }
};

struct Clear {
  void operator()(PGresult *r) const {
    if (r)
      PQclear(r);
  }
};

void functor(PGconn *c) {
  std::unique_ptr<PGresult, Free> rows(PQexec(c, "SELECT 1"));
  // CHECK-NOTES: :[[@LINE-1]]:35: warning: result is released by 'free'; 'PQclear' releases it [db-mismatched-release]
  // CHECK-NOTES: :[[@LINE-2]]:40: note: the result is acquired here
  std::unique_ptr<PGresult, Clear> more(PQexec(c, "SELECT 1"));
}

void lambda(PGconn *c) {
  std::shared_ptr<PGresult> rows(PQexec(c, "SELECT 1"),
                                 [](PGresult *r) { std::free(r); });
  // CHECK-NOTES: :[[@LINE-2]]:29: warning: result is released by 'free'; 'PQclear' releases it [db-mismatched-release]
  // CHECK-NOTES: :[[@LINE-3]]:34: note: the result is acquired here
  std::shared_ptr<PGresult> more(PQexec(c, "SELECT 1"),
                                 [](PGresult *r) { PQclear(r); });
}

void anew(PGconn *c) {
  std::unique_ptr<PGresult, Free> rows;
  rows.reset(PQexec(c, "SELECT 1"));
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: result is released by 'free'; 'PQclear' releases it [db-mismatched-release]
  // CHECK-NOTES: :[[@LINE-2]]:14: note: the result is acquired here
}

// What a deleter does that is not to be seen, nobody knows.
void finish(PGresult *r);
void unseen(PGconn *c) {
  std::unique_ptr<PGresult, void (*)(PGresult *)> rows(PQexec(c, "SELECT 1"),
                                                       finish);
}
