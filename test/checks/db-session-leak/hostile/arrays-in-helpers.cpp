// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20
// A helper that releases some element of an array releases the array's.

#include "libpq-fe.h"
#include <memory>

static void closeAll(PGconn **Conns, int Count) {
  for (int I = 0; I < Count; ++I)
    PQfinish(Conns[I]);
}
static void lookAtAll(PGconn **Conns, int Count) {
  for (int I = 0; I < Count; ++I)
    PQstatus(Conns[I]);
}

void closed() {
  PGconn *Conns[2] = {PQconnectdb("a"), PQconnectdb("b")};
  closeAll(Conns, 2);
}

void lookedAt() {
  PGconn *Conns[1] = {PQconnectdb("a")};
  // CHECK-NOTES: :[[@LINE-1]]:23: warning: session 'Conns[0]' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+2]]:1: note: the function ends without 'PQfinish'
  lookAtAll(Conns, 1);
}

// operator[] says where, each time anew.
void slots(int Count) {
  std::unique_ptr<PGconn *[]> Conns(new PGconn *[Count]);
  for (int I = 0; I < Count; ++I)
    Conns[I] = PQconnectdb("");
  for (int I = 0; I < Count; ++I)
    PQfinish(Conns[I]);
}
