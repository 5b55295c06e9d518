// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// Handles declared in a condition, and null checks in every spelling of C++.
#include "libpq-fe.h"

extern "C" bool ready(PGconn *);

void releasedInTheBranch() {
  if (PGconn *c = PQconnectdb(""))
    PQfinish(c);
}

void autoReleasedInTheBranch() {
  if (auto *c = PQconnectdb("")) {
    ready(c);
    PQfinish(c);
  }
}

void notReleasedInTheBranch() {
  if (auto *c = PQconnectdb(""))
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    ready(c);
}

void releasedInOneOfTheBranches(bool ok) {
  if (auto *c = PQconnectdb("")) {
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    if (ok)
      PQfinish(c);
  }
}

void nothingInTheElseBranch() {
  if (auto *c = PQconnectdb("")) {
    PQfinish(c);
  } else {
    return;
  }
}

void comparedWithNullptr() {
  auto c = PQconnectdb("");
  if (c == nullptr)
    return;
  PQfinish(c);
}

void comparedWithNullptrReversed() {
  auto c = PQconnectdb("");
  if (nullptr != c)
    PQfinish(c);
}

void checkIsTheWrongWayRound() {
  auto c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (nullptr != c)
    return;
  PQfinish(c);
}

void negated() {
  auto c = PQconnectdb("");
  if (not c)
    return;
  PQfinish(c);
}

void storedInABoolean() {
  auto *const c = PQconnectdb("");
  const bool failed = !c;
  if (failed)
    return;
  PQfinish(c);
}

void castToBool() {
  auto *c = PQconnectdb("");
  if (static_cast<bool>(c))
    PQfinish(c);
}

void nullAndStatus() {
  PGconn *c = PQconnectdb("");
  if (c && PQstatus(c) == CONNECTION_OK) {
    PQfinish(c);
    return;
  }
  PQfinish(c);
}

void nullOrStatus() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (!c || PQstatus(c) != CONNECTION_OK)
    return;
  PQfinish(c);
}

void statusAskedTwice(PGconn *c) {
  PGconn *d = nullptr;
  if (PQstatus(c) == CONNECTION_OK)
    d = PQconnectdb("");
  if (PQstatus(c) == CONNECTION_OK)
    PQfinish(d);
}

void statusAskedTwiceTheWrongWay(PGconn *c) {
  PGconn *d = nullptr;
  if (PQstatus(c) == CONNECTION_OK)
    d = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: session 'd' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (PQstatus(c) != CONNECTION_OK)
    PQfinish(d);
}

void flagRemembers(bool wanted) {
  PGconn *c = nullptr;
  bool open = false;
  if (wanted) {
    c = PQconnectdb("");
    open = true;
  }
  ready(nullptr);
  if (open)
    PQfinish(c);
}

void flagRemembersTheOpposite(bool wanted) {
  PGconn *c = nullptr;
  bool open = false;
  if (wanted) {
    c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    open = true;
  }
  if (!open)
    PQfinish(c);
}
