// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// What says that it does not throw is believed.
#include "libpq-fe.h"

extern "C" void cFunction(void);
extern "C" {
int cAlso(int);
}
void never() noexcept;
void neverEither() noexcept(true);
void perhaps() noexcept(false);
void bySize() noexcept(sizeof(int) == 4);
void notBySize() noexcept(sizeof(int) == 400);
__attribute__((nothrow)) void attributed();

void callsC() {
  PGconn *c = PQconnectdb("");
  cFunction();
  int n = cAlso(1);
  PQfinish(c);
  (void)n;
}

void callsNoexcept() {
  PGconn *c = PQconnectdb("");
  never();
  neverEither();
  bySize();
  PQfinish(c);
}

void callsAttributed() {
  PGconn *c = PQconnectdb("");
  attributed();
  PQfinish(c);
}

void callsNoexceptFalse() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  perhaps();
  PQfinish(c);
}

void callsNoexceptWhoseConditionIsFalse() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  notBySize();
  PQfinish(c);
}

template <typename T> void forType(T) noexcept(sizeof(T) == 1);

void conditionalNoexceptHolds() {
  PGconn *c = PQconnectdb("");
  forType('a');
  PQfinish(c);
}

void conditionalNoexceptFails() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  forType(1L);
  PQfinish(c);
}

void unevaluatedOperands() {
  PGconn *c = PQconnectdb("");
  int n = sizeof(perhaps(), 1) + noexcept(perhaps());
  PQfinish(c);
  (void)n;
}
