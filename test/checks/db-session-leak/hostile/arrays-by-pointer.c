// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17
// Elements of an array that are reached by arithmetic, or by a pointer that
// moves.

#include "libpq-fe.h"
#include <stddef.h>

int step(void);

void arithmetic(PGconn *c) {
  PGresult *a[2];
  *a = PQexec(c, "x");
  *(a + 1) = PQexec(c, "y");
  PQclear(a[0]);
  PQclear(a[1]);
}

void arithmeticLeaks(PGconn *c) {
  PGresult *a[2];
  *a = PQexec(c, "x");
  *(a + 1) = PQexec(c, "y");
  // CHECK-NOTES: :[[@LINE-1]]:14: warning: result '*(a + 1)' acquired by 'PQexec' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+2]]:1: note: the function ends without 'PQclear'
  PQclear(*a);
}

void moving(void) {
  PGconn *all[] = {PQconnectdb("a"), NULL};
  for (PGconn **p = all; *p; p++)
    PQfinish(*p);
}

void movingOnlyLooks(void) {
  PGconn *all[] = {PQconnectdb("a"), NULL};
  // CHECK-NOTES: :[[@LINE-1]]:20: warning: session 'all[0]' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+2]]:26: note: leaving the loop
  // CHECK-NOTES: :[[@LINE+3]]:1: note: the function ends without 'PQfinish'
  for (PGconn **p = all; *p; p++)
    PQstatus(*p);
}

struct Results {
  PGresult *all[4];
};

static int fill(PGconn *c, struct Results *r) {
  for (int i = 0; i < 4; i++)
    if (!(r->all[i] = PQexec(c, "x")))
      return -1;
  return 0;
}

static void clearEach(struct Results *r, int n) {
  for (int i = 0; i < n; i++)
    PQclear(r->all[i]);
}

int filledAndCleared(PGconn *c) {
  struct Results r = {0};
  int rc = fill(c, &r);
  clearEach(&r, 4);
  return rc;
}
