// RUN: %check_dbtidy %s db-session-leak %t -std=c++20,c++23

// Range-based for with an initialiser.
#include "libpq-fe.h"

void neverReleased(const int (&ids)[3]) {
  for (PGconn *c = PQconnectdb(""); int id : ids)
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    if (id < 0)
      PQreset(c);
}

void releasedBehindTheLoop(const int (&ids)[3]) {
  PGconn *c = PQconnectdb("");
  for (int n = 0; int id : ids)
    n += id;
  PQfinish(c);
}
