// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Several names for one handle.

#include "libpq-fe.h"
#include <stddef.h>
#include <stdint.h>

int step(void);

void copyReleased(void) {
  PGconn *p = PQconnectdb("");
  PGconn *q = p;
  PQfinish(q);
}

void assignedReleased(void) {
  PGconn *p = PQconnectdb(""), *q;
  q = p;
  PQfinish(q);
}

void copyOnOnePath(void) {
  PGconn *p = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'p' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  PGconn *q = p;
  if (step())
    return;
  PQfinish(q);
}

void chain(void) {
  PGconn *a, *b, *c;
  a = b = c = PQconnectdb("");
  PQfinish(a);
}

void oneNameNulled(void) {
  PGconn *p = PQconnectdb("");
  PGconn *q = p;
  p = NULL;
  PQfinish(q);
}

void bothNamesNulled(void) {
  PGconn *p = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'p' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  PGconn *q = p;
  p = NULL;
  q = NULL;
  step();
}

void aliasTested(void) {
  PGconn *p = PQconnectdb("");
  PGconn *q = p;
  if (q == NULL)
    return;
  PQfinish(p);
}

void swapped(void) {
  PGconn *a = PQconnectdb("dbname=a");
  PGconn *b = PQconnectdb("dbname=b");
  PGconn *t = a;
  a = b;
  b = t;
  PQfinish(a);
  PQfinish(b);
}

void swappedOneForgotten(void) {
  PGconn *a = PQconnectdb("dbname=a");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'a' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  PGconn *b = PQconnectdb("dbname=b");
  PGconn *t = a;
  a = b;
  b = t;
  PQfinish(a);
}

void renewed(void) {
  PGconn *current = PQconnectdb("");
  PGconn *fresh = PQconnectdb("");
  PQfinish(current);
  current = fresh;
  step();
  PQfinish(current);
}

void throughPointer(void) {
  PGconn *c = PQconnectdb("");
  PGconn **p = &c;
  PQfinish(*p);
}

void chosen(int first) {
  PGconn *a = PQconnectdb("dbname=a");
  PGconn *b = PQconnectdb("dbname=b");
  PGconn *use = first ? a : b;
  PQstatus(use);
  PQfinish(a);
  PQfinish(b);
}
