// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17
// An array that a loop fills and another loop, or a helper, releases: what
// leaves in between leaks, what leaves later may not.

#include "libpq-fe.h"
#include <stdlib.h>

int step(void);

int between(void) {
  PGconn *a[4];
  for (int i = 0; i < 4; ++i)
    a[i] = PQconnectdb("");
    // CHECK-NOTES: :[[@LINE-1]]:12: warning: session 'a[i]' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    // CHECK-NOTES: :[[@LINE-3]]:19: note: leaving the loop
  if (step())
    // CHECK-NOTES: :[[@LINE-1]]:7: note: taking the true branch
    return 1;
    // CHECK-NOTES: :[[@LINE-1]]:5: note: 'return' leaves the function without 'PQfinish'
  for (int i = 0; i < 4; ++i)
    PQfinish(a[i]);
  return 0;
}

int betweenReleased(void) {
  PGconn *a[4];
  for (int i = 0; i < 4; ++i)
    a[i] = PQconnectdb("");
  int failed = step();
  for (int i = 0; i < 4; ++i)
    PQfinish(a[i]);
  return failed;
}

int whileFilling(int n) {
  PGconn **a = malloc(n * sizeof *a);
  for (int i = 0; i < n; ++i) {
    a[i] = PQconnectdb("");
    // CHECK-NOTES: :[[@LINE-1]]:12: warning: session 'a[i]' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    if (PQstatus(a[i]) != CONNECTION_OK) {
      // CHECK-NOTES: :[[@LINE-1]]:9: note: taking the true branch
      free(a);
      // CHECK-NOTES: :[[@LINE-1]]:7: note: the value is discarded without 'PQfinish'
      return 1;
    }
  }
  for (int i = 0; i < n; ++i)
    PQfinish(a[i]);
  free(a);
  return 0;
}

int whileFillingReleased(int n) {
  PGconn *a[8];
  int i;
  for (i = 0; i < n; ++i) {
    a[i] = PQconnectdb("");
    if (PQstatus(a[i]) != CONNECTION_OK) {
      do
        PQfinish(a[i]);
      while (i-- > 0);
      return -1;
    }
  }
  for (i = 0; i < n; ++i)
    PQfinish(a[i]);
  return 0;
}

int whatWasOpened(int n) {
  PGconn *a[8];
  int i, opened = 0;
  for (i = 0; i < n; ++i) {
    a[i] = PQconnectdb("");
    if (PQstatus(a[i]) != CONNECTION_OK) {
      PQfinish(a[i]);
      break;
    }
    ++opened;
  }
  for (i = 0; i < opened; ++i)
    PQfinish(a[i]);
  return 0;
}

int oneWayOut(void) {
  PGconn *a[8] = {0};
  int i, rc = -1;
  for (i = 0; i < 8; ++i) {
    a[i] = PQconnectdb("");
    if (PQstatus(a[i]) != CONNECTION_OK)
      goto out;
  }
  rc = step();
out:
  for (i = 0; i < 8; ++i)
    if (a[i])
      PQfinish(a[i]);
  return rc;
}

static void finishAll(PGconn **a, int n) {
  for (int i = 0; i < n; ++i)
    PQfinish(a[i]);
}

void byHelper(void) {
  PGconn *a[4];
  for (int i = 0; i < 4; ++i)
    a[i] = PQconnectdb("");
  finishAll(a, 4);
}

void byHelperFromFirst(int n) {
  PGconn **a = malloc(n * sizeof *a);
  for (int i = 0; i < n; ++i)
    a[i] = PQconnectdb("");
  finishAll(&a[0], n);
  free(a);
}

int beforeHelper(void) {
  PGconn *a[4];
  for (int i = 0; i < 4; ++i)
    a[i] = PQconnectdb("");
    // CHECK-NOTES: :[[@LINE-1]]:12: warning: session 'a[i]' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    // CHECK-NOTES: :[[@LINE-3]]:19: note: leaving the loop
  if (step())
    // CHECK-NOTES: :[[@LINE-1]]:7: note: taking the true branch
    return 1;
    // CHECK-NOTES: :[[@LINE-1]]:5: note: 'return' leaves the function without 'PQfinish'
  finishAll(a, 4);
  return 0;
}
