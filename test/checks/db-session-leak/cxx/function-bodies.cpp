// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// Every kind of body is analysed: static, inline, operators, conversions, friends, namespaces.
#include "libpq-fe.h"

namespace {
void anonymous(bool bad) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (bad)
    return;
  PQfinish(c);
}
} // namespace

inline void inlined(bool bad) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (bad)
    return;
  PQfinish(c);
}

struct Service {
  operator int() const {
    PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    return PQserverVersion(c);
  }
  Service &operator+=(int n) {
    PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    if (n > 1)
      return *this;
    PQfinish(c);
    return *this;
  }
  int operator()() const {
    PGconn *c = PQconnectdb("");
    int version = PQserverVersion(c);
    PQfinish(c);
    return version;
  }
  friend void befriended(Service &) {
    PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    PQreset(c);
  }
  static int shared(bool bad);
  virtual int dispatched(bool bad);
  virtual ~Service() = default;
};

int Service::shared(bool bad) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (bad)
    return 1;
  PQfinish(c);
  return 0;
}

int Service::dispatched(bool bad) {
  PGconn *c = PQconnectdb("");
  PQfinish(c);
  return bad;
}

extern "C" int cLinkage(bool bad) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (bad)
    return 1;
  PQfinish(c);
  return 0;
}

struct Derived : Service {
  int dispatched(bool bad) override {
    PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    if (bad)
      return 1;
    PQfinish(c);
    return 0;
  }
};

void callsAnonymous() { anonymous(true); }
