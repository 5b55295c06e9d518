// RUN: %check_dbtidy %s db-session-leak %t -std=c++23

// REQUIRES: llvm-19-or-later
// Deducing this, if consteval, static call operators, expected.
#include "libpq-fe.h"
#include <expected>

struct Service {
  PGconn *Conn = nullptr;
  void open(this Service &self) { self.Conn = PQconnectdb(""); }
  int version(this const Service &self, bool bad) {
    PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    if (bad)
      return PQserverVersion(self.Conn);
    PQfinish(c);
    return 0;
  }
};
struct Loud {
  static void operator()();
};
struct Quiet {
  static void operator()() noexcept;
};

void staticCallOperator() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  Loud{}();
  PQfinish(c);
}

void staticCallOperatorNoexcept() {
  PGconn *c = PQconnectdb("");
  Quiet{}();
  PQfinish(c);
}

constexpr int choose() {
  if consteval {
    return 1;
  } else {
    return 2;
  }
}

void chooses() {
  PGconn *c = PQconnectdb("");
  int n = choose();
  PQfinish(c);
  (void)n;
}

std::expected<PGconn *, int> expected() {
  PGconn *c = PQconnectdb("");
  if (PQstatus(c) != CONNECTION_OK) {
    PQfinish(c);
    return std::unexpected(1);
  }
  return c;
}

std::expected<PGconn *, int> expectedForgets() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (PQstatus(c) != CONNECTION_OK)
    return std::unexpected(1);
  return c;
}
