// RUN: %check_dbtidy %s db-session-leak %t -std=c++17,c++20
// An instantiation of a static member template of a class template carries
// template arguments as written, though nobody wrote them.

#include "libpq-fe.h"

template <class T> struct Outer {
  template <class U> static U Inner;
};
template <class T> template <class U> U Outer<T>::Inner = U();

int usesBoth() { return Outer<int>::Inner<int>; }

// Lambdas in the initializers of variable templates are analysed.
template <class T>
auto Opener = [](bool Dry) {
  PGconn *Conn = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:18: warning: session 'Conn' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (Dry)
    // CHECK-NOTES: :[[@LINE-1]]:7: note: taking the true branch
    return T();
    // CHECK-NOTES: :[[@LINE-1]]:5: note: 'return' leaves the function without 'PQfinish'
  PQfinish(Conn);
  return T();
};

int runs() { return Opener<int>(true); }
