// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Jumps into loops, irreducible loops, labels in switches.

#include "libpq-fe.h"
#include <stddef.h>

int step(void);

int intoLoop(int n) {
  PGconn *c = PQconnectdb("");
  if (n)
    goto inside;
  while (step()) {
    step();
  inside:
    step();
  }
  PQfinish(c);
  return 0;
}

int intoLoopForgotten(int n) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (n)
    goto inside;
  while (step()) {
    step();
  inside:
    if (step())
      return 1;
  }
  PQfinish(c);
  return 0;
}

int irreducible(int n) {
  PGconn *c = PQconnectdb("");
  if (n)
    goto second;
first:
  if (step())
    goto out;
second:
  if (step())
    goto first;
out:
  PQfinish(c);
  return 0;
}

int irreducibleForgotten(int n) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (n)
    goto second;
first:
  if (step())
    return 1;
second:
  if (step())
    goto first;
  PQfinish(c);
  return 0;
}

int duff(PGconn *c, int n) {
  PGresult *r = PQexec(c, "select 1");
  int turns = (n + 3) / 4;
  switch (n % 4) {
  case 0:
    do {
      step();
      /* fall through */
    case 3:
      step();
      /* fall through */
    case 2:
      step();
      /* fall through */
    case 1:
      step();
    } while (--turns > 0);
  }
  PQclear(r);
  return 0;
}

int caseRange(int n) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  switch (n) {
  case 0 ... 3:
    PQfinish(c);
    break;
  case 4:
    return 4;
  default:
    PQfinish(c);
  }
  return 0;
}

int jumpBetweenCases(int n) {
  PGconn *c = PQconnectdb("");
  switch (n) {
  case 0:
    goto shared;
  case 1:
    step();
  shared:
  default:
    PQfinish(c);
  }
  return 0;
}

int jumpBackToRelease(int n) {
  PGconn *c = PQconnectdb("");
  goto work;
out:
  PQfinish(c);
  return n;
work:
  if (step())
    goto out;
  n = step();
  goto out;
}
