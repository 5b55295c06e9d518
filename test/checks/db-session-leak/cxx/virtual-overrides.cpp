// RUN: %check_dbtidy %s db-session-leak %t -std=c++17,c++20
// Which body a virtual call runs: that of the class that the object was made
// as. Where that is not known, an override that releases may be meant.

#include "libpq-fe.h"

struct Sink {
  virtual ~Sink() = default;
  virtual void take(PGconn *Conn) const noexcept = 0;
};
struct Closing : Sink {
  void take(PGconn *Conn) const noexcept override { PQfinish(Conn); }
};
struct Looking : Sink {
  void take(PGconn *Conn) const noexcept override { PQstatus(Conn); }
};
struct LookingTwice : Looking {};

void variableCloses() {
  PGconn *Conn = PQconnectdb("");
  Closing Chosen;
  const Sink &Base = Chosen;
  Base.take(Conn);
}

void variableLooks() {
  PGconn *Conn = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:18: warning: session 'Conn' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  Looking Chosen;
  const Sink &Base = Chosen;
  Base.take(Conn);
  // CHECK-NOTES: :[[@LINE+1]]:1: note: the function ends without 'PQfinish'
}

void inheritsTheOneThatLooks() {
  PGconn *Conn = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:18: warning: session 'Conn' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  const Sink &Base = LookingTwice();
  Base.take(Conn);
  // CHECK-NOTES: :[[@LINE+1]]:1: note: the function ends without 'PQfinish'
}

void allocatedCloses() {
  PGconn *Conn = PQconnectdb("");
  Sink *Chosen = new Closing;
  Chosen->take(Conn);
  delete Chosen;
}

void allocatedLooks() {
  PGconn *Conn = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:18: warning: session 'Conn' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  Sink *Chosen = new Looking;
  Chosen->take(Conn);
  delete Chosen;
  // CHECK-NOTES: :[[@LINE+1]]:1: note: the function ends without 'PQfinish'
}

void anyOfThem(const Sink &Unknown) {
  PGconn *Conn = PQconnectdb("");
  Unknown.take(Conn);
}

void earlierThanTheCall(const Sink &Unknown, bool Dry) {
  PGconn *Conn = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:18: warning: session 'Conn' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (Dry)
    // CHECK-NOTES: :[[@LINE-1]]:7: note: taking the true branch
    return;
    // CHECK-NOTES: :[[@LINE-1]]:5: note: 'return' leaves the function without 'PQfinish'
  Unknown.take(Conn);
}

// No override takes it.
struct Watcher {
  virtual ~Watcher() = default;
  virtual void watch(PGconn *Conn) const noexcept { PQstatus(Conn); }
};
struct Counter : Watcher {
  void watch(PGconn *Conn) const noexcept override { PQsocket(Conn); }
};

void onlyWatched(const Watcher &Unknown) {
  PGconn *Conn = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:18: warning: session 'Conn' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  Unknown.watch(Conn);
  // CHECK-NOTES: :[[@LINE+1]]:1: note: the function ends without 'PQfinish'
}

// A source.
struct Source {
  virtual ~Source() = default;
  virtual PGconn *open() const = 0;
};
struct Connecting : Source {
  PGconn *open() const override { return PQconnectdb(""); }
};

void opened() {
  const Source &From = Connecting();
  PGconn *Conn = From.open();
  // CHECK-NOTES: :[[@LINE-1]]:18: warning: session 'Conn' acquired by 'open' is not released on every path [db-session-leak]
  PQstatus(Conn);
  // CHECK-NOTES: :[[@LINE+1]]:1: note: the function ends without 'PQfinish'
}

void openedAndClosed() {
  const Source &From = Connecting();
  PGconn *Conn = From.open();
  PQfinish(Conn);
}
