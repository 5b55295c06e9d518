// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// 'new' may throw what the constructor throws; a failed allocation alone is no way out.
#include "libpq-fe.h"
#include <new>

struct Money {
  Money(int);
  ~Money();
};
struct Plain {
  int Value = 0;
};

void newWithConstructor() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  Money *m = new Money(1);
  PQfinish(c);
  delete m;
}

void newWithConstructorAfterwards() {
  PGconn *c = PQconnectdb("");
  PQfinish(c);
  Money *m = new Money(1);
  delete m;
}

void newOfAnInteger() {
  PGconn *c = PQconnectdb("");
  int *p = new int(1);
  PQfinish(c);
  delete p;
}

void newOfAnArray() {
  PGconn *c = PQconnectdb("");
  char *p = new char[128];
  PQfinish(c);
  delete[] p;
}

void newOfAPlainStruct() {
  PGconn *c = PQconnectdb("");
  Plain *p = new Plain();
  PQfinish(c);
  delete p;
}

void nothrowNew() {
  PGconn *c = PQconnectdb("");
  Plain *p = new (std::nothrow) Plain();
  PQfinish(c);
  delete p;
}

void nothrowNewWithThrowingConstructor() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  Money *m = new (std::nothrow) Money(1);
  PQfinish(c);
  delete m;
}

void placementNew(void *place) {
  PGconn *c = PQconnectdb("");
  Plain *p = new (place) Plain();
  PQfinish(c);
  (void)p;
}

void deleteDoesNotThrow(Money *m, Plain *p) {
  PGconn *c = PQconnectdb("");
  delete m;
  delete p;
  PQfinish(c);
}
