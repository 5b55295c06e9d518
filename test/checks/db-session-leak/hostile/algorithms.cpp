// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20
// An algorithm runs what it is given on the elements it is given.

#include "libpq-fe.h"
#include <algorithm>
#include <iterator>

static void close(PGconn *Conn) { PQfinish(Conn); }

void byLambda() {
  PGconn *Conns[2] = {PQconnectdb("a"), PQconnectdb("b")};
  std::for_each(Conns, Conns + 2, [](PGconn *Each) { PQfinish(Each); });
}

void byFunction() {
  PGconn *Conns[2] = {PQconnectdb("a"), PQconnectdb("b")};
  std::for_each(Conns, Conns + 2, close);
}

void byIterators() {
  PGconn *Conns[2] = {PQconnectdb("a"), PQconnectdb("b")};
  std::for_each(std::begin(Conns), std::end(Conns), PQfinish);
}

void onlyLookedAt() {
  PGconn *Conns[1] = {PQconnectdb("a")};
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: session 'Conns[0]' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  std::for_each(Conns, Conns + 1, [](PGconn *Each) { PQstatus(Each); });
}
