// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// The way out, step by step: explicit ways first, then calls that may throw.
#include "libpq-fe.h"

struct OrderError {};
void audit();
int compute();

void storeOrder(bool failed) {
  PGconn *session = PQconnectdb("");
// CHECK-NOTES: :[[@LINE-1]]:21: warning: session 'session' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
// CHECK-NOTES: :[[@LINE+4]]:7: note: taking the true branch
// CHECK-NOTES: :[[@LINE+4]]:5: note: 'throw' leaves the function without 'PQfinish'
// CHECK-NOTES: :[[@LINE+1]]:3: note: 'audit' may throw and leaves the function without 'PQfinish'
  audit();
  if (failed)
    throw OrderError();
  PQfinish(session);
}

void storeOrderClean(bool failed) {
  audit();
  PGconn *session = PQconnectdb("");
  PQfinish(session);
  if (failed)
    throw OrderError();
}

void callThatMayThrow() {
  PGconn *c = PQconnectdb("");
// CHECK-NOTES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
// CHECK-NOTES: :[[@LINE+1]]:11: note: 'compute' may throw and leaves the function without 'PQfinish'
  int n = compute();
  PQfinish(c);
  (void)n;
}

void callInsideATry() {
  try {
    PGconn *c = PQconnectdb("");
// CHECK-NOTES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
// CHECK-NOTES: :[[@LINE+1]]:5: note: 'audit' may throw and leaves the 'try' block without 'PQfinish'
    audit();
    PQfinish(c);
  } catch (...) {
  }
}

void twoCalls() {
  PGconn *c = PQconnectdb("");
// CHECK-NOTES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
// CHECK-NOTES: :[[@LINE+2]]:3: note: 'audit' may throw and leaves the function without 'PQfinish'
// CHECK-NOTES: :[[@LINE+2]]:3: note: 'compute' may throw and leaves the function without 'PQfinish'
  audit();
  compute();
  PQfinish(c);
}
