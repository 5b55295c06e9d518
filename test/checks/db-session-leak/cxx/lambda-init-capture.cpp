// RUN: %check_dbtidy %s db-session-leak %t -std=c++17,c++20,c++23

// Init captures.
#include "libpq-fe.h"
#include <memory>

void mayThrow();

void releasesWhatItCaptured() {
  PGconn *c = PQconnectdb("");
  auto cleanup = [conn = c] { PQfinish(conn); };
  cleanup();
}

void releasesWhatItCapturedSometimes(bool bad) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  auto cleanup = [conn = c] { PQfinish(conn); };
  if (bad)
    return;
  cleanup();
}

void referenceCapture() {
  PGconn *c = PQconnectdb("");
  auto cleanup = [&conn = c] { PQfinish(conn); };
  cleanup();
}

auto ownerMovedIn() {
  std::unique_ptr<PGconn, decltype(&PQfinish)> c(PQconnectdb(""), PQfinish);
  return [owner = std::move(c)] { return PQserverVersion(owner.get()); };
}
