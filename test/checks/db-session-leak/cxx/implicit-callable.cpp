// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// Function objects, pointers to functions, callable parameters and std::function may throw.
#include "libpq-fe.h"
#include <functional>

struct Task {
  void operator()() const;
};
struct Quiet {
  int Count;
  void operator()() noexcept;
  int operator()(int n) { return Count += n; }
};

void functionObject(const Task &task) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  task();
  PQfinish(c);
}

void functionObjectNoexcept(Quiet &task) {
  PGconn *c = PQconnectdb("");
  task();
  PQfinish(c);
}

void functionObjectVisible(Quiet &task) {
  PGconn *c = PQconnectdb("");
  task(1);
  PQfinish(c);
}

void stdFunction(const std::function<void()> &task) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  task();
  PQfinish(c);
}

void stdFunctionBefore(const std::function<void()> &task) {
  task();
  PGconn *c = PQconnectdb("");
  PQfinish(c);
}

void functionPointer(void (*task)()) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  task();
  PQfinish(c);
}

void functionPointerAfterwards(void (*task)()) {
  PGconn *c = PQconnectdb("");
  PQfinish(c);
  task();
}

template <typename F> void callable(F task) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  task();
  PQfinish(c);
}

void instantiate(Task task) { callable(task); }

void stdFunctionCaught(const std::function<void()> &task) {
  PGconn *c = PQconnectdb("");
  try {
    task();
  } catch (...) {
  }
  PQfinish(c);
}
