// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// A method that opens what lies behind a pointer of its object has handed the
// handle to whoever owns that pointee.

#include "sql.h"
#include "sqlext.h"
#include <memory>

struct Failure {};

static void allocateEnv(SQLHENV &env) {
  if (env)
    return;
  if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_ENV, SQL_NULL_HANDLE, &env)))
    throw Failure();
}

class Impl {
public:
  Impl() noexcept : Env(nullptr) {}
  ~Impl() {
    if (Env)
      SQLFreeHandle(SQL_HANDLE_ENV, Env);
  }
  void allocate() { allocateEnv(Env); }
  SQLHENV env() const { return Env; }

private:
  SQLHENV Env;
};

class Connection {
public:
  Connection();
  void allocate();
  SQLHENV env() const;

private:
  std::shared_ptr<Impl> Body;
};

int list(SQLHENV env);
Impl *find(int key);
void use(Impl *impl);

int drivers() {
  Connection c;
  c.allocate();
  return list(c.env());
}

Connection::Connection() : Body(new Impl()) {}
void Connection::allocate() { Body->allocate(); }
SQLHENV Connection::env() const { return Body->env(); }

static void allocateFor(int key) {
  Impl *impl = find(key);
  if (impl)
    impl->allocate();
}

void allocateTwo() {
  allocateFor(1);
  allocateFor(2);
}

// A constructor that throws is never undone by its own destructor.
class Pair {
public:
  Pair() : Env(nullptr), Dbc(nullptr) {
    SQLAllocHandle(SQL_HANDLE_ENV, SQL_NULL_HANDLE, &Env);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: environment 'Env' acquired by 'SQLAllocHandle' is not released on every path [db-session-leak]
    allocateDbc();
  }
  ~Pair() {
    SQLFreeHandle(SQL_HANDLE_DBC, Dbc);
    SQLFreeHandle(SQL_HANDLE_ENV, Env);
  }

private:
  void allocateDbc() {
    if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_DBC, Env, &Dbc)))
      throw Failure();
  }
  SQLHENV Env;
  SQLHDBC Dbc;
};

Pair *makePair() { return new Pair; }
