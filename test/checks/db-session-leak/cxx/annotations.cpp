// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// Attributes of the source say who takes a handle.
#include "libpq-fe.h"

void handOver(PGconn *c __attribute__((release_handle("session")))) noexcept;
void consume(PGconn *c) noexcept __attribute__((ownership_takes(session, 1)));
void inspect(PGconn *c) noexcept;

class [[gsl::Owner(PGconn)]] Marked {
  PGconn *Conn;

public:
  explicit Marked(PGconn *c) noexcept;
  ~Marked();
};

void handedOver() {
  PGconn *c = PQconnectdb("");
  handOver(c);
}

void handedOverOnOnePath(bool bad) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (bad)
    return;
  handOver(c);
}

void consumed() {
  PGconn *c = PQconnectdb("");
  consume(c);
}

void consumedOnOnePath(bool bad) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (bad)
    return;
  consume(c);
}

void notAnnotated() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  inspect(c);
}

void ownedByAMarkedClass(bool bad) {
  Marked m(PQconnectdb(""));
  if (bad)
    return;
}
