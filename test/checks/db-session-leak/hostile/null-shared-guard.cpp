// RUN: %check_dbtidy %s db-session-leak %t -std=c++17,c++20
// A null shared_ptr runs its deleter too: what that releases is guarded.

#include "libpq-fe.h"
#include <memory>

void mayThrow();

void guarded() {
  PGconn *Conn = PQconnectdb("dbname=x");
  std::shared_ptr<void> Guard(nullptr, [&](void *) { PQfinish(Conn); });
  mayThrow();
}
