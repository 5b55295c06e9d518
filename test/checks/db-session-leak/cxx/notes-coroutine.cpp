// RUN: %check_dbtidy %s db-session-leak %t -std=c++20,c++23

// 'co_return' is named as the way out.
#include "libpq-fe.h"
#include <coroutine>

struct Task {
  struct promise_type {
    Task get_return_object() noexcept { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() noexcept {}
    void unhandled_exception() noexcept {}
  };
};

Task returns(bool bad) {
  PGconn *c = PQconnectdb("");
// CHECK-NOTES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
// CHECK-NOTES: :[[@LINE+2]]:7: note: taking the true branch
// CHECK-NOTES: :[[@LINE+2]]:5: note: 'co_return' leaves the function without 'PQfinish'
  if (bad)
    co_return;
  PQfinish(c);
}
