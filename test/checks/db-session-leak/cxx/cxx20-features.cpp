// RUN: %check_dbtidy %s db-session-leak %t -std=c++20,c++23

// Concepts, abbreviated templates, designated initialisers, attributes, comparisons.
#include "libpq-fe.h"
#include <compare>
#include <type_traits>

struct Opened {
  PGconn *Conn;
  bool Ok;
};
struct Version {
  int Major, Minor;
  auto operator<=>(const Version &) const = default;
};
constexpr int twice(int n) { return 2 * n; }
consteval int three() { return 3; }

template <typename T>
  requires std::is_integral_v<T>
T constrained(T n) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (n > 1)
    return n;
  PQfinish(c);
  return 0;
}

int abbreviated(auto n) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (n > 1)
    return 1;
  PQfinish(c);
  return 0;
}

int abbreviatedReleases(auto n) {
  PGconn *c = PQconnectdb("");
  PQfinish(c);
  return n > 1;
}

Opened designated() { return {.Conn = PQconnectdb(""), .Ok = true}; }

Opened designatedForgets() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (PQstatus(c) != CONNECTION_OK) [[unlikely]]
    return {.Conn = nullptr, .Ok = false};
  return {.Conn = c, .Ok = true};
}

bool comparisonsDoNotThrow(const Version &a, const Version &b) {
  PGconn *c = PQconnectdb("");
  bool less = a < b;
  bool same = a == b;
  PQfinish(c);
  return less || same;
}

int constantFunctionsDoNotThrow(int n) {
  PGconn *c = PQconnectdb("");
  int m = twice(n) + three();
  PQfinish(c);
  return m;
}

void instantiate() {
  constrained(1);
  constrained(1L);
  abbreviated(1);
  abbreviated('a');
  abbreviatedReleases(1);
}
