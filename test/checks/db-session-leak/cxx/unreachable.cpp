// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// Code that cannot be reached, and loops that never end, are no ways out.
#include "libpq-fe.h"

extern "C" bool ready(PGconn *);

int unreachableDefault(int kind) {
  PGconn *c = PQconnectdb("");
  switch (kind) {
  case 0:
    PQfinish(c);
    return 0;
  default:
    __builtin_unreachable();
  }
}

void servesForever() {
  PGconn *c = PQconnectdb("");
  for (;;)
    ready(c);
}

void servesUntilToldOtherwise() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  for (;;)
    if (!ready(c))
      break;
}

int codeBehindTheReturn() {
  PGconn *c = PQconnectdb("");
  PQfinish(c);
  return 0;
  c = PQconnectdb("");
  return 1;
}

void constantCondition() {
  PGconn *c = PQconnectdb("");
  if (false)
    return;
  PQfinish(c);
}

void trapped(bool bad) {
  PGconn *c = PQconnectdb("");
  if (bad)
    __builtin_trap();
  PQfinish(c);
}
