// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Storage classes and inferred types.

#include "libpq-fe.h"

int step(void);

int registered(void) {
  register PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  return step();
}

int registeredReleased(void) {
  register PGconn *c = PQconnectdb("");
  PQfinish(c);
  return step();
}

int inferred(void) {
  __auto_type c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  return step();
}

int inferredReleased(void) {
  __auto_type c = PQconnectdb("");
  PQfinish(c);
  return step();
}

int sameTypeAs(PGconn *other) {
  __typeof__(other) c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  return step();
}

static inline int inlined(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  return step();
}

static int neverCalled(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  return step();
}

int oldStyle(n)
int n;
{
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  return n;
}

int usesThem(void) { return inlined(); }
