// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Every spelling of a null check: where the handle is null nothing is owed.

#include "libpq-fe.h"
#include <stddef.h>

int step(void);

int notC(void) {
  PGconn *c = PQconnectdb("");
  if (!c)
    return -1;
  PQfinish(c);
  return 0;
}

int notCForgets(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (!c)
    return -1;
  return 0;
}

int equalsNull(void) {
  PGconn *c = PQconnectdb("");
  if (c == NULL)
    return -1;
  PQfinish(c);
  return 0;
}

int equalsNullForgets(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (c == NULL)
    return -1;
  return 0;
}

int nullEquals(void) {
  PGconn *c = PQconnectdb("");
  if (NULL == c)
    return -1;
  PQfinish(c);
  return 0;
}

int equalsZero(void) {
  PGconn *c = PQconnectdb("");
  if (c == 0)
    return -1;
  PQfinish(c);
  return 0;
}

int equalsCastZero(void) {
  PGconn *c = PQconnectdb("");
  if (c == (PGconn *)0)
    return -1;
  PQfinish(c);
  return 0;
}

int unequalNull(void) {
  PGconn *c = PQconnectdb("");
  if (c != NULL) {
    PQfinish(c);
    return 0;
  }
  return -1;
}

int nullUnequal(void) {
  PGconn *c = PQconnectdb("");
  if (NULL != c)
    PQfinish(c);
  return 0;
}

int nullUnequalForgets(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (NULL != c)
    return 1;
  return 0;
}

int plain(void) {
  PGconn *c = PQconnectdb("");
  if (c)
    PQfinish(c);
  return 0;
}

int plainForgets(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (c)
    return 1;
  return 0;
}

int twiceNegated(void) {
  PGconn *c = PQconnectdb("");
  if (!!c)
    PQfinish(c);
  return 0;
}

int negatedComparison(void) {
  PGconn *c = PQconnectdb("");
  if (!(c == NULL))
    PQfinish(c);
  return 0;
}

int negatedInequality(void) {
  PGconn *c = PQconnectdb("");
  if (!(c != NULL))
    return -1;
  PQfinish(c);
  return 0;
}

int parenthesised(void) {
  PGconn *c = PQconnectdb("");
  if (((!(c))))
    return -1;
  PQfinish(c);
  return 0;
}

int wrongWayRound(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (c == NULL)
    PQfinish(c);
  return 0;
}

int elseBranch(void) {
  PGconn *c = PQconnectdb("");
  if (c == NULL) {
    step();
  } else {
    PQfinish(c);
  }
  return 0;
}

int emptyThen(void) {
  PGconn *c = PQconnectdb("");
  if (!c)
    ;
  else
    PQfinish(c);
  return 0;
}

int conditionalOperator(void) {
  PGconn *c = PQconnectdb("");
  int bad = c ? 0 : 1;
  if (bad)
    return -1;
  PQfinish(c);
  return 0;
}

int releaseInConditionalOperator(void) {
  PGconn *c = PQconnectdb("");
  c ? PQfinish(c) : (void)0;
  return 0;
}

int whileNull(void) {
  PGconn *c = PQconnectdb("");
  while (!c)
    c = PQconnectdb("");
  PQfinish(c);
  return 0;
}

int whileNotNull(void) {
  PGconn *c = PQconnectdb("");
  while (c) {
    PQfinish(c);
    c = NULL;
  }
  return 0;
}
