// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// An exception that leaves a noexcept function terminates: no way out, so nothing leaks.
#include "libpq-fe.h"

struct Error {};
void mayThrow();

void terminatesOnThrow(bool bad) noexcept {
  PGconn *c = PQconnectdb("");
  if (bad)
    throw Error();
  PQfinish(c);
}

void terminatesOnCall() noexcept {
  PGconn *c = PQconnectdb("");
  mayThrow();
  PQfinish(c);
}

void noexceptFalseIsAWayOut() noexcept(false) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  mayThrow();
  PQfinish(c);
}

void returnIsStillAWayOut(bool bad) noexcept {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  mayThrow();
  if (bad)
    return;
  PQfinish(c);
}

int handlerInsideIsStillAWayOut() noexcept {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  try {
    mayThrow();
  } catch (...) {
    return -1;
  }
  PQfinish(c);
  return 0;
}

void tryScopeIsStillLeft() noexcept {
  try {
    PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    mayThrow();
    PQfinish(c);
  } catch (...) {
  }
}

int handlerInsideReleases() noexcept {
  PGconn *c = PQconnectdb("");
  try {
    mayThrow();
  } catch (...) {
    PQfinish(c);
    return -1;
  }
  PQfinish(c);
  return 0;
}

struct Worker {
  ~Worker() {
    PGconn *c = PQconnectdb("");
    mayThrow();
    PQfinish(c);
  }
  void step() noexcept {
    PGconn *c = PQconnectdb("");
    mayThrow();
    PQfinish(c);
  }
};

struct LoudWorker {
  ~LoudWorker() noexcept(false) {
    PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    mayThrow();
    PQfinish(c);
  }
};

void lambdaNoexcept() {
  auto job = []() noexcept {
    PGconn *c = PQconnectdb("");
    mayThrow();
    PQfinish(c);
  };
  job();
}

template <typename T> void conditionally() noexcept(sizeof(T) == 1) {
  PGconn *c = PQconnectdb("");
  mayThrow();
  PQfinish(c);
}

void instantiate() { conditionally<char>(); }
