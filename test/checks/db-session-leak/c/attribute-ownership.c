// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Attributes on functions that are not visible say who owns the handle.

#include "libpq-fe.h"

PGconn *make(void) __attribute__((ownership_returns(pgconn)));
void dispose(PGconn *c) __attribute__((ownership_takes(pgconn, 1)));
PGconn *obtain(void) __attribute__((acquire_handle("pgconn")));
void drop(PGconn *c __attribute__((release_handle("pgconn"))));
int step(void);

void returns(void) {
  PGconn *c = make();
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'make' is not released on every path [db-session-leak]
  PQstatus(c);
}

void returnsReleased(void) {
  PGconn *c = make();
  PQfinish(c);
}

void takes(void) {
  PGconn *c = PQconnectdb("");
  dispose(c);
}

void takesOnOnePath(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (step())
    dispose(c);
}

void acquires(void) {
  PGconn *c = obtain();
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'obtain' is not released on every path [db-session-leak]
  PQstatus(c);
}

void releases(void) {
  PGconn *c = obtain();
  drop(c);
}
