// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// The guards of Boost.Scope, in small: scope_exit runs always, unique_resource owns.
#include "libpq-fe.h"
#include <utility>

namespace boost {
namespace scope {
template <typename Func> class scope_exit {
  Func m_func;
  bool m_active;

public:
  explicit scope_exit(Func func, bool active = true) noexcept
      : m_func(std::move(func)), m_active(active) {}
  scope_exit(scope_exit &&that) noexcept
      : m_func(std::move(that.m_func)), m_active(that.m_active) {
    that.m_active = false;
  }
  ~scope_exit() {
    if (m_active)
      m_func();
  }
  void set_active(bool active) noexcept { m_active = active; }
};
template <typename Func> scope_exit<Func> make_scope_exit(Func func) noexcept {
  return scope_exit<Func>(std::move(func));
}
} // namespace scope
} // namespace boost

void mayThrow();

void guarded(bool bad) {
  PGconn *c = PQconnectdb("");
  auto guard = boost::scope::make_scope_exit([&] { PQfinish(c); });
  mayThrow();
  if (bad)
    return;
}

void guardedTooLate() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  mayThrow();
  auto guard = boost::scope::make_scope_exit([&] { PQfinish(c); });
}

PGconn *deactivated() {
  PGconn *c = PQconnectdb("");
  auto guard = boost::scope::make_scope_exit([&] { PQfinish(c); });
  mayThrow();
  guard.set_active(false);
  return c;
}
