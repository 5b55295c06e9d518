// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Handles in array elements with constant indices.

#include "libpq-fe.h"

int step(void);

void oneForgotten(void) {
  PGconn *a[2];
  a[0] = PQconnectdb("dbname=a");
  a[1] = PQconnectdb("dbname=b");
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: session 'a[1]' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  PQfinish(a[0]);
}

void bothReleased(void) {
  PGconn *a[2];
  a[0] = PQconnectdb("dbname=a");
  a[1] = PQconnectdb("dbname=b");
  PQfinish(a[0]);
  PQfinish(a[1]);
}

void releasedInALoop(void) {
  PGconn *a[2];
  a[0] = PQconnectdb("dbname=a");
  a[1] = PQconnectdb("dbname=b");
  for (int i = 0; i < 2; ++i)
    PQfinish(a[i]);
}

void byInitialiser(void) {
  PGconn *a[] = {PQconnectdb("dbname=a"), PQconnectdb("dbname=b")};
  PQfinish(a[0]);
  PQfinish(a[1]);
}

int leftEarly(void) {
  PGconn *a[1];
  a[0] = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: session 'a[0]' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (step())
    return -1;
  PQfinish(a[0]);
  return 0;
}
