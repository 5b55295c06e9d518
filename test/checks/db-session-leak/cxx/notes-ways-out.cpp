// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// One note for each kind of way out.
#include "libpq-fe.h"

extern "C" bool ready(PGconn *);

void returns(bool bad) {
  PGconn *c = PQconnectdb("");
// CHECK-NOTES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
// CHECK-NOTES: :[[@LINE+2]]:7: note: taking the true branch
// CHECK-NOTES: :[[@LINE+2]]:5: note: 'return' leaves the function without 'PQfinish'
  if (bad)
    return;
  PQfinish(c);
}

void releasedOnlyWhenTrue(bool good) {
  PGconn *c = PQconnectdb("");
// CHECK-NOTES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
// CHECK-NOTES: :[[@LINE+2]]:7: note: taking the false branch
// CHECK-NOTES: :[[@LINE+3]]:1: note: the function ends without 'PQfinish'
  if (good)
    PQfinish(c);
}

void ends() {
  PGconn *c = PQconnectdb("");
// CHECK-NOTES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
// CHECK-NOTES: :[[@LINE+2]]:1: note: the function ends without 'PQfinish'
  ready(c);
}

void overwritten() {
  PGconn *c = PQconnectdb("a");
// CHECK-NOTES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
// CHECK-NOTES: :[[@LINE+1]]:3: note: 'c' is overwritten without 'PQfinish'
  c = PQconnectdb("b");
  PQfinish(c);
}

void discarded(PGconn *c) {
  PQexec(c, "BEGIN");
// CHECK-NOTES: :[[@LINE-1]]:3: warning: result acquired by 'PQexec' is not released on every path [db-session-leak]
// CHECK-NOTES: :[[@LINE-2]]:3: note: the value is discarded without 'PQclear'
}

void breaks(int n) {
  for (int i = 0; i < n; ++i) {
    PGconn *c = PQconnectdb("");
// CHECK-NOTES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
// CHECK-NOTES: :[[@LINE+2]]:9: note: taking the true branch
// CHECK-NOTES: :[[@LINE+2]]:7: note: 'break' leaves the scope of 'c' without 'PQfinish'
    if (i == 3)
      break;
    PQfinish(c);
  }
}

void continues(int n) {
  for (int i = 0; i < n; ++i) {
    PGconn *c = PQconnectdb("");
// CHECK-NOTES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
// CHECK-NOTES: :[[@LINE+2]]:9: note: taking the true branch
// CHECK-NOTES: :[[@LINE+2]]:7: note: 'continue' leaves the scope of 'c' without 'PQfinish'
    if (i == 3)
      continue;
    PQfinish(c);
  }
}

void lambda() {
  auto job = [](bool bad) {
    PGconn *c = PQconnectdb("");
// CHECK-NOTES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
// CHECK-NOTES: :[[@LINE+2]]:9: note: taking the true branch
// CHECK-NOTES: :[[@LINE+2]]:7: note: 'return' leaves the function without 'PQfinish'
    if (bad)
      return;
    PQfinish(c);
  };
  (void)job;
}

struct Service {
  void method(bool bad) {
    PGconn *c = PQconnectdb("");
// CHECK-NOTES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
// CHECK-NOTES: :[[@LINE+2]]:9: note: taking the true branch
// CHECK-NOTES: :[[@LINE+2]]:7: note: 'return' leaves the function without 'PQfinish'
    if (bad)
      return;
    PQfinish(c);
  }
};
