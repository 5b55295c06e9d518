// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A handle declared in the head of a for loop that runs once.

#include "libpq-fe.h"
#include <stddef.h>

#define WITH(c)                                                                \
  for (PGconn *c = PQconnectdb(""); c != NULL; PQfinish(c), c = NULL)

int step(void);

void once(void) {
  for (PGconn *c = PQconnectdb(""); c; PQfinish(c), c = NULL)
    step();
}

void onceByMacro(void) {
  WITH(c) { PQstatus(c); }
}

void onceBroken(void) {
  for (PGconn *c = PQconnectdb(""); c; PQfinish(c), c = NULL) {
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    if (step())
      break;
  }
}

int onceReturned(void) {
  for (PGconn *c = PQconnectdb(""); c; PQfinish(c), c = NULL) {
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    if (step())
      return -1;
  }
  return 0;
}

int onceReturnedReleased(void) {
  for (PGconn *c = PQconnectdb(""); c; PQfinish(c), c = NULL) {
    if (step()) {
      PQfinish(c);
      return -1;
    }
  }
  return 0;
}

void onceContinued(void) {
  for (PGconn *c = PQconnectdb(""); c; PQfinish(c), c = NULL) {
    if (step())
      continue;
    step();
  }
}
