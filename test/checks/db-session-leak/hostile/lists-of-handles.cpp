// RUN: %check_dbtidy %s db-session-leak %t -std=c++17,c++20
// Handles that stand in a braced list belong to the list or the new array.

#include "libpq-fe.h"

void newArray() {
  PGconn **Conns = new PGconn *[2]{PQconnectdb("dbname=x"), nullptr};
  PQfinish(Conns[0]);
  delete[] Conns;
}

