// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// Reading a handle out of the smart pointer that owns it takes nothing back.

#include "sqlite3.h"
#include <memory>
#include <stdexcept>

struct Deleter {
  void operator()(sqlite3 *db);
};

class Database {
public:
  Database(const char *file, int ms);
  explicit Database(const char *file);
  void setTimeout(int ms);
  sqlite3 *handle() const noexcept { return Owned.get(); }

private:
  void check(int rc) const {
    if (rc != SQLITE_OK)
      throw std::runtime_error(sqlite3_errmsg(handle()));
  }
  std::unique_ptr<sqlite3, Deleter> Owned;
};

Database::Database(const char *file, int ms) {
  sqlite3 *db;
  const int rc = sqlite3_open_v2(file, &db, 0, nullptr);
  Owned.reset(db);
  if (rc != SQLITE_OK)
    throw std::runtime_error("open");
  if (ms > 0)
    setTimeout(ms);
}

Database::Database(const char *file) {
  sqlite3 *db;
  const int rc = sqlite3_open_v2(file, &db, 0, nullptr);
// CHECK-MESSAGES: :[[@LINE-1]]:18: warning: session 'db' acquired by 'sqlite3_open_v2' is not released on every path [db-session-leak]
  if (rc != SQLITE_OK)
    throw std::runtime_error("open");
  Owned.reset(db);
}

void Deleter::operator()(sqlite3 *db) {
  const int rc = sqlite3_close(db);
  (void)rc;
}

void Database::setTimeout(int ms) {
  const int rc = sqlite3_busy_timeout(handle(), ms);
  check(rc);
}

// A visible function that reads the owner it is given by reference.
using Shared = std::shared_ptr<sqlite3>;

static int changesOf(const Shared &db) { return sqlite3_changes(db.get()); }

static Shared openShared(const char *file) {
  sqlite3 *db;
  if (sqlite3_open(file, &db) != SQLITE_OK) {
    sqlite3_close(db);
    throw std::runtime_error("open");
  }
  return Shared(db, [](sqlite3 *p) { sqlite3_close(p); });
}

int readsShared(const char *file) {
  Shared db = openShared(file);
  int sum = 0;
  while (int n = changesOf(db))
    sum += n;
  return sum;
}
