// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// On the way of an exception an owner in scope releases, a raw handle beside it does not.
#include "libpq-fe.h"
#include <memory>

void mayThrow();
struct Clearer {
  void operator()(PGresult *res) const { PQclear(res); }
};
using Result = std::unique_ptr<PGresult, Clearer>;

void rawConnectionOwnedResult() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  Result res(PQexec(c, "SELECT 1"));
  mayThrow();
  PQfinish(c);
}

void ownedConnectionOwnedResult() {
  std::unique_ptr<PGconn, decltype(&PQfinish)> c(PQconnectdb(""), &PQfinish);
  Result res(PQexec(c.get(), "SELECT 1"));
  mayThrow();
}

void ownerOutOfScope() {
  PGconn *c = PQconnectdb("");
  {
    Result res(PQexec(c, "SELECT 1"));
  }
  PQfinish(c);
}

void ownerInTheTryBlock() {
  try {
    std::unique_ptr<PGconn, decltype(&PQfinish)> c(PQconnectdb(""), &PQfinish);
    PGresult *res = PQexec(c.get(), "SELECT 1");
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: result 'res' acquired by 'PQexec' is not released on every path [db-session-leak]
    mayThrow();
    PQclear(res);
  } catch (...) {
  }
}

void ownerOnTheHeap() {
  auto *owner = new Result(PQexec(nullptr, "SELECT 1"));
  mayThrow();
  delete owner;
}

void ownerMadeTooLate() {
  PGresult *raw = PQexec(nullptr, "SELECT 1");
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: result 'raw' acquired by 'PQexec' is not released on every path [db-session-leak]
  mayThrow();
  Result res(raw);
}

void ownerMadeInTheHandler() {
  PGresult *raw = PQexec(nullptr, "SELECT 1");
  try {
    mayThrow();
  } catch (...) {
    Result res(raw);
    throw;
  }
  Result res(raw);
}
