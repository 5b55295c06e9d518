// RUN: %check_dbtidy %s db-session-leak %t -std=c++17,c++20,c++23

// Structured bindings: handles that arrive in, and are taken from, an aggregate.
#include "libpq-fe.h"

struct Opened {
  PGconn *Conn;
  bool Ok;
};

Opened open() {
  PGconn *c = PQconnectdb("");
  return {c, PQstatus(c) == CONNECTION_OK};
}

Opened openOrThrow() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (PQstatus(c) != CONNECTION_OK)
    throw 1;
  return {c, true};
}

Opened openOrEmpty() {
  PGconn *c = PQconnectdb("");
  if (PQstatus(c) != CONNECTION_OK) {
    PQfinish(c);
    return {nullptr, false};
  }
  return {c, true};
}

int counts(const int (&pair)[2]) {
  PGconn *c = PQconnectdb("");
  auto [a, b] = pair;
  PQfinish(c);
  return a + b;
}

int countsAndReturns(const int (&pair)[2]) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  auto [a, b] = pair;
  if (a > b)
    return a;
  PQfinish(c);
  return b;
}

void bindsAndReleases() {
  Opened o = {PQconnectdb(""), true};
  auto &[conn, ok] = o;
  PQfinish(conn);
  (void)ok;
}
