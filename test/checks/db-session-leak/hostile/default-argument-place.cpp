// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20
// A default argument that throws is noted at the call, not where it was
// declared.

#include "libpq-fe.h"

int next();
void take(int Number = next()) noexcept;

void byDefault() {
  PGconn *Conn = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:18: warning: session 'Conn' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+1]]:3: note: 'next' may throw and leaves the function without 'PQfinish'
  take();
  PQfinish(Conn);
}

void given() {
  PGconn *Conn = PQconnectdb("");
  take(3);
  PQfinish(Conn);
}
