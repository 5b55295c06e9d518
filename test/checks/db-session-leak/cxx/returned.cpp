// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// A returned handle went to the caller, however it is wrapped.
#include "libpq-fe.h"
#include <tuple>
#include <utility>

void mayThrow();

struct Opened {
  PGconn *Conn;
  bool Ok;
};
struct Wrapper {
  PGconn *Conn;
  explicit Wrapper(PGconn *c) noexcept : Conn(c) {}
};

PGconn *plain() { return PQconnectdb(""); }

PGconn *variable() {
  PGconn *c = PQconnectdb("");
  return c;
}

PGconn *variableAfterACall() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  mayThrow();
  return c;
}

auto trailing() -> PGconn * {
  auto *const c = PQconnectdb("");
  return c;
}

Opened braced() {
  PGconn *conn = PQconnectdb("");
  return {conn, true};
}

Opened bracedAtOnce() { return {PQconnectdb(""), true}; }

Opened bracedOnOnePath() {
  PGconn *conn = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:18: warning: session 'conn' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (PQstatus(conn) != CONNECTION_OK)
    return {nullptr, false};
  return {conn, true};
}

Opened bracedOrReleased() {
  PGconn *conn = PQconnectdb("");
  if (PQstatus(conn) != CONNECTION_OK) {
    PQfinish(conn);
    return {nullptr, false};
  }
  return {conn, true};
}

std::pair<PGconn *, bool> pair() {
  PGconn *c = PQconnectdb("");
  return std::make_pair(c, true);
}

std::pair<PGconn *, bool> pairBraced() {
  PGconn *c = PQconnectdb("");
  return {c, true};
}

std::pair<PGconn *, bool> pairOnOnePath() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (PQstatus(c) != CONNECTION_OK)
    return std::make_pair(nullptr, false);
  return std::make_pair(c, true);
}

std::tuple<PGconn *, int> tuple() {
  PGconn *c = PQconnectdb("");
  return std::make_tuple(c, 1);
}

Wrapper wrapper() {
  PGconn *c = PQconnectdb("");
  return Wrapper(c);
}

Wrapper *wrapperOnTheHeap() {
  PGconn *c = PQconnectdb("");
  return new Wrapper(c);
}

Wrapper *wrapperOnTheHeapTooLate() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  mayThrow();
  return new Wrapper(c);
}

PGconn *conditional(bool ok) {
  PGconn *c = PQconnectdb("");
  return ok ? c : (PQfinish(c), nullptr);
}

PGconn *conditionalForgets(bool ok) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  return ok ? c : nullptr;
}

PGconn &reference() { return *PQconnectdb(""); }

void *untyped() { return PQconnectdb(""); }
