// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A return whose expression reads the handle but does not hand it on.

#include "libpq-fe.h"
#include <stddef.h>

int step(void);

int readsCount(PGconn *c) {
  PGresult *r = PQexec(c, "select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
  return PQntuples(r);
}

int readsCountFirst(PGconn *c) {
  PGresult *r = PQexec(c, "select 1");
  int n = PQntuples(r);
  PQclear(r);
  return n;
}

int readsStatus(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  return PQstatus(c) == CONNECTION_OK;
}

int readsStatusFirst(void) {
  PGconn *c = PQconnectdb("");
  int ok = PQstatus(c) == CONNECTION_OK;
  PQfinish(c);
  return ok;
}

int comparesWithNull(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  return c != NULL;
}

int negates(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  return !c;
}

PGconn *onlySometimes(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  return step() ? c : NULL;
}

PGconn *always(void) {
  PGconn *c = PQconnectdb("");
  return step() ? c : c;
}

PGconn *otherwiseReleased(void) {
  PGconn *c = PQconnectdb("");
  if (step()) {
    PQfinish(c);
    c = NULL;
  }
  return c;
}

int releasesInComma(void) {
  PGconn *c = PQconnectdb("");
  return PQfinish(c), 0;
}

int forgetsInComma(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  return step(), 0;
}

PGconn *handsOnInComma(void) {
  PGconn *c = PQconnectdb("");
  return step(), c;
}
