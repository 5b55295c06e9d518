// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// A function that calls itself borrows what it is given.
#include "libpq-fe.h"

static int depth(PGconn *c, int n) noexcept {
  return n == 0 ? PQserverVersion(c) : depth(c, n - 1);
}

static int odd(PGconn *c, int n) noexcept;
static int even(PGconn *c, int n) noexcept { return n == 0 ? PQserverVersion(c) : odd(c, n - 1); }
static int odd(PGconn *c, int n) noexcept { return n == 0 ? 0 : even(c, n - 1); }

int borrowed() {
  PGconn *c = PQconnectdb("");
  int n = depth(c, 3);
  PQfinish(c);
  return n;
}

int borrowedAndForgotten() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  return depth(c, 3);
}

int mutual() {
  PGconn *c = PQconnectdb("");
  int n = even(c, 3);
  PQfinish(c);
  return n;
}

int mutualForgotten() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  return even(c, 3);
}

PGconn *retries(int n) noexcept {
  PGconn *c = PQconnectdb("");
  if (n == 0 || PQstatus(c) == CONNECTION_OK)
    return c;
  PQfinish(c);
  return retries(n - 1);
}

PGconn *retriesAndForgets(int n) noexcept {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (n == 0 || PQstatus(c) == CONNECTION_OK)
    return c;
  return retriesAndForgets(n - 1);
}
