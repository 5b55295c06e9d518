// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Null and status checks wrapped in branch hints.

#include "libpq-fe.h"
#include <stddef.h>

#define LIKELY(x) __builtin_expect(!!(x), 1)
#define UNLIKELY(x) __builtin_expect(!!(x), 0)
int step(void);

int unlikelyNull(void) {
  PGconn *c = PQconnectdb("");
  if (UNLIKELY(c == NULL))
    return -1;
  PQfinish(c);
  return 0;
}

int unlikelyNot(void) {
  PGconn *c = PQconnectdb("");
  if (UNLIKELY(!c))
    return -1;
  PQfinish(c);
  return 0;
}

int likely(void) {
  PGconn *c = PQconnectdb("");
  if (LIKELY(c))
    PQfinish(c);
  return 0;
}

int likelyForgotten(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (LIKELY(c))
    return step();
  return 0;
}

int unlikelyOther(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (UNLIKELY(step()))
    return -1;
  PQfinish(c);
  return 0;
}
