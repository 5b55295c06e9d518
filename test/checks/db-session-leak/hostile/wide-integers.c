// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17
// Constants wider than 64 bits: nothing is known of them, and nothing breaks.

#include "libpq-fe.h"

void selected(__int128 Key) {
  PGconn *Conn = PQconnectdb("dbname=x");
  switch (Key) {
  case ((__int128)1 << 100):
    PQfinish(Conn);
    return;
  }
  PQfinish(Conn);
}

void compared(__int128 Key, unsigned _BitInt(200) Bits) {
  PGconn *Conn = PQconnectdb("dbname=x");
  if (Key > ((__int128)1 << 90) || Key == -((__int128)1 << 80) ||
      Bits > ((unsigned _BitInt(200))1 << 190)) {
    PQfinish(Conn);
    return;
  }
  PQfinish(Conn);
}

void indexed(PGconn **Conns) {
  Conns[(__int128)1 << 70] = PQconnectdb("dbname=x");
  PQfinish(Conns[(__int128)1 << 70]);
}

int returned(__int128 Key) {
  __int128 Wide = (__int128)1 << 100;
  PGconn *Conn = PQconnectdb("dbname=x");
  Wide = ((__int128)1 << 101) + 1;
  if (Wide == Key)
    Wide = 0;
  PQfinish(Conn);
  return Wide == 0;
}
