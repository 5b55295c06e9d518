// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// The conditional operator, and GNU's without a middle, around acquisitions
// and releases.

#include "libpq-fe.h"
#include <stddef.h>

int step(void);

void eitherAcquires(int first) {
  PGconn *c = first ? PQconnectdb("dbname=a") : PQconnectdb("dbname=b");
  PQfinish(c);
}

void oneAcquires(int first) {
  PGconn *c = first ? PQconnectdb("") : NULL;
  if (c)
    PQfinish(c);
}

void oneAcquiresForgotten(int first) {
  PGconn *c = first ? PQconnectdb("") : NULL;
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  step();
}

void oneAcquiresSameCondition(int first) {
  PGconn *c = first ? PQconnectdb("") : NULL;
  if (first)
    PQfinish(c);
}

void fallback(void) {
  PGconn *c = PQconnectdb("dbname=a") ?: PQconnectdb("dbname=b");
  PQfinish(c);
}

void fallbackToGiven(PGconn *given) {
  PGconn *own = NULL;
  PGconn *c = given ?: (own = PQconnectdb(""));
  PQstatus(c);
  PQfinish(own);
}

int releasesOnOneSide(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  return step() ? (PQfinish(c), 0) : -1;
}

int releasesOnBothSides(void) {
  PGconn *c = PQconnectdb("");
  return step() ? (PQfinish(c), 0) : (PQfinish(c), -1);
}

void andReleases(void) {
  PGconn *c = PQconnectdb("");
  (void)(c && (PQfinish(c), 1));
}

void orReleases(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  (void)(step() || (PQfinish(c), 1));
}
