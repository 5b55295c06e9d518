// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// A pool written by hand: what it lends and keeps is its own.
#include "libpq-fe.h"
#include <vector>

void mayThrow();

class Pool {
  std::vector<PGconn *> Idle;
  int Open = 0;

public:
  PGconn *take() {
    if (Idle.empty()) {
      ++Open;
      return PQconnectdb("");
    }
    PGconn *c = Idle.back();
    Idle.pop_back();
    return c;
  }
  void put(PGconn *c) { Idle.push_back(c); }
  void drop(PGconn *c) {
    --Open;
    PQfinish(c);
  }
  void putOrDrop(PGconn *c, bool broken) {
    if (broken)
      PQfinish(c);
    else
      Idle.push_back(c);
  }
  ~Pool() {
    for (PGconn *c : Idle)
      PQfinish(c);
  }
};

void addsToThePool(Pool &pool) {
  PGconn *c = PQconnectdb("");
  pool.put(c);
}

void addsToThePoolTooLate(Pool &pool) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  mayThrow();
  pool.put(c);
}

void drops(Pool &pool) {
  PGconn *c = PQconnectdb("");
  pool.drop(c);
}

void putsOrDrops(Pool &pool, bool broken) {
  PGconn *c = PQconnectdb("");
  pool.putOrDrop(c, broken);
}

void putsOnOnePath(Pool &pool, bool broken) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (!broken)
    pool.put(c);
}
