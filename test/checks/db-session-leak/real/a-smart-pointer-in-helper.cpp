// RUN: %check_dbtidy %s db-session-leak %t -std=c++17,c++20,c++23

// A helper that puts what it is given into a smart pointer first thing, with a
// deleter whose body is elsewhere.

#include "libpq-fe.h"
#include <memory>
#include <stdexcept>
#include <string>

void clearResult(PGresult const *r) noexcept;

class Result {
public:
  explicit Result(std::shared_ptr<PGresult> const &data) : Data(data) {}
  void check() const;

private:
  std::shared_ptr<PGresult> Data;
};

class Connection {
public:
  Result exec(char const *sql) {
    auto r{make(PQexec(Conn, sql))};
    notify();
    return r;
  }
  void listen(char const *sql) { make(PQexec(Conn, sql)); }
  Result prepared(char const *name);
  Result leaking(char const *sql);

private:
  Result make(PGresult *raw) {
    std::shared_ptr<PGresult> const smart{raw, clearResult};
    if (not smart)
      throw std::runtime_error("no result");
    Result r{smart};
    r.check();
    return r;
  }
  void notify();
  PGconn *Conn;
};

Result Connection::prepared(char const *name) {
  auto const raw{PQexecPrepared(Conn, name, 0, nullptr, nullptr, nullptr, 0)};
  auto r{make(raw)};
  notify();
  return r;
}

Result Connection::leaking(char const *sql) {
  auto const raw{PQexec(Conn, sql)};
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: result 'raw' acquired by 'PQexec' is not released on every path [db-session-leak]
  notify();
  return make(raw);
}
