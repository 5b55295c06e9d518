// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// A class that only looks at the handle does not own it.
#include "libpq-fe.h"

extern "C" bool ready(PGconn *);

struct View {
  PGconn *Conn;
  explicit View(PGconn *c) noexcept : Conn(c) {}
  int version() const noexcept { return PQserverVersion(Conn); }
};

void viewed(bool bad) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  View v(c);
  if (bad)
    return;
  v.version();
  PQfinish(c);
}

void viewedAndReleased(bool bad) {
  PGconn *c = PQconnectdb("");
  View v(c);
  v.version();
  PQfinish(c);
  if (bad)
    return;
}

void viewedAndReleasedThroughTheView() {
  View v(PQconnectdb(""));
  v.version();
  PQfinish(v.Conn);
}

void viewedByATemporary(bool bad) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (View(c).version() < 90000 || bad)
    return;
  PQfinish(c);
}
