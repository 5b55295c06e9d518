// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20
// Fields and methods that a pointer to a member selects.

#include "libpq-fe.h"

struct Holder {
  PGconn *Conn = nullptr;
  void open(const char *Where) { Conn = PQconnectdb(Where); }
  void close() { PQfinish(Conn); }
  void look() noexcept { PQstatus(Conn); }
};

void fieldReleased() {
  Holder Own;
  PGconn *Holder::*Field = &Holder::Conn;
  Own.open("");
  PQfinish(Own.*Field);
}

void methodReleases() {
  Holder Own;
  void (Holder::*Close)() = &Holder::close;
  Own.open("");
  (Own.*Close)();
}

void methodReleasesThroughPointer(Holder *Own) {
  void (Holder::*Close)() = &Holder::close;
  Own->open("");
  (Own->*Close)();
}

void methodLooks() {
  Holder Own;
  void (Holder::*Look)() = &Holder::look;
  Own.open("");
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: session 'Own.Conn' acquired by 'open' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+2]]:1: note: the function ends without 'PQfinish'
  (Own.*Look)();
}

void methodUnknown(void (Holder::*Method)()) {
  Holder Own;
  Own.open("");
  (Own.*Method)();
}

void throwing(Holder &Other, void (Holder::*Method)()) {
  PGconn *Conn = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:18: warning: session 'Conn' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+1]]:3: note: 'Method' may throw and leaves the function without 'PQfinish'
  (Other.*Method)();
  PQfinish(Conn);
}
