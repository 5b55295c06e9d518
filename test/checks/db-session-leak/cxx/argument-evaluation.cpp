// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// An exception between two parts of one full expression.
#include "libpq-fe.h"

int compute();
int quiet() noexcept;

struct Holder {
  PGconn *Conn;
  int Size;
  Holder(PGconn *c, int n) noexcept : Conn(c), Size(n) {}
  ~Holder() { PQfinish(Conn); }
};
struct ReversedHolder {
  PGconn *Conn;
  int Size;
  ReversedHolder(int n, PGconn *c) noexcept : Conn(c), Size(n) {}
  ~ReversedHolder() { PQfinish(Conn); }
};

void laterInitialiserThrows() { Holder h{PQconnectdb(""), compute()}; }
// CHECK-MESSAGES: :[[@LINE-1]]:42: warning: session {{('[^']*' )?}}acquired by 'PQconnectdb' is not released on every path [db-session-leak]

void earlierInitialiserThrows() { ReversedHolder h{compute(), PQconnectdb("")}; }

void laterInitialiserIsQuiet() { Holder h{PQconnectdb(""), quiet()}; }

void rightOfAComma() {
  PGconn *c;
  int n = (c = PQconnectdb(""), compute());
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  PQfinish(c);
  (void)n;
}

void leftOfAComma() {
  PGconn *c;
  int n = (compute(), c = PQconnectdb(""), 1);
  PQfinish(c);
  (void)n;
}

void rightOfAnAnd() {
  PGconn *c = nullptr;
  if ((c = PQconnectdb("")) && compute())
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    PQreset(c);
  PQfinish(c);
}

void leftOfAnAnd() {
  PGconn *c = nullptr;
  if (compute() && (c = PQconnectdb("")))
    PQreset(c);
  PQfinish(c);
}

void nextDeclarator() {
  PGconn *c = PQconnectdb(""), *d = compute() ? c : nullptr;
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  PQfinish(c);
  (void)d;
}
