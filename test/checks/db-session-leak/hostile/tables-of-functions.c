// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17
// The function that is called stands in a constant table, was chosen before, or
// is passed along.

#include "libpq-fe.h"

int step(void);
static void hangUp(PGconn *c) { PQfinish(c); }
static void look(PGconn *c) { PQstatus(c); }

struct Ops {
  void (*end)(PGconn *);
  void (*ask)(PGconn *);
};
static const struct Ops Table = {.end = PQfinish, .ask = look};
static const struct Ops *const Pointer = &Table;
static void (*const Steps[])(PGconn *) = {look, hangUp};

void fieldReleases(void) {
  PGconn *c = PQconnectdb("");
  Table.end(c);
}

void fieldLooks(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+2]]:1: note: the function ends without 'PQfinish'
  Table.ask(c);
}

void throughPointer(void) {
  PGconn *c = PQconnectdb("");
  Pointer->end(c);
}

void elementReleases(void) {
  PGconn *c = PQconnectdb("");
  Steps[1](c);
}

void elementLooks(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+2]]:1: note: the function ends without 'PQfinish'
  Steps[0](c);
}

void chosen(void) {
  PGconn *c = PQconnectdb("");
  void (*f)(PGconn *) = step() ? PQfinish : hangUp;
  f(c);
}

void chosenMayLook(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+2]]:25: note: taking the false branch
  // CHECK-NOTES: :[[@LINE+3]]:1: note: the function ends without 'PQfinish'
  void (*f)(PGconn *) = step() ? PQfinish : look;
  f(c);
}

static void with(PGconn *c, void (*f)(PGconn *)) { f(c); }

void passedReleases(void) {
  PGconn *c = PQconnectdb("");
  with(c, PQfinish);
}

void passedLooks(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+2]]:1: note: the function ends without 'PQfinish'
  with(c, look);
}

static void withAny(void (*f)(void *), void *data) { f(data); }
static void hangUpAny(void *data) { PQfinish(data); }
static void lookAny(void *data) { PQstatus(data); }

void userDataReleased(void) {
  PGconn *c = PQconnectdb("");
  withAny(hangUpAny, c);
}

void userDataLookedAt(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+2]]:1: note: the function ends without 'PQfinish'
  withAny(lookAny, c);
}
