// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++23
// A smart pointer may own a struct that is initialised in place, and what goes
// with its handle goes where the owner is reset.
#include <memory>
#include <mysql.h>
#include <sql.h>
#include <sqlext.h>

bool bad(int n) noexcept;

void owned() {
  MYSQL m;
  mysql_init(&m);
  std::unique_ptr<MYSQL, decltype(&mysql_close)> owner(&m, &mysql_close);
}

void reset(int n) {
  MYSQL m;
  mysql_init(&m);
  std::unique_ptr<MYSQL, decltype(&mysql_close)> owner(&m, &mysql_close);
  if (bad(n))
    owner.reset();
}

void dropped(int n) {
  MYSQL m;
  mysql_init(&m);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: session 'm' acquired by 'mysql_init' is not released on every path [db-session-leak]
  std::unique_ptr<MYSQL, decltype(&mysql_close)> owner(&m, &mysql_close);
  if (bad(n))
    owner.release();
}

struct Free {
  void operator()(void *h) const { SQLFreeHandle(SQL_HANDLE_DBC, h); }
};

void children(SQLHENV env) {
  SQLHDBC dbc;
  if (SQLAllocHandle(SQL_HANDLE_DBC, env, &dbc) != SQL_SUCCESS)
    return;
  std::unique_ptr<void, Free> owner(dbc);
  SQLHSTMT stmt;
  if (SQLAllocHandle(SQL_HANDLE_STMT, dbc, &stmt) != SQL_SUCCESS)
    return;
  SQLExecute(stmt);
  owner.reset();
}
