// RUN: %check_dbtidy %s db-session-leak %t -std=c++17,c++20
// A guard that runs a closure owns what the closure releases.

#include "libpq-fe.h"

void mayThrow();

void guarded() {
  PGconn *Conn = PQconnectdb("dbname=x");
  auto Close = [&] { PQfinish(Conn); };
  struct Guard {
    decltype(Close) &Run;
    ~Guard() { Run(); }
  } Scope{Close};
  mayThrow();
}
