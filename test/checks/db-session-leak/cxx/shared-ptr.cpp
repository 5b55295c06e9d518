// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// shared_ptr with a deleter.
#include "libpq-fe.h"
#include <memory>

void mayThrow();
extern "C" bool ready(PGconn *);

std::shared_ptr<PGconn> returned() {
  std::shared_ptr<PGconn> c(PQconnectdb(""), PQfinish);
  mayThrow();
  return c;
}

void functionPointer() {
  std::shared_ptr<PGconn> c(PQconnectdb(""), &PQfinish);
  mayThrow();
}

void lambda() {
  std::shared_ptr<PGconn> c(PQconnectdb(""), [](PGconn *c) { PQfinish(c); });
  mayThrow();
}

void reset() {
  std::shared_ptr<PGconn> c;
  c.reset(PQconnectdb(""), PQfinish);
  mayThrow();
}

void tooLate() {
  PGconn *raw = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'raw' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  mayThrow();
  std::shared_ptr<PGconn> c(raw, PQfinish);
}

void inTime() {
  PGconn *raw = PQconnectdb("");
  std::shared_ptr<PGconn> c(raw, PQfinish);
  mayThrow();
}

void copied(std::shared_ptr<PGconn> &out) {
  std::shared_ptr<PGconn> c(PQconnectdb(""), PQfinish);
  out = c;
  mayThrow();
}

void ofAnOwner() {
  struct Owner {
    PGconn *Conn;
    explicit Owner(PGconn *c) noexcept : Conn(c) {}
    ~Owner() { PQfinish(Conn); }
  };
  auto owner = std::make_shared<Owner>(PQconnectdb(""));
  mayThrow();
  ready(owner->Conn);
}
