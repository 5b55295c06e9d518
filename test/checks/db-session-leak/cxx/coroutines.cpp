// RUN: %check_dbtidy %s db-session-leak %t -std=c++20,c++23

// Coroutines: co_return leaves, co_await and co_yield may throw.
#include "libpq-fe.h"
#include <coroutine>

void mayThrow();
extern "C" bool ready(PGconn *);

struct Task {
  struct promise_type {
    Task get_return_object() noexcept { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_value(int) noexcept {}
    void unhandled_exception() noexcept {}
    std::suspend_always yield_value(int) noexcept { return {}; }
  };
};
struct Event {
  bool await_ready() noexcept { return false; }
  void await_suspend(std::coroutine_handle<>) noexcept {}
  int await_resume() noexcept { return 1; }
};
struct LoudEvent {
  bool await_ready() noexcept { return false; }
  void await_suspend(std::coroutine_handle<>) noexcept {}
  int await_resume();
};

Task returnsWhileHeld(bool bad) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (bad)
    co_return -1;
  PQfinish(c);
  co_return 0;
}

Task releasesBeforeEachReturn(bool bad) {
  PGconn *c = PQconnectdb("");
  if (bad) {
    PQfinish(c);
    co_return -1;
  }
  PQfinish(c);
  co_return 0;
}

Task throwsWhileHeld() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  mayThrow();
  PQfinish(c);
  co_return 0;
}

Task awaitsQuietly() {
  PGconn *c = PQconnectdb("");
  int n = co_await Event();
  PQfinish(c);
  co_return n;
}

Task awaitsWhatMayThrow() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  int n = co_await LoudEvent();
  PQfinish(c);
  co_return n;
}

Task awaitsBeforeAndAfter() {
  co_await LoudEvent();
  PGconn *c = PQconnectdb("");
  PQfinish(c);
  co_await LoudEvent();
  co_return 0;
}

Task awaitsInATry() {
  PGconn *c = PQconnectdb("");
  int n = 0;
  try {
    n = co_await LoudEvent();
  } catch (...) {
  }
  PQfinish(c);
  co_return n;
}

Task yieldsQuietly() {
  PGconn *c = PQconnectdb("");
  co_yield 1;
  co_yield 2;
  PQfinish(c);
  co_return 0;
}

Task yieldsAndReturns(int n) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  for (int i = 0; i < n; ++i) {
    if (!ready(c))
      co_return i;
    co_yield i;
  }
  PQfinish(c);
  co_return n;
}

struct Owner {
  PGconn *Conn;
  explicit Owner(PGconn *c) noexcept : Conn(c) {}
  ~Owner() { PQfinish(Conn); }
};

Task owned() {
  Owner c(PQconnectdb(""));
  mayThrow();
  co_return co_await LoudEvent();
}

void coroutineLambda() {
  auto job = [](bool bad) -> Task {
    PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    if (bad)
      co_return 1;
    PQfinish(c);
    co_return 0;
  };
  (void)job;
}
