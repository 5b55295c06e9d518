// RUN: %check_dbtidy %s db-use-after-release,db-double-release,db-mismatched-release %t -std=c11,c17

// Uses and releases inside other functions.

#include "libpq-fe.h"
#include <mysql/mysql.h>
#include <stdlib.h>

// A function of this file.
static void ask(PGconn *c) { PQclear(PQexec(c, "SELECT 1")); }
static void askAgain(PGconn *c) { ask(c); }
static void askMaybe(PGconn *c, int really) {
  if (really)
    ask(c);
}
static int isSet(PGconn *c) { return c != NULL; }

void helper(const char *where) {
  PGconn *c = PQconnectdb(where);
  PQfinish(c);
  ask(c);
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: session 'c' is used by 'ask' after its release [db-use-after-release]
  // CHECK-NOTES: :[[@LINE-3]]:3: note: 'c' is released here
}

void helperOfHelper(const char *where) {
  PGconn *c = PQconnectdb(where);
  PQfinish(c);
  askAgain(c);
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: session 'c' is used by 'askAgain' after its release [db-use-after-release]
  // CHECK-NOTES: :[[@LINE-3]]:3: note: 'c' is released here
}

void helperThatNeedNot(const char *where) {
  PGconn *c = PQconnectdb(where);
  PQfinish(c);
  askMaybe(c, 0);
}

void helperThatCompares(const char *where) {
  PGconn *c = PQconnectdb(where);
  PQfinish(c);
  isSet(c);
}

void helperBefore(const char *where) {
  PGconn *c = PQconnectdb(where);
  ask(c);
  PQfinish(c);
}

// A function that is not visible and only sounds like a release.
void closeSession(PGconn *c);
static void stop(PGconn *c) { closeSession(c); }

void named(const char *where) {
  PGconn *c = PQconnectdb(where);
  closeSession(c);
  PQfinish(c);
}

void namedInHelper(const char *where) {
  PGconn *c = PQconnectdb(where);
  stop(c);
  PQfinish(c);
}

void namedThenUsed(const char *where) {
  PGconn *c = PQconnectdb(where);
  stop(c);
  ask(c);
}

// A release in a helper is one.
static void finish(PGconn *c) { PQfinish(c); }

void twice(const char *where) {
  PGconn *c = PQconnectdb(where);
  finish(c);
  finish(c);
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: session 'c' is released twice [db-double-release]
  // CHECK-NOTES: :[[@LINE-3]]:3: note: 'c' is released here
}

// A struct that is initialised in place can be initialised again, and its
// memory is another matter.
void inPlace(const char *host) {
  MYSQL *m = malloc(sizeof *m);
  if (!m)
    return;
  mysql_init(m);
  mysql_close(m);
  free(m);
}

void inPlaceAgain(const char *host) {
  MYSQL m;
  mysql_init(&m);
  mysql_close(&m);
  mysql_init(&m);
  mysql_real_connect(&m, host, 0, 0, 0, 0, 0, 0);
  mysql_close(&m);
}
