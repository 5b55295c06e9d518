// RUN: %check_dbtidy %s db-session-leak %t -std=c++17,c++20,c++23

// Asking an optional, an any or a variant for what it may not hold.
#include "libpq-fe.h"
#include <any>
#include <optional>
#include <variant>

int optionalValue(const std::optional<int> &o) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  int n = o.value();
  PQfinish(c);
  return n;
}

int optionalChecked(const std::optional<int> &o) {
  PGconn *c = PQconnectdb("");
  int n = o.has_value() ? *o : 0;
  PQfinish(c);
  return n;
}

int anyCast(const std::any &a) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  int n = std::any_cast<int>(a);
  PQfinish(c);
  return n;
}

int anyCastOfAPointer(const std::any &a) {
  PGconn *c = PQconnectdb("");
  const int *n = std::any_cast<int>(&a);
  PQfinish(c);
  return n ? *n : 0;
}

int variantGet(const std::variant<int, char> &v) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  int n = std::get<int>(v);
  PQfinish(c);
  return n;
}

int variantGetIf(const std::variant<int, char> &v) {
  PGconn *c = PQconnectdb("");
  const int *n = std::get_if<int>(&v);
  PQfinish(c);
  return n ? *n : 0;
}
