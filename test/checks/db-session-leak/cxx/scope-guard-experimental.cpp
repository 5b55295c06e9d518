// RUN: %check_dbtidy %s db-session-leak %t -std=c++17,c++20,c++23

// std::experimental::scope_exit, in small.
#include "libpq-fe.h"
#include <utility>

namespace std {
namespace experimental {
template <typename EF> class scope_exit {
  EF _M_exit_function;
  bool _M_execute_on_destruction = true;

public:
  explicit scope_exit(EF f) noexcept : _M_exit_function(std::move(f)) {}
  scope_exit(const scope_exit &) = delete;
  ~scope_exit() {
    if (_M_execute_on_destruction)
      _M_exit_function();
  }
  void release() noexcept { _M_execute_on_destruction = false; }
};
} // namespace experimental
} // namespace std

void mayThrow();

void guarded(bool bad) {
  PGconn *c = PQconnectdb("");
  std::experimental::scope_exit guard([&] { PQfinish(c); });
  mayThrow();
  if (bad)
    return;
}

void guardedTooLate(bool bad) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (bad)
    return;
  std::experimental::scope_exit guard([&] { PQfinish(c); });
}

PGconn *releasedAndReturned() {
  PGconn *c = PQconnectdb("");
  std::experimental::scope_exit guard([&] { PQfinish(c); });
  mayThrow();
  guard.release();
  return c;
}
