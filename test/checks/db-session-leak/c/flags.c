// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Conditions that agree with each other: what one branch acquires, a later
// branch with the same condition releases.

#include "libpq-fe.h"
#include <stdbool.h>
#include <stddef.h>

int step(void);

void sameParameter(int wanted) {
  PGconn *c = NULL;
  if (wanted)
    c = PQconnectdb("");
  step();
  if (wanted)
    PQfinish(c);
}

void oppositeParameter(int wanted) {
  PGconn *c = NULL;
  if (wanted)
    c = PQconnectdb("");
    // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  step();
  if (!wanted)
    PQfinish(c);
}

void ownFlag(void) {
  PGconn *c = NULL;
  bool opened = false;
  if (step()) {
    c = PQconnectdb("");
    opened = true;
  }
  step();
  if (opened)
    PQfinish(c);
}

void ownFlagForgotten(void) {
  PGconn *c = NULL;
  bool opened = false;
  if (step()) {
    c = PQconnectdb("");
    // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    if (step())
      opened = true;
  }
  if (opened)
    PQfinish(c);
}

void releasedFlag(void) {
  bool released = false;
  PGconn *c = PQconnectdb("");
  if (step()) {
    PQfinish(c);
    released = true;
  }
  if (!released)
    PQfinish(c);
}

void releasedFlagWrong(void) {
  bool released = false;
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (step())
    released = true;
  if (!released)
    PQfinish(c);
}

void enumeratedMode(int mode) {
  PGconn *c = NULL;
  if (mode == 2)
    c = PQconnectdb("");
  step();
  if (mode == 2)
    PQfinish(c);
}

void enumeratedModeOther(int mode) {
  PGconn *c = NULL;
  if (mode == 2)
    c = PQconnectdb("");
    // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  step();
  if (mode == 3)
    PQfinish(c);
}

void switchThenIf(int mode) {
  PGconn *c = NULL;
  switch (mode) {
  case 1:
    c = PQconnectdb("");
    break;
  default:
    break;
  }
  if (mode == 1)
    PQfinish(c);
}

void flagChangedBetween(int wanted) {
  PGconn *c = NULL;
  if (wanted)
    c = PQconnectdb("");
    // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  wanted = step();
  if (wanted)
    PQfinish(c);
}

int resultCode(void) {
  int rc = 0;
  PGconn *c = PQconnectdb("");
  if (PQstatus(c) != CONNECTION_OK) {
    PQfinish(c);
    rc = -1;
  }
  if (rc == 0) {
    step();
    PQfinish(c);
  }
  return rc;
}

int resultCodeForgotten(void) {
  int rc = 0;
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (PQstatus(c) != CONNECTION_OK)
    rc = -1;
  if (rc == 0) {
    step();
    PQfinish(c);
  }
  return rc;
}

PGconn *keepIfGood(void) {
  bool good = false;
  PGconn *c = PQconnectdb("");
  if (PQstatus(c) == CONNECTION_OK)
    good = true;
  if (good)
    return c;
  PQfinish(c);
  return NULL;
}

PGconn *keepIfGoodForgotten(void) {
  bool good = false;
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (PQstatus(c) == CONNECTION_OK)
    good = true;
  if (good)
    return c;
  return NULL;
}

void borrowedOrOwned(PGconn *given) {
  PGconn *c = given;
  bool own = false;
  if (c == NULL) {
    c = PQconnectdb("");
    own = true;
  }
  step();
  if (own)
    PQfinish(c);
}

void borrowedOrOwnedForgotten(PGconn *given) {
  PGconn *c = given;
  if (c == NULL)
    c = PQconnectdb("");
    // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  step();
}

void borrowedOrOwnedCompared(PGconn *given) {
  PGconn *c = given;
  if (given == NULL)
    c = PQconnectdb("");
  step();
  if (given == NULL)
    PQfinish(c);
}

void twoFlags(int first, int second) {
  PGconn *a = NULL, *b = NULL;
  if (first)
    a = PQconnectdb("dbname=a");
  if (second)
    b = PQconnectdb("dbname=b");
  step();
  if (second)
    PQfinish(b);
  if (first)
    PQfinish(a);
}

void twoFlagsMixedUp(int first, int second) {
  PGconn *a = NULL, *b = NULL;
  if (first)
    a = PQconnectdb("dbname=a");
    // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: session 'a' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (second)
    b = PQconnectdb("dbname=b");
  step();
  if (second) {
    PQfinish(b);
    PQfinish(a);
  }
}
