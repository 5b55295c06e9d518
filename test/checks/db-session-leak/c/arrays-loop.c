// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Arrays of handles, filled and released in loops.

#include "libpq-fe.h"
#include <stdlib.h>

int step(void);

void loops(void) {
  PGconn *a[4];
  for (int i = 0; i < 4; ++i)
    a[i] = PQconnectdb("");
  step();
  for (int i = 0; i < 4; ++i)
    PQfinish(a[i]);
}

void loopsBackwards(void) {
  PGconn *a[4];
  int i;
  for (i = 0; i < 4; ++i)
    a[i] = PQconnectdb("");
  while (i-- > 0)
    PQfinish(a[i]);
}

void byVariable(int n) {
  PGconn *a[n];
  for (int i = 0; i < n; ++i) {
    PGconn *c = PQconnectdb("");
    a[i] = c;
  }
  for (int i = 0; i < n; ++i) {
    PGconn *c = a[i];
    PQfinish(c);
  }
}

void byPointer(void) {
  PGconn *a[4];
  for (PGconn **p = a; p < a + 4; ++p)
    *p = PQconnectdb("");
  for (PGconn **p = a; p < a + 4; ++p)
    PQfinish(*p);
}

PGconn **onTheHeap(int n) {
  PGconn **a = malloc(n * sizeof *a);
  if (!a)
    return 0;
  for (int i = 0; i < n; ++i)
    a[i] = PQconnectdb("");
  return a;
}

void oneTurnLeftOut(void) {
  PGconn *a[4];
  for (int i = 0; i < 4; ++i) {
    PGconn *c = PQconnectdb("");
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    if (PQstatus(c) != CONNECTION_OK)
      continue;
    a[i] = c;
  }
  for (int i = 0; i < 4; ++i)
    PQfinish(a[i]);
}
