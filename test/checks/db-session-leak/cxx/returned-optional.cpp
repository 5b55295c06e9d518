// RUN: %check_dbtidy %s db-session-leak %t -std=c++17,c++20,c++23

// Returned in an optional.
#include "libpq-fe.h"
#include <optional>

std::optional<PGconn *> optional() {
  PGconn *c = PQconnectdb("");
  if (!c)
    return std::nullopt;
  return c;
}

std::optional<PGconn *> optionalForgets() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (PQstatus(c) != CONNECTION_OK)
    return std::nullopt;
  return c;
}

std::optional<PGconn *> optionalReleases() {
  PGconn *c = PQconnectdb("");
  if (PQstatus(c) != CONNECTION_OK) {
    PQfinish(c);
    return {};
  }
  return std::make_optional(c);
}
