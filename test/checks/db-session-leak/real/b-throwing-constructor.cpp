// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// A constructor that allocates the environment, then a connection that may
// fail: the destructor does not run, and the environment stays. What comes
// after it allocates only what is still null, and overwrites nothing.

#include "sql.h"
#include "sqlext.h"

struct Failure {};

bool success(SQLRETURN rc) noexcept {
  return rc == SQL_SUCCESS || rc == SQL_SUCCESS_WITH_INFO;
}

static void release(SQLHANDLE &h, short type) {
  if (!h)
    return;
  SQLFreeHandle(type, h);
  h = nullptr;
}

static void allocateEnv(SQLHENV &env) {
  if (env)
    return;
  SQLRETURN rc = SQLAllocHandle(SQL_HANDLE_ENV, SQL_NULL_HANDLE, &env);
  if (!success(rc))
    throw Failure();
}

static void allocateDbc(SQLHDBC &dbc, SQLHENV env) {
  if (dbc)
    return;
  SQLRETURN rc = SQLAllocHandle(SQL_HANDLE_DBC, env, &dbc);
  if (!success(rc))
    throw Failure();
}

class Connection {
public:
  explicit Connection(const char *dsn) : Env(nullptr), Dbc(nullptr) {
    allocate();
// CHECK-NOTES: :[[@LINE-1]]:5: warning: environment 'Env' acquired by 'allocate' is not released on every path [db-session-leak]
// CHECK-NOTES: :[[@LINE-2]]:5: note: 'allocate' may throw and leaves the function without 'SQLFreeHandle'
    try {
      connect(dsn);
    } catch (...) {
      deallocate();
      throw;
    }
  }
  ~Connection() { deallocate(); }

private:
  void allocate() {
    allocateEnv(Env);
    allocateDbc(Dbc, Env);
  }
  void deallocate() {
    release(Dbc, SQL_HANDLE_DBC);
    release(Env, SQL_HANDLE_ENV);
  }
  void connect(const char *dsn) {
    allocateEnv(Env);
    release(Dbc, SQL_HANDLE_DBC);
    allocateDbc(Dbc, Env);
    SQLRETURN rc = SQLConnect(Dbc, (SQLCHAR *)dsn, SQL_NTS, nullptr, 0, nullptr,
                              0);
    if (!success(rc))
      throw Failure();
  }
  SQLHENV Env;
  SQLHDBC Dbc;
};

Connection *connectTo(const char *dsn) { return new Connection(dsn); }
