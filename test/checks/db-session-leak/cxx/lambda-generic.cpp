// RUN: %check_dbtidy %s db-session-leak %t -std=c++17,c++20,c++23

// Generic lambdas: one report per source location, whatever they are called with.
#include "libpq-fe.h"

void leaksForEveryType() {
  auto job = [](auto value) {
    PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    if (value > 1)
      return;
    PQfinish(c);
  };
  job(1);
  job(1L);
  job('a');
}

void cleanForEveryType() {
  auto job = [](auto value) {
    PGconn *c = PQconnectdb("");
    PQfinish(c);
    return value;
  };
  job(1);
  job(1L);
}

void genericCleanup(bool bad) {
  auto close = [](auto *c) { PQfinish(c); };
  PGconn *c = PQconnectdb("");
  if (bad) {
    close(c);
    return;
  }
  close(c);
}

void genericCleanupMissed(bool bad) {
  auto close = [](auto *c) { PQfinish(c); };
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (bad)
    return;
  close(c);
}
