// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A function that is not visible borrows, unless its name says otherwise.

#include "libpq-fe.h"

int audit(PGconn *c);
int logRow(PGresult *r);
void freezeSettings(PGconn *c);
void discloseName(PGconn *c);
int writeAll(const char *what, PGconn *c, int n);
void anything(void *p);
int printer(const char *format, ...);

int argument(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  return audit(c);
}

int argumentReleased(void) {
  PGconn *c = PQconnectdb("");
  int rc = audit(c);
  PQfinish(c);
  return rc;
}

int secondArgument(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  return writeAll("x", c, 3);
}

void throughVoid(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  anything(c);
}

void throughVoidReleased(void) {
  PGconn *c = PQconnectdb("");
  anything(c);
  PQfinish(c);
}

int variadic(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  return printer("%p\n", (void *)c);
}

void namesThatOnlyLookAlike(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  freezeSettings(c);
  discloseName(c);
}

void result(PGconn *c) {
  PGresult *r = PQexec(c, "select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
  logRow(r);
}

void libraryUses(PGconn *c) {
  PGresult *r = PQexec(c, "select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
  PQntuples(r);
  PQgetvalue(r, 0, 0);
  PQresultErrorMessage(r);
}
