// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// A project's own scope guard: a template that runs a lambda in its destructor.
#include "libpq-fe.h"
#include <utility>

void mayThrow();

template <typename F> class ScopeGuard {
  F Action;
  bool Active = true;

public:
  explicit ScopeGuard(F action) noexcept : Action(std::move(action)) {}
  ScopeGuard(ScopeGuard &&other) noexcept : Action(std::move(other.Action)), Active(other.Active) {
    other.Active = false;
  }
  ~ScopeGuard() {
    if (Active)
      Action();
  }
  void dismiss() noexcept { Active = false; }
};

template <typename F> ScopeGuard<F> makeGuard(F action) noexcept {
  return ScopeGuard<F>(std::move(action));
}

void byReference(bool bad) {
  PGconn *c = PQconnectdb("");
  auto guard = makeGuard([&] { PQfinish(c); });
  mayThrow();
  if (bad)
    return;
}

void byValue() {
  PGconn *c = PQconnectdb("");
  auto guard = makeGuard([c] { PQfinish(c); });
  mayThrow();
}

void tooLate() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  mayThrow();
  auto guard = makeGuard([&] { PQfinish(c); });
}

void onlyInAnInnerScope(bool guarded) {
  PGconn *c = PQconnectdb("");
  {
    auto guard = makeGuard([&] { PQfinish(c); });
    mayThrow();
  }
  if (guarded)
    mayThrow();
}

void beforeTheAcquisition() {
  PGconn *c = nullptr;
  auto guard = makeGuard([&] { PQfinish(c); });
  mayThrow();
  c = PQconnectdb("");
  mayThrow();
}

void beforeTheAcquisitionByValue() {
  PGconn *c = nullptr;
  auto guard = makeGuard([c] { PQfinish(c); });
  c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  mayThrow();
}

void ofAnotherHandle() {
  PGconn *a = PQconnectdb("a");
  PGconn *b = PQconnectdb("b");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'b' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  auto guard = makeGuard([&] { PQfinish(a); });
  mayThrow();
  PQfinish(b);
}

void ofTwoHandles() {
  PGconn *c = PQconnectdb("");
  PGresult *res = PQexec(c, "SELECT 1");
  auto guard = makeGuard([&] {
    PQclear(res);
    PQfinish(c);
  });
  mayThrow();
}

PGconn *dismissedAndReturned() {
  PGconn *c = PQconnectdb("");
  auto guard = makeGuard([&] { PQfinish(c); });
  mayThrow();
  guard.dismiss();
  return c;
}

void thatDoesSomethingElse(bool bad) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  auto guard = makeGuard([&] { PQreset(c); });
  if (bad)
    return;
  PQfinish(c);
}
