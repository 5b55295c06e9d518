// RUN: %check_dbtidy %s db-session-leak %t -std=c++17,c++20
// Handles that stand in a braced list belong to the list or the new array.

#include "libpq-fe.h"

void newArray() {
  PGconn **Conns = new PGconn *[2]{PQconnectdb("dbname=x"), nullptr};
  PQfinish(Conns[0]);
  delete[] Conns;
}

void newArrayForgotten() {
  PGconn **Conns = new PGconn *[2]{PQconnectdb("dbname=x"), nullptr};
  // CHECK-MESSAGES: :[[@LINE-1]]:36: warning: session '[0]' acquired by 'PQconnectdb' is not released on every path
  delete[] Conns;
}

void localArray() {
  PGconn *Conns[2] = {PQconnectdb("dbname=x"), PQconnectdb("dbname=y")};
  PQfinish(Conns[0]);
  PQfinish(Conns[1]);
}

void localArrayHalf() {
  PGconn *Conns[2] = {PQconnectdb("dbname=x"), PQconnectdb("dbname=y")};
  // CHECK-MESSAGES: :[[@LINE-1]]:48: warning: session 'Conns[1]' acquired by 'PQconnectdb' is not released on every path
  PQfinish(Conns[0]);
}
