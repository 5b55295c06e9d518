// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// Aggregates with a destructor own as well.
#include "libpq-fe.h"

void mayThrow();

struct Guard {
  PGconn *Conn;
  ~Guard() { PQfinish(Conn); }
};

struct ReferenceGuard {
  PGconn *&Conn;
  ~ReferenceGuard() { PQfinish(Conn); }
};

void aggregate() {
  Guard g{PQconnectdb("")};
  mayThrow();
}

void aggregateFromARawVariable() {
  PGconn *raw = PQconnectdb("");
  Guard g = {raw};
  mayThrow();
}

void aggregateTooLate() {
  PGconn *raw = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'raw' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  mayThrow();
  Guard g = {raw};
}

void fieldAssignedLater() {
  Guard g{nullptr};
  g.Conn = PQconnectdb("");
  mayThrow();
}

void referenceBeforeTheAcquisition() {
  PGconn *c = nullptr;
  ReferenceGuard g{c};
  c = PQconnectdb("");
  mayThrow();
}

void localClass() {
  struct Closer {
    PGconn *Conn;
    ~Closer() {
      if (Conn)
        PQfinish(Conn);
    }
  } closer = {PQconnectdb("")};
  mayThrow();
}
