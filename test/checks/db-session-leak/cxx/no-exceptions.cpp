// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23 -- -- -fno-exceptions

// With -fno-exceptions no call throws; the other ways out stay.
#include "libpq-fe.h"

struct Money {
  Money(int);
  ~Money() noexcept(false);
  operator int() const;
};
void mayThrow();
int compute();

void callsCannotThrow() {
  PGconn *c = PQconnectdb("");
  mayThrow();
  Money m(compute());
  int n = m;
  Money *p = new Money(n);
  delete p;
  PQfinish(c);
}

void returnIsStillAWayOut(bool bad) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  mayThrow();
  if (bad)
    return;
  PQfinish(c);
}
