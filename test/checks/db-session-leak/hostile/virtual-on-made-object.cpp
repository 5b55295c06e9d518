// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20
// A virtual call on an object that was made here runs that class's function.

#include "libpq-fe.h"

struct Sink {
  virtual ~Sink() {}
  virtual void action(PGconn *Conn) const noexcept = 0;
};
struct Looking : Sink {
  void action(PGconn *Conn) const noexcept override { PQstatus(Conn); }
};
struct Closing : Sink {
  void action(PGconn *Conn) const noexcept override { PQfinish(Conn); }
};

void lookedAtByReference() {
  PGconn *Conn = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:18: warning: session 'Conn' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+3]]:1: note: the function ends without 'PQfinish'
  const Sink &Base = Looking();
  Base.action(Conn);
}

void closedByReference() {
  PGconn *Conn = PQconnectdb("");
  const Sink &Base = Closing();
  Base.action(Conn);
}

void lookedAtByPointer() {
  PGconn *Conn = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:18: warning: session 'Conn' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+4]]:1: note: the function ends without 'PQfinish'
  Sink *Base = new Looking;
  Base->action(Conn);
  delete Base;
}

void closedByPointer() {
  PGconn *Conn = PQconnectdb("");
  Sink *Base = new Closing;
  Base->action(Conn);
  delete Base;
}

void closedByAddress() {
  PGconn *Conn = PQconnectdb("");
  Closing Own;
  const Sink *Base = &Own;
  Base->action(Conn);
}
