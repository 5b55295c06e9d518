// RUN: %check_dbtidy %s db-session-leak %t -std=c++17,c++20

// gsl::finally.
#include "libpq-fe.h"
#include <gsl/gsl_util>

void mayThrow();

void guarded(bool bad) {
  PGconn *c = PQconnectdb("");
  auto guard = gsl::finally([&] { PQfinish(c); });
  mayThrow();
  if (bad)
    return;
}

void guardedTooLate() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  mayThrow();
  auto guard = gsl::finally([&] { PQfinish(c); });
}

void guardedByValue() {
  PGconn *c = PQconnectdb("");
  const auto guard = gsl::finally([c] { PQfinish(c); });
  mayThrow();
}

void guardedBeforeTheAcquisition() {
  PGconn *c = nullptr;
  auto guard = gsl::finally([&c] { PQfinish(c); });
  c = PQconnectdb("");
  mayThrow();
}
