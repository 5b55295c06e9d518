// RUN: %check_dbtidy %s db-session-leak %t -std=c++17,c++20
// A handle that passes through an integer is still the same handle.

#include "libpq-fe.h"
#include <cstdint>

void bits() {
  PGconn *Conn = __builtin_bit_cast(PGconn *, PQconnectdb("dbname=x"));
  PQfinish(Conn);
}

void integer() {
  auto Number = reinterpret_cast<std::uintptr_t>(PQconnectdb("dbname=x"));
  PQfinish(reinterpret_cast<PGconn *>(Number));
}
