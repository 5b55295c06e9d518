// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++20

// Waiting for another thread's result brings its exception here.
#include "libpq-fe.h"
#include <future>

int futureGet(std::future<int> &f) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  int n = f.get();
  PQfinish(c);
  return n;
}

int futureGetBefore(std::future<int> &f) {
  int n = f.get();
  PGconn *c = PQconnectdb("");
  PQfinish(c);
  return n;
}
