// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// The block that holds the last name of the handle ends.

#include "libpq-fe.h"

int step(void);
int audit(PGconn *c);

void innerBlock(void) {
  {
    PGconn *c = PQconnectdb("");
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    audit(c);
  }
  step();
}

void innerBlockReleased(void) {
  {
    PGconn *c = PQconnectdb("");
    audit(c);
    PQfinish(c);
  }
  step();
}

void handedToOuterName(void) {
  PGconn *outer;
  {
    PGconn *c = PQconnectdb("");
    outer = c;
  }
  audit(outer);
  PQfinish(outer);
}

void outerNameForgotten(void) {
  PGconn *outer;
  {
    PGconn *c = PQconnectdb("");
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    outer = c;
  }
  audit(outer);
}

void shadowed(void) {
  PGconn *c = PQconnectdb("");
  {
    PGconn *c = PQconnectdb("dbname=inner");
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    audit(c);
  }
  PQfinish(c);
}

void shadowedReleased(void) {
  PGconn *c = PQconnectdb("");
  {
    PGconn *c = PQconnectdb("dbname=inner");
    PQfinish(c);
  }
  PQfinish(c);
}

void innerReleasedOuterNot(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  {
    PGconn *c = PQconnectdb("dbname=inner");
    PQfinish(c);
  }
  audit(c);
}

void ifBlock(void) {
  if (step()) {
    PGconn *c = PQconnectdb("");
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    audit(c);
  }
}

void ifBlockReleased(void) {
  if (step()) {
    PGconn *c = PQconnectdb("");
    PQfinish(c);
  }
}
