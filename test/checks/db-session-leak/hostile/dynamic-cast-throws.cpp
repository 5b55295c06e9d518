// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20
// A cast of a reference throws where the object is something else; the cast of
// a pointer yields null.

#include "libpq-fe.h"

struct Base {
  virtual ~Base();
};
struct Derived : Base {
  int Number;
};

int ofReference(Base &Object) {
  PGconn *Conn = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:18: warning: session 'Conn' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+1]]:16: note: 'dynamic_cast' may throw and leaves the function without 'PQfinish'
  int Number = dynamic_cast<Derived &>(Object).Number;
  PQfinish(Conn);
  return Number;
}

int ofPointer(Base *Object) {
  PGconn *Conn = PQconnectdb("");
  const Derived *Whole = dynamic_cast<Derived *>(Object);
  int Number = Whole ? Whole->Number : 0;
  PQfinish(Conn);
  return Number;
}
