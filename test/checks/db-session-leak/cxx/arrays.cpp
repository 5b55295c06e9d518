// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// Handles in arrays: constant elements are holders, loops release what loops acquired.
#include "libpq-fe.h"
#include <array>

void releasedInALoop() {
  PGconn *all[4];
  for (int i = 0; i < 4; ++i)
    all[i] = PQconnectdb("");
  for (int i = 0; i < 4; ++i)
    PQfinish(all[i]);
}

void releasedInARangeFor() {
  PGconn *all[2] = {PQconnectdb("a"), PQconnectdb("b")};
  for (auto *c : all)
    PQfinish(c);
}

void releasedByElement() {
  PGconn *all[2];
  all[0] = PQconnectdb("a");
  all[1] = PQconnectdb("b");
  PQfinish(all[0]);
  PQfinish(all[1]);
}

void oneElementForgotten() {
  PGconn *all[2];
  all[0] = PQconnectdb("a");
  all[1] = PQconnectdb("b");
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: session {{('[^']*' )?}}acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  PQfinish(all[0]);
}

void releasedInAStdArray() {
  std::array<PGconn *, 2> all = {{PQconnectdb("a"), PQconnectdb("b")}};
  for (PGconn *c : all)
    PQfinish(c);
}
