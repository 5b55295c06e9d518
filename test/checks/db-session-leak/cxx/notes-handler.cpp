// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// The note that a handler is entered names the call that throws.
#include "libpq-fe.h"

void audit();

int handlerReturns() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  try {
    audit();
  } catch (...) {
    return -1;
  }
  PQfinish(c);
  return 0;
}
// CHECK-MESSAGES: note: 'audit' throws and the handler is entered
// CHECK-MESSAGES: :[[@LINE-6]]:5: note: 'return' leaves the function without 'PQfinish'
