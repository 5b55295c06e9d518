// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// Templates: several instantiations give one report per source location.
#include "libpq-fe.h"

void mayThrow();

template <typename T> T leaks(T value) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (value > T())
    return value;
  PQfinish(c);
  return T();
}

template <typename T> T releases(T value) {
  PGconn *c = PQconnectdb("");
  if (value > T()) {
    PQfinish(c);
    return value;
  }
  PQfinish(c);
  return T();
}

template <typename T> struct Repository {
  T fetch(bool bad) {
    PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    if (bad)
      return T();
    PQfinish(c);
    return T();
  }
  T fetchAndRelease(bool bad) {
    PGconn *c = PQconnectdb("");
    PQfinish(c);
    return bad ? T() : T();
  }
  template <typename U> U convert(T) {
    PGresult *res = PQexec(nullptr, "SELECT 1");
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: result 'res' acquired by 'PQexec' is not released on every path [db-session-leak]
    mayThrow();
    PQclear(res);
    return U();
  }
};

template <> struct Repository<char> {
  char fetch(bool bad) {
    PGconn *c = PQconnectdb("");
    PQfinish(c);
    return bad ? 'a' : 'b';
  }
};

template <int N> void byValue() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (N > 1)
    return;
  PQfinish(c);
}

template <typename... Args> int variadic(Args... args) {
  PGconn *c = PQconnectdb("");
  int n = sizeof...(args);
  PQfinish(c);
  return n;
}

template <typename F> void withConnection(F use) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  use(c);
  PQfinish(c);
}

template <typename F> void withConnectionGuarded(F use) {
  PGconn *c = PQconnectdb("");
  try {
    use(c);
  } catch (...) {
    PQfinish(c);
    throw;
  }
  PQfinish(c);
}

void reads(PGconn *);

void instantiate() {
  leaks(1);
  leaks(1L);
  leaks('a');
  releases(1);
  releases(1L);
  Repository<int>().fetch(true);
  Repository<long>().fetch(true);
  Repository<char>().fetch(true);
  Repository<int>().fetchAndRelease(true);
  Repository<int>().convert<char>(1);
  Repository<int>().convert<long>(1);
  byValue<2>();
  byValue<3>();
  variadic(1, 'a');
  variadic();
  withConnection(reads);
  withConnectionGuarded(reads);
}
