// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Recursive functions neither hang the analysis nor hide a leak of their own.

#include "libpq-fe.h"
#include <stddef.h>

int step(void);

static int countDown(PGconn *c, int n) {
  if (n == 0 || PQstatus(c) != CONNECTION_OK)
    return n;
  return countDown(c, n - 1);
}

static int ping(PGconn *c, int n);
static int pong(PGconn *c, int n) { return n ? ping(c, n - 1) : PQstatus(c); }
static int ping(PGconn *c, int n) { return n ? pong(c, n - 1) : PQstatus(c); }

static PGconn *tryAgain(int n) {
  PGconn *c = PQconnectdb("");
  if (PQstatus(c) == CONNECTION_OK)
    return c;
  PQfinish(c);
  return n ? tryAgain(n - 1) : NULL;
}

int borrowedByRecursion(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  return countDown(c, 3);
}

int borrowedByRecursionReleased(void) {
  PGconn *c = PQconnectdb("");
  int n = countDown(c, 3);
  PQfinish(c);
  return n;
}

int mutual(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  return ping(c, 5);
}

int mutualReleased(void) {
  PGconn *c = PQconnectdb("");
  int n = ping(c, 5);
  PQfinish(c);
  return n;
}

int recursiveAcquire(void) {
  PGconn *c = tryAgain(3);
  if (!c)
    return -1;
  PQfinish(c);
  return 0;
}

int ownLeak(int n) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (n)
    return ownLeak(n - 1);
  PQfinish(c);
  return 0;
}

int ownLeakReleased(int n) {
  PGconn *c = PQconnectdb("");
  PQfinish(c);
  if (n)
    return ownLeakReleased(n - 1);
  return 0;
}
