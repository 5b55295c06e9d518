// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// Constructors throw too: of locals, of temporaries, of members, of what 'new' makes.
#include "libpq-fe.h"

struct Money {
  Money(int);
  Money(const Money &);
  ~Money();
};
struct Quiet {
  Quiet(int) noexcept;
  ~Quiet();
};
struct Plain {
  int Value;
  explicit Plain(int v) : Value(v) {}
};
struct Order {
  Money Total{1};
  int Id = 0;
};
struct Special : Money {
  using Money::Money;
};
struct Checked {
  int Value;
  explicit Checked(int v) : Value(v) {
    if (v < 0)
      throw v;
  }
};

void local() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  Money m(1);
  PQfinish(c);
}

void localNoexcept() {
  PGconn *c = PQconnectdb("");
  Quiet q(1);
  PQfinish(c);
}

void localVisible() {
  PGconn *c = PQconnectdb("");
  Plain p(1);
  PQfinish(c);
}

void localVisibleThatThrows(int n) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  Checked k(n);
  PQfinish(c);
}

void localBefore() {
  Money m(1);
  PGconn *c = PQconnectdb("");
  PQfinish(c);
}

void temporary() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  Money(1);
  PQfinish(c);
}

void copy(const Money &m) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  Money n = m;
  PQfinish(c);
}

void copyOfTrivial(const Plain &p) {
  PGconn *c = PQconnectdb("");
  Plain q = p;
  PQfinish(c);
  (void)q;
}

void implicitConstructorWithThrowingMember() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  Order o;
  PQfinish(c);
}

void implicitCopyWithThrowingMember(const Order &o) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  Order p = o;
  PQfinish(c);
}

void inheritedConstructor() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  Special s(1);
  PQfinish(c);
}

void array() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  Money all[] = {1, 2};
  PQfinish(c);
}

extern "C" void charge(const Money &);
void argumentIsATemporary() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  charge(Money(1));
  PQfinish(c);
}

void boundReferenceIsNoConstructor(const Money &m) {
  PGconn *c = PQconnectdb("");
  charge(m);
  const Money &r = m;
  (void)r;
  PQfinish(c);
}

void constructorInsideATry() {
  PGconn *c = PQconnectdb("");
  try {
    Money m(1);
  } catch (...) {
  }
  PQfinish(c);
}
