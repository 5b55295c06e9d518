// RUN: %check_dbtidy %s db-session-leak %t -std=c++23

// std::out_ptr hands the out-parameter straight to its owner.
#include "sqlite3.h"
#include <memory>
#include <version>

void mayThrow();

struct Closer {
  void operator()(sqlite3 *db) const { sqlite3_close(db); }
};

void rawIntoAnOwner(const char *path) {
  sqlite3 *raw = nullptr;
  int rc = sqlite3_open(path, &raw);
  std::unique_ptr<sqlite3, Closer> db(raw);
  if (rc != SQLITE_OK)
    throw rc;
  mayThrow();
}

void rawIntoAnOwnerTooLate(const char *path) {
  sqlite3 *raw = nullptr;
  int rc = sqlite3_open(path, &raw);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: session 'raw' acquired by 'sqlite3_open' is not released on every path [db-session-leak]
  if (rc != SQLITE_OK)
    throw rc;
  std::unique_ptr<sqlite3, Closer> db(raw);
  mayThrow();
}

#ifdef __cpp_lib_out_ptr
void outPtr(const char *path) {
  std::unique_ptr<sqlite3, Closer> db;
  int rc = sqlite3_open(path, std::out_ptr(db));
  if (rc != SQLITE_OK)
    throw rc;
  mayThrow();
}
#endif
