// RUN: %check_dbtidy %s db-session-leak %t -std=c++17,c++20
// A guard whose destructor calls a function that it was given.

#include "libpq-fe.h"

void audit();

template <class T, class D> struct Scoped {
  T Value;
  D Run;
  Scoped(T V, D C) : Value(V), Run(C) {}
  ~Scoped() { Run(Value); }
  Scoped(const Scoped &) = delete;
  T get() { return Value; }
};

void byPointer() {
  Scoped Guard(PQconnectdb("dbname=x"), PQfinish);
  PQstatus(Guard.get());
  audit();
}

void byLambda() {
  Scoped Guard(PQconnectdb("dbname=x"), [](PGconn *C) { PQfinish(C); });
  audit();
}
