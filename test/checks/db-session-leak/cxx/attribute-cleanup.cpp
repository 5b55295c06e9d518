// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// The cleanup attribute runs on every way out, exceptions included.
#include "libpq-fe.h"

void mayThrow();
static void finish(PGconn **c) { PQfinish(*c); }

void cleaned(bool bad) {
  __attribute__((cleanup(finish))) PGconn *c = PQconnectdb("");
  mayThrow();
  if (bad)
    return;
}

void notCleaned(bool bad) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (bad)
    return;
  finish(&c);
}
