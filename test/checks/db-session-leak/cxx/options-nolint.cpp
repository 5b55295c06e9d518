// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// Suppression comments.
#include "libpq-fe.h"

void onTheLine() {
  PGconn *c = PQconnectdb(""); // NOLINT
  PQreset(c);
}

void onTheLineNamed() {
  PGconn *c = PQconnectdb(""); // NOLINT(db-session-leak)
  PQreset(c);
}

void onTheLineByGlob() {
  PGconn *c = PQconnectdb(""); // NOLINT(db-*)
  PQreset(c);
}

void onTheLineOtherCheck() {
  PGconn *c = PQconnectdb(""); // NOLINT(db-raw-session)
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  PQreset(c);
}

void nextLine() {
  // NOLINTNEXTLINE(db-session-leak)
  PGconn *c = PQconnectdb("");
  PQreset(c);
}

// NOLINTBEGIN(db-session-leak)
void inABlock() {
  PGconn *c = PQconnectdb("");
  PQreset(c);
}
// NOLINTEND(db-session-leak)

void behindTheBlock() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  PQreset(c);
}

void atTheWayOutDoesNotCount(bool bad) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (bad)
    return; // NOLINT
  PQfinish(c);
}
