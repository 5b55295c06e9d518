// RUN: %check_dbtidy %s db-session-leak %t -std=c++17,c++20,c++23

// From C++17 on noexcept is part of a function's type.
#include "libpq-fe.h"

void quietPointer(void (*fn)() noexcept) {
  PGconn *c = PQconnectdb("");
  fn();
  PQfinish(c);
}

void loudPointer(void (*fn)()) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  fn();
  PQfinish(c);
}

void quietReference(int (&fn)(int) noexcept) {
  PGconn *c = PQconnectdb("");
  int n = fn(1);
  PQfinish(c);
  (void)n;
}

struct Task {
  void run();
};

void quietMember(Task &t, void (Task::*fn)() noexcept) {
  PGconn *c = PQconnectdb("");
  (t.*fn)();
  PQfinish(c);
}
