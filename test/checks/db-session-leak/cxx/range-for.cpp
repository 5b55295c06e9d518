// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// Range-based for: left early, and over ranges whose iteration may throw.
#include "libpq-fe.h"

struct Rows {
  struct Iterator {
    int operator*() const;
    Iterator &operator++();
    bool operator!=(const Iterator &) const;
  };
  Iterator begin() const;
  Iterator end() const;
};
struct QuietRows {
  const int *begin() const noexcept;
  const int *end() const noexcept;
};
extern "C" const char *address(int);
extern "C" void note(int);

void overAnArray(const int (&ids)[3]) {
  PGconn *c = PQconnectdb("");
  for (int id : ids)
    note(id);
  PQfinish(c);
}

void overAnArrayWithReturn(const int (&ids)[3]) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  for (int id : ids)
    if (id < 0)
      return;
  PQfinish(c);
}

void acquiresInTheBody(const int (&ids)[3]) {
  for (int id : ids) {
    PGconn *c = PQconnectdb(address(id));
    PQfinish(c);
  }
}

void acquiresInTheBodyAndContinues(const int (&ids)[3]) {
  for (int id : ids) {
    PGconn *c = PQconnectdb(address(id));
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    if (id == 2)
      continue;
    PQfinish(c);
  }
}

void acquiresInTheBodyAndOverwrites(const int (&ids)[3]) {
  PGconn *c = nullptr;
  for (int id : ids)
    c = PQconnectdb(address(id));
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  PQfinish(c);
}

void overARangeThatMayThrow(const Rows &rows) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  for (int id : rows)
    note(id);
  PQfinish(c);
}

void overAQuietRange(const QuietRows &rows) {
  PGconn *c = PQconnectdb("");
  for (int id : rows)
    note(id);
  PQfinish(c);
}

void overHandles(PGconn *(&all)[2]) {
  for (PGconn *c : all)
    PQfinish(c);
}
