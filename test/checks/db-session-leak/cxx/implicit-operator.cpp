// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// Overloaded operators, conversions and literals are calls.
#include "libpq-fe.h"

struct Money {
  Money &operator+=(int);
  Money &operator++();
  int operator[](int) const;
  bool operator!() const;
  operator int() const;
  explicit operator bool() const;
  Money *operator->();
  Money &operator=(const Money &);
  void use() noexcept;
};
struct Point {
  int X, Y;
  Point &operator+=(int d) {
    X += d;
    return *this;
  }
  operator int() const noexcept;
};
bool operator==(const Money &, const Money &);
struct Text {
  Text(const char *);
  ~Text();
};
extern "C" void print(const Text &);
int operator""_km(unsigned long long);

void compoundAssignment(Money &m) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  m += 1;
  PQfinish(c);
}

void compoundAssignmentVisible(Point &p) {
  PGconn *c = PQconnectdb("");
  p += 1;
  PQfinish(c);
}

void increment(Money &m) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  ++m;
  PQfinish(c);
}

void subscript(const Money &m) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  int n = m[1];
  PQfinish(c);
  (void)n;
}

void comparison(const Money &a, const Money &b) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (a == b)
    PQreset(c);
  PQfinish(c);
}

void negation(const Money &a) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (!a)
    PQreset(c);
  PQfinish(c);
}

void arrow(Money &m) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  m->use();
  PQfinish(c);
}

void assignment(Money &a, const Money &b) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  a = b;
  PQfinish(c);
}

void assignmentOfTrivial(Point &a, const Point &b) {
  PGconn *c = PQconnectdb("");
  a = b;
  PQfinish(c);
}

void conversion(const Money &m) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  int n = m;
  PQfinish(c);
  (void)n;
}

void conversionNoexcept(const Point &p) {
  PGconn *c = PQconnectdb("");
  int n = p;
  PQfinish(c);
  (void)n;
}

void contextualConversion(const Money &m) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (m)
    PQreset(c);
  PQfinish(c);
}

void convertingConstructor() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  print("connected");
  PQfinish(c);
}

void userDefinedLiteral() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  int n = 5_km;
  PQfinish(c);
  (void)n;
}

void builtInOperators(int *a, int b) {
  PGconn *c = PQconnectdb("");
  a[b] += b * 2;
  PQfinish(c);
}
