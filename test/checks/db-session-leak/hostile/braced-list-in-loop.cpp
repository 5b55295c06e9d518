// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20
// A loop over a braced list releases what stands in it.

#include "libpq-fe.h"
#include <initializer_list>

void all() {
  PGconn *First = PQconnectdb("");
  PGconn *Second = PQconnectdb("");
  for (PGconn *Each : {First, Second})
    PQfinish(Each);
}

void notListed() {
  PGconn *First = PQconnectdb("");
  PGconn *Second = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: session 'Second' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  for (PGconn *Each : {First})
    PQfinish(Each);
}
