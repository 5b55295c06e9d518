// RUN: %check_dbtidy %s db-session-leak %t -std=c++17,c++20,c++23

// Fold expressions, deduction guides, inline variables and string views.
#include "libpq-fe.h"
#include <string_view>

void record(int);
void quiet(int) noexcept;

inline PGconn *Default = PQconnectdb("");

template <typename... Args> void foldThatMayThrow(Args... args) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  (record(args), ...);
  PQfinish(c);
}

template <typename... Args> void foldThatDoesNot(Args... args) {
  PGconn *c = PQconnectdb("");
  (quiet(args), ...);
  PQfinish(c);
}

template <typename T> struct Owner {
  T *Handle;
  explicit Owner(T *h) noexcept : Handle(h) {}
  ~Owner() { PQfinish(Handle); }
};

void deducedOwner() {
  Owner c(PQconnectdb(""));
  record(1);
}

int viewsDoNotThrow(std::string_view s) {
  PGconn *c = PQconnectdb("");
  int n = static_cast<int>(s.size()) + s.empty();
  PQfinish(c);
  return n;
}

namespace outer::inner {
void leaks(bool bad) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (bad)
    return;
  PQfinish(c);
}
} // namespace outer::inner

void instantiate() {
  foldThatMayThrow(1, 2);
  foldThatDoesNot(1, 2);
}
