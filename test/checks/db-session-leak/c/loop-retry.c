// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Retrying to connect: by a loop and by a jump backwards.

#include "libpq-fe.h"
#include <stddef.h>

void pause1(void);

PGconn *gotoRetry(void) {
  PGconn *c;
again:
  c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (PQstatus(c) != CONNECTION_OK) {
    pause1();
    goto again;
  }
  return c;
}

PGconn *gotoRetryReleased(void) {
  PGconn *c;
again:
  c = PQconnectdb("");
  if (PQstatus(c) != CONNECTION_OK) {
    PQfinish(c);
    pause1();
    goto again;
  }
  return c;
}

PGconn *loopRetry(int tries) {
  PGconn *c = NULL;
  while (tries-- > 0) {
    c = PQconnectdb("");
    // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    if (PQstatus(c) == CONNECTION_OK)
      return c;
    pause1();
  }
  return NULL;
}

PGconn *loopRetryReleased(int tries) {
  PGconn *c = NULL;
  while (tries-- > 0) {
    c = PQconnectdb("");
    if (PQstatus(c) == CONNECTION_OK)
      return c;
    PQfinish(c);
    pause1();
  }
  return NULL;
}

PGconn *endlessRetry(void) {
  for (;;) {
    PGconn *c = PQconnectdb("");
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    if (PQstatus(c) == CONNECTION_OK)
      return c;
    pause1();
  }
}

PGconn *endlessRetryReleased(void) {
  for (;;) {
    PGconn *c = PQconnectdb("");
    if (PQstatus(c) == CONNECTION_OK)
      return c;
    PQfinish(c);
    pause1();
  }
}

PGconn *doWhileRetry(void) {
  PGconn *c;
  do {
    c = PQconnectdb("");
    // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  } while (PQstatus(c) != CONNECTION_OK);
  return c;
}

PGconn *doWhileRetryReleased(void) {
  PGconn *c = NULL;
  do {
    PQfinish(c);
    c = PQconnectdb("");
  } while (PQstatus(c) != CONNECTION_OK);
  return c;
}

PGconn *retryOnNullOnly(void) {
  PGconn *c;
  do {
    c = PQconnectdb("");
  } while (c == NULL);
  return c;
}

PGconn *gotoRetryOnNullOnly(void) {
  PGconn *c;
again:
  c = PQconnectdb("");
  if (!c)
    goto again;
  return c;
}

int retryFlag(void) {
  int retried = 0;
  PGconn *c;
retry:
  c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (PQstatus(c) == CONNECTION_BAD && !retried) {
    retried = 1;
    goto retry;
  }
  PQfinish(c);
  return 0;
}

int retryFlagReleased(void) {
  int retried = 0;
  PGconn *c;
retry:
  c = PQconnectdb("");
  if (PQstatus(c) == CONNECTION_BAD && !retried) {
    PQfinish(c);
    retried = 1;
    goto retry;
  }
  PQfinish(c);
  return 0;
}
