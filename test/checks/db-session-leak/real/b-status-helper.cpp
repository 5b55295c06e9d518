// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// The status goes through a function of one's own that says whether it is good.

#include "sql.h"
#include "sqlext.h"

struct Failure {};

bool success(SQLRETURN rc) noexcept {
  return rc == SQL_SUCCESS || rc == SQL_SUCCESS_WITH_INFO;
}

struct Status {
  static bool isError(SQLRETURN rc);
};

inline bool Status::isError(SQLRETURN rc) { return (0 != (rc & (~1))); }

void allocateAndFree(SQLHENV env) {
  SQLHDBC dbc;
  SQLRETURN rc = SQLAllocHandle(SQL_HANDLE_DBC, env, &dbc);
  if (!success(rc))
    throw Failure();
  SQLFreeHandle(SQL_HANDLE_DBC, dbc);
}

void allocateDirectly(SQLHENV env) {
  SQLHDBC dbc;
  if (Status::isError(SQLAllocHandle(SQL_HANDLE_DBC, env, &dbc)))
    throw Failure();
  SQLFreeHandle(SQL_HANDLE_DBC, dbc);
}

void invertedTest(SQLHENV env) {
  SQLHDBC dbc;
  SQLRETURN rc = SQLAllocHandle(SQL_HANDLE_DBC, env, &dbc);
// CHECK-MESSAGES: :[[@LINE-1]]:18: warning: session 'dbc' acquired by 'SQLAllocHandle' is not released on every path [db-session-leak]
  if (success(rc))
    throw Failure();
  SQLFreeHandle(SQL_HANDLE_DBC, dbc);
}
