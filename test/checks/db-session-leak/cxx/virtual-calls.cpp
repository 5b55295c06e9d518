// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// Virtual calls: the name tells what the body cannot.
#include "libpq-fe.h"

struct Driver {
  virtual ~Driver();
  virtual void closeConnection(PGconn *) = 0;
  virtual void visit(PGconn *) noexcept = 0;
};

void closed(Driver &d) {
  PGconn *c = PQconnectdb("");
  d.closeConnection(c);
}

void closedOnOnePath(Driver &d, bool bad) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (bad)
    return;
  d.closeConnection(c);
}

void visited(Driver &d) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  d.visit(c);
}

void visitedAndReleased(Driver &d) {
  PGconn *c = PQconnectdb("");
  d.visit(c);
  PQfinish(c);
}
