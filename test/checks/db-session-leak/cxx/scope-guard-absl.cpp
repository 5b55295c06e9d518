// RUN: %check_dbtidy %s db-session-leak %t -std=c++17,c++20

// absl::Cleanup and absl::MakeCleanup.
#include "libpq-fe.h"
#include <absl/cleanup/cleanup.h>

void mayThrow();

void guarded(bool bad) {
  PGconn *c = PQconnectdb("");
  absl::Cleanup guard = [&] { PQfinish(c); };
  mayThrow();
  if (bad)
    return;
}

void guardedTooLate() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  mayThrow();
  absl::Cleanup guard = [&] { PQfinish(c); };
}

void made() {
  PGconn *c = PQconnectdb("");
  auto guard = absl::MakeCleanup([c] { PQfinish(c); });
  mayThrow();
}

PGconn *cancelled() {
  PGconn *c = PQconnectdb("");
  absl::Cleanup guard = [c] { PQfinish(c); };
  mayThrow();
  std::move(guard).Cancel();
  return c;
}
