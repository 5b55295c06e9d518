// RUN: %check_dbtidy %s db-session-leak %t -std=c++17,c++20
// A virtual call may run any override: one that is visible here releases.

#include "libpq-fe.h"

struct Sink {
  virtual ~Sink() = default;
  virtual void action(PGconn *Conn) const noexcept = 0;
};
struct Closing : Sink {
  void action(PGconn *Conn) const noexcept override { PQfinish(Conn); }
};

void byReference() {
  PGconn *Conn = PQconnectdb("dbname=x");
  const Sink &Base = Closing();
  Base.action(Conn);
}

void byPointer(const Sink *Base) {
  PGconn *Conn = PQconnectdb("dbname=x");
  Base->action(Conn);
}

void forgotten() {
  PGconn *Conn = PQconnectdb("dbname=x");
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: session 'Conn' acquired by 'PQconnectdb' is not released on every path
}
