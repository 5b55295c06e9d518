// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// A class whose destructor releases is an owner, recognised from its body.
#include "libpq-fe.h"
#include <utility>

void mayThrow();
extern "C" bool ready(PGconn *);

class Connection {
  PGconn *Conn;

public:
  explicit Connection(PGconn *c) : Conn(c) {}
  Connection(Connection &&other) noexcept : Conn(other.Conn) { other.Conn = nullptr; }
  Connection(const Connection &) = delete;
  Connection &operator=(const Connection &) = delete;
  ~Connection() { PQfinish(Conn); }
  PGconn *get() const { return Conn; }
  PGconn *release() {
    PGconn *c = Conn;
    Conn = nullptr;
    return c;
  }
};

class CheckedConnection {
  PGconn *Conn;

public:
  explicit CheckedConnection(PGconn *c) : Conn(c) {}
  ~CheckedConnection() {
    if (Conn)
      close();
  }
  void close() {
    PQfinish(Conn);
    Conn = nullptr;
  }
};

class DeclaredConnection {
  PGconn *Conn;

public:
  explicit DeclaredConnection(PGconn *c) noexcept : Conn(c) {}
  ~DeclaredConnection();
};

struct DerivedConnection : Connection {
  using Connection::Connection;
};

struct WrappedConnection {
  Connection Inner;
  explicit WrappedConnection(PGconn *c) : Inner(c) {}
};

void owned(bool bad) {
  Connection c(PQconnectdb(""));
  mayThrow();
  if (bad)
    return;
  ready(c.get());
}

void ownedFromARawVariable() {
  PGconn *raw = PQconnectdb("");
  Connection c(raw);
  mayThrow();
}

void ownedTooLate() {
  PGconn *raw = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'raw' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  mayThrow();
  Connection c(raw);
}

void ownedByBraces() {
  Connection c{PQconnectdb("")};
  mayThrow();
}

void ownedThroughAHelper() {
  CheckedConnection c(PQconnectdb(""));
  mayThrow();
}

void ownedByADeclaredDestructor() {
  DeclaredConnection c(PQconnectdb(""));
  mayThrow();
}

void ownedByADeclaredDestructorTooLate(bool bad) {
  PGconn *raw = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'raw' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (bad)
    return;
  DeclaredConnection c(raw);
}

void ownedByABase() {
  DerivedConnection c(PQconnectdb(""));
  mayThrow();
}

void ownedByAMember() {
  WrappedConnection c(PQconnectdb(""));
  mayThrow();
}

Connection moved() {
  Connection c(PQconnectdb(""));
  mayThrow();
  return std::move(c);
}

void ownedInATry() {
  try {
    Connection c(PQconnectdb(""));
    mayThrow();
  } catch (...) {
  }
}

PGconn *releasedAndReturned() {
  Connection c(PQconnectdb(""));
  mayThrow();
  return c.release();
}

void ownedInALoop(int n) {
  for (int i = 0; i < n; ++i) {
    Connection c(PQconnectdb(""));
    if (!ready(c.get()))
      continue;
    mayThrow();
  }
}

void ownedByATemporary() {
  ready(Connection(PQconnectdb("")).get());
}

Connection *onTheHeap() { return new Connection(PQconnectdb("")); }
