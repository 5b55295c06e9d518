// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// A call that throws while the arguments of the release are evaluated.
#include "libpq-fe.h"

bool compute();
PGconn *pick(PGconn *);
int version(PGconn *) noexcept;

void computedBeforeTheRelease() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  PQfinish((compute(), c));
}

void nothingBeforeTheRelease() {
  PGconn *c = PQconnectdb("");
  PQfinish((version(c), c));
  compute();
}

int returnedFromTheHeldHandle() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  int v = version(c);
  if (v < 90000)
    return version(c);
  PQfinish(c);
  return v;
}
