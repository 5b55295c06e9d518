// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// unique_ptr with every kind of deleter owns: safe on every way out.
#include "libpq-fe.h"
#include <memory>

void mayThrow();
extern "C" bool ready(PGconn *);

struct Finisher {
  void operator()(PGconn *c) const { PQfinish(c); }
};
struct GuardedFinisher {
  void operator()(PGconn *c) const noexcept {
    if (c)
      PQfinish(c);
  }
};
struct DeclaredFinisher {
  void operator()(PGconn *c) const;
};
using Connection = std::unique_ptr<PGconn, Finisher>;

namespace std {
template <> struct default_delete<PGresult> {
  void operator()(PGresult *res) const { PQclear(res); }
};
} // namespace std

void functionPointer(bool bad) {
  std::unique_ptr<PGconn, void (*)(PGconn *)> c(PQconnectdb(""), PQfinish);
  mayThrow();
  if (bad)
    return;
  ready(c.get());
}

void addressOfFunction() {
  std::unique_ptr<PGconn, decltype(&PQfinish)> c(PQconnectdb(""), &PQfinish);
  mayThrow();
}

void functor() {
  std::unique_ptr<PGconn, Finisher> c(PQconnectdb(""));
  mayThrow();
}

void functorWithCheck() {
  std::unique_ptr<PGconn, GuardedFinisher> c(PQconnectdb(""));
  mayThrow();
}

void functorNotVisible() {
  std::unique_ptr<PGconn, DeclaredFinisher> c(PQconnectdb(""));
  mayThrow();
}

void alias() {
  Connection c{PQconnectdb("")};
  mayThrow();
}

void lambda() {
  auto finish = [](PGconn *c) { PQfinish(c); };
  std::unique_ptr<PGconn, decltype(finish)> c(PQconnectdb(""), finish);
  mayThrow();
}

void specialisedDefaultDelete(PGconn *c) {
  std::unique_ptr<PGresult> res(PQexec(c, "SELECT 1"));
  mayThrow();
}

void fromARawVariable() {
  PGconn *raw = PQconnectdb("");
  Connection c(raw);
  mayThrow();
}

void fromARawVariableTooLate() {
  PGconn *raw = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'raw' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  mayThrow();
  Connection c(raw);
}

void fromARawVariableOnOnePath(bool bad) {
  PGconn *raw = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'raw' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (bad)
    return;
  Connection c(raw);
}

void resetTakes() {
  Connection c;
  c.reset(PQconnectdb("a"));
  mayThrow();
  c.reset(PQconnectdb("b"));
  c.reset();
}

void resetInALoop(int n) {
  Connection c;
  for (int i = 0; i < n; ++i) {
    c.reset(PQconnectdb(""));
    mayThrow();
  }
}

Connection returned() {
  Connection c(PQconnectdb(""));
  mayThrow();
  return c;
}

Connection returnedAtOnce() { return Connection(PQconnectdb("")); }

void moved(Connection &out) {
  Connection c(PQconnectdb(""));
  mayThrow();
  out = std::move(c);
}

PGconn *releasedAndReturned() {
  Connection c(PQconnectdb(""));
  mayThrow();
  return c.release();
}

void releasedAndFinished() {
  Connection c(PQconnectdb(""));
  mayThrow();
  PQfinish(c.release());
}

void releasedIntoAnother() {
  Connection c(PQconnectdb(""));
  Connection d(c.release());
  mayThrow();
}

void releasedAndDropped() {
  Connection c(PQconnectdb(""));
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: session {{('[^']*' )?}}acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  mayThrow();
  c.release();
}

void releasedAndDroppedByCast() {
  Connection c(PQconnectdb(""));
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: session {{('[^']*' )?}}acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  (void)c.release();
}

void releasedIntoARawVariable(bool bad) {
  Connection c(PQconnectdb(""));
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: session {{('[^']*' )?}}acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  PGconn *raw = c.release();
  if (bad)
    return;
  PQfinish(raw);
}

void releasedIntoARawVariableAndFinished(bool bad) {
  Connection c(PQconnectdb(""));
  PGconn *raw = c.release();
  PQfinish(raw);
  if (bad)
    return;
}

void getOnlyBorrows() {
  Connection c(PQconnectdb(""));
  PGconn *raw = c.get();
  mayThrow();
  ready(raw);
}

struct Holder {
  Connection Conn;
  explicit Holder(const char *address) : Conn(PQconnectdb(address)) { mayThrow(); }
  void reopen(const char *address) { Conn.reset(PQconnectdb(address)); }
};

void temporaryOwner() {
  if (ready(Connection(PQconnectdb("")).get()))
    mayThrow();
}
