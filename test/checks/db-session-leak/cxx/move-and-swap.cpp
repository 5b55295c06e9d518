// RUN: %check_dbtidy %s db-session-leak %t -std=c++17,c++20,c++23

// std::move copies a pointer, std::swap exchanges two, std::exchange replaces one.
#include "libpq-fe.h"
#include <utility>

void moved() {
  PGconn *c = PQconnectdb("");
  PGconn *d = std::move(c);
  PQfinish(d);
}

void movedForgets(bool bad) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session {{('[^']*' )?}}acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  PGconn *d = std::move(c);
  if (bad)
    return;
  PQfinish(d);
}

void swapped() {
  PGconn *a = PQconnectdb("");
  PGconn *b = nullptr;
  std::swap(a, b);
  PQfinish(b);
}

void swappedReleasesTheEmptyOne() {
  PGconn *a = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session {{('[^']*' )?}}acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  PGconn *b = nullptr;
  std::swap(a, b);
  PQfinish(a);
}

void swappedBothHeld() {
  PGconn *a = PQconnectdb("a");
  PGconn *b = PQconnectdb("b");
  std::swap(a, b);
  PQfinish(a);
  PQfinish(b);
}

PGconn *exchangedAndReturned() {
  PGconn *c = PQconnectdb("");
  return std::exchange(c, nullptr);
}

void exchangedAndReleased() {
  PGconn *c = PQconnectdb("");
  PQfinish(std::exchange(c, nullptr));
}

void exchangedForAnother() {
  PGconn *c = PQconnectdb("a");
  PQfinish(std::exchange(c, PQconnectdb("b")));
  PQfinish(c);
}

void exchangedAndDropped() {
  PGconn *c = PQconnectdb("a");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session {{('[^']*' )?}}acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  std::exchange(c, PQconnectdb("b"));
  PQfinish(c);
}

class Service {
  PGconn *Conn = nullptr;

public:
  Service(Service &&other) noexcept : Conn(std::exchange(other.Conn, nullptr)) {}
  Service &operator=(Service &&other) noexcept {
    std::swap(Conn, other.Conn);
    return *this;
  }
  ~Service() { PQfinish(Conn); }
  void replace() {
    PGconn *fresh = PQconnectdb("");
    PGconn *old = std::exchange(Conn, fresh);
    PQfinish(old);
  }
};
