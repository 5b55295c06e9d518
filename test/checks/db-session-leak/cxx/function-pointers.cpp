// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// Calls through pointers to functions and std::function.
#include "libpq-fe.h"
#include <functional>

struct Hooks {
  void (*release)(PGconn *);
  void (*notify)(PGconn *);
};

void knownPointer() {
  PGconn *c = PQconnectdb("");
  void (*const release)(PGconn *) = PQfinish;
  release(c);
}

void namedPointerInAStruct(const Hooks &hooks) {
  PGconn *c = PQconnectdb("");
  hooks.release(c);
}

void pointerThatOnlyLooks(const Hooks &hooks) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  hooks.notify(c);
}

void parameterThatOnlyLooks(void (*notify)(PGconn *)) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  notify(c);
}

void parameterThatOnlyLooksInATry(void (*notify)(PGconn *)) {
  PGconn *c = PQconnectdb("");
  try {
    notify(c);
  } catch (...) {
  }
  PQfinish(c);
}

void functionObjectThatOnlyLooks(const std::function<void(PGconn *)> &notify) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  notify(c);
}
