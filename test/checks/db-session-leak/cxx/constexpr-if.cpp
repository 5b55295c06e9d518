// RUN: %check_dbtidy %s db-session-leak %t -std=c++17,c++20,c++23

// A discarded branch of a constexpr if does not exist.
#include "libpq-fe.h"

template <bool Keep> void discardedReturn() {
  PGconn *c = PQconnectdb("");
  if constexpr (Keep)
    return;
  PQfinish(c);
}

template <bool Keep> void takenReturn() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if constexpr (Keep)
    return;
  PQfinish(c);
}

template <typename T> void bySize() {
  PGconn *c = PQconnectdb("");
  if constexpr (sizeof(T) == 1)
    PQfinish(c);
  else
    PQfinish(c);
}

template <typename T> void bySizeForgets() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if constexpr (sizeof(T) == 1)
    PQfinish(c);
}

void outsideATemplate() {
  PGconn *c = PQconnectdb("");
  if constexpr (sizeof(int) > 1000)
    return;
  PQfinish(c);
}

void instantiate() {
  discardedReturn<false>();
  takenReturn<true>();
  bySize<char>();
  bySize<int>();
  bySizeForgets<char>();
  bySizeForgets<int>();
}
