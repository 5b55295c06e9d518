// SQLite from C++: exceptions as ways out, owners of what was opened.
// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17 -real-headers

#include <memory>
#include <sqlite3.h>
#include <stdexcept>
#include <string>

void audit(const std::string &Text);

struct Finalize {
  void operator()(sqlite3_stmt *Statement) const {
    sqlite3_finalize(Statement);
  }
};

void leaksByThrow(const char *Path) {
  sqlite3 *Db = nullptr;
  if (sqlite3_open(Path, &Db) != SQLITE_OK)
    // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: session 'Db' acquired by 'sqlite3_open' is not released on every path [db-session-leak]
    throw std::runtime_error(sqlite3_errmsg(Db));
  sqlite3_close(Db);
}

void leaksByACallThatThrows(sqlite3 *Db) {
  sqlite3_stmt *Statement = nullptr;
  if (sqlite3_prepare_v2(Db, "SELECT 1", -1, &Statement, nullptr) != SQLITE_OK)
    // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: statement 'Statement' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
    throw std::runtime_error(sqlite3_errmsg(Db));
  audit("prepared");
  sqlite3_finalize(Statement);
}

void releasesByAnOwner(const char *Path) {
  sqlite3 *Raw = nullptr;
  int Code = sqlite3_open(Path, &Raw);
  std::unique_ptr<sqlite3, decltype(&sqlite3_close)> Db(Raw, &sqlite3_close);
  if (Code != SQLITE_OK)
    throw std::runtime_error(sqlite3_errmsg(Db.get()));
  sqlite3_stmt *Prepared = nullptr;
  sqlite3_prepare_v2(Db.get(), "SELECT 1", -1, &Prepared, nullptr);
  std::unique_ptr<sqlite3_stmt, Finalize> Statement(Prepared);
  audit("prepared");
}
