// RUN: %check_dbtidy %s db-session-leak %t -std=c++17,c++20
// A pair is a struct of two fields.

#include "libpq-fe.h"
#include <utility>

static std::pair<PGconn *, bool> open(const char *Where) {
  PGconn *Conn = PQconnectdb(Where);
  return {Conn, PQstatus(Conn) == CONNECTION_OK};
}

void fieldForgotten() {
  auto Both = open("");
  // CHECK-NOTES: :[[@LINE-1]]:15: warning: session 'Both.first' acquired by 'open' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+2]]:7: note: taking the true branch
  // CHECK-NOTES: :[[@LINE+2]]:5: note: 'return' leaves the function without 'PQfinish'
  if (!Both.second)
    return;
  PQfinish(Both.first);
}

void fieldReleased() {
  auto Both = open("");
  PQfinish(Both.first);
}

void bindingForgotten() {
  auto [Conn, Usable] = open("");
  // CHECK-NOTES: :[[@LINE-1]]:25: warning: session 'first' acquired by 'open' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+2]]:7: note: taking the true branch
  // CHECK-NOTES: :[[@LINE+2]]:5: note: 'return' leaves the function without 'PQfinish'
  if (!Usable)
    return;
  PQfinish(Conn);
}

void bindingReleased() {
  auto [Conn, Usable] = open("");
  if (!Usable) {
    PQfinish(Conn);
    return;
  }
  PQfinish(Conn);
}

std::pair<PGconn *, int> handedOn() { return std::make_pair(PQconnectdb(""), 1); }

std::pair<int, PGconn *> handedOnByConstructor() {
  PGconn *Conn = PQconnectdb("");
  return std::pair<int, PGconn *>(1, Conn);
}
