// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Null checks combined by '&&' and '||'.

#include "libpq-fe.h"
#include <stddef.h>

int step(void);

int orTwoHandles(void) {
  PGconn *a = PQconnectdb("dbname=a");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'a' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  PGconn *b = PQconnectdb("dbname=b");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'b' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (!a || !b)
    return -1;
  PQfinish(a);
  PQfinish(b);
  return 0;
}

int orTwoHandlesReleased(void) {
  PGconn *a = PQconnectdb("dbname=a");
  PGconn *b = PQconnectdb("dbname=b");
  if (!a || !b) {
    PQfinish(a);
    PQfinish(b);
    return -1;
  }
  PQfinish(a);
  PQfinish(b);
  return 0;
}

int orTwoHandlesGuarded(void) {
  PGconn *a = PQconnectdb("dbname=a");
  PGconn *b = PQconnectdb("dbname=b");
  if (!a || !b) {
    if (a)
      PQfinish(a);
    if (b)
      PQfinish(b);
    return -1;
  }
  PQfinish(a);
  PQfinish(b);
  return 0;
}

int andWithOther(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (c && step())
    PQfinish(c);
  return 0;
}

int andWithOtherReleased(void) {
  PGconn *c = PQconnectdb("");
  if (c && step()) {
    PQfinish(c);
    return 1;
  }
  if (c)
    PQfinish(c);
  return 0;
}

int orWithOther(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (!c || step())
    return -1;
  PQfinish(c);
  return 0;
}

int orWithOtherReleased(void) {
  PGconn *c = PQconnectdb("");
  if (!c || step()) {
    PQfinish(c);
    return -1;
  }
  PQfinish(c);
  return 0;
}

int nullOnBothSides(void) {
  PGconn *c = PQconnectdb("");
  if (c == NULL && step())
    return -1;
  if (c != NULL)
    PQfinish(c);
  return 0;
}

int negatedAnd(void) {
  PGconn *c = PQconnectdb("");
  if (!(c && PQstatus(c) == CONNECTION_OK)) {
    PQfinish(c);
    return -1;
  }
  PQfinish(c);
  return 0;
}

int negatedAndForgets(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (!(c && PQstatus(c) == CONNECTION_OK))
    return -1;
  PQfinish(c);
  return 0;
}

int deMorgan(void) {
  PGconn *c = PQconnectdb("");
  if (!(c == NULL || step())) {
    PQfinish(c);
    return 0;
  }
  PQfinish(c);
  return -1;
}

int acquiredOnRightSide(void) {
  PGconn *c = NULL;
  if (step() && (c = PQconnectdb("")) != NULL)
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    return 0;
  return -1;
}

int acquiredOnRightSideReleased(void) {
  PGconn *c = NULL;
  if (step() && (c = PQconnectdb("")) != NULL) {
    PQfinish(c);
    return 0;
  }
  return -1;
}

int bothNonNull(void) {
  PGconn *a = PQconnectdb("dbname=a");
  PGconn *b = PQconnectdb("dbname=b");
  if (a && b)
    step();
  if (a)
    PQfinish(a);
  if (b)
    PQfinish(b);
  return 0;
}

int releasedTogetherOnly(void) {
  PGconn *a = PQconnectdb("dbname=a");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'a' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  PGconn *b = PQconnectdb("dbname=b");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'b' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (a && b) {
    PQfinish(a);
    PQfinish(b);
  }
  return 0;
}
