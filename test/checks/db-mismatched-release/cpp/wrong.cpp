// RUN: %check_dbtidy %s db-mismatched-release %t -std=c++11,c++17,c++20,c++23

#include "libpq-fe.h"
#include "sqlite3.h"
#include <cstdlib>

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
