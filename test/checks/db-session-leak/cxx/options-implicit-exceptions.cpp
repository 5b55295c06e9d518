// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23 -check-suffixes=ON,BOTH
// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23 -check-suffixes=BOTH -options=ImplicitExceptions:false

// ImplicitExceptions: false keeps the explicit ways out only.
#include "libpq-fe.h"

struct Error {};
struct Money {
  Money(int);
};
void mayThrow();

void call() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES-ON: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  mayThrow();
  PQfinish(c);
}

void constructor() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES-ON: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  Money m(1);
  PQfinish(c);
}

void handler() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES-ON: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  try {
    mayThrow();
  } catch (...) {
    throw;
  }
  PQfinish(c);
}

void explicitThrow(bool bad) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES-BOTH: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (bad)
    throw Error();
  PQfinish(c);
}

void explicitThrowIntoAHandler(bool bad) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES-BOTH: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  try {
    if (bad)
      throw Error();
  } catch (const Error &) {
    return;
  }
  PQfinish(c);
}

void returns(bool bad) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES-BOTH: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  mayThrow();
  if (bad)
    return;
  PQfinish(c);
}

void silentInBoth(bool bad) {
  PGconn *c = PQconnectdb("");
  PQfinish(c);
  mayThrow();
  if (bad)
    throw Error();
}
