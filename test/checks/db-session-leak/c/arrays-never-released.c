// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// An array of handles that nobody releases.

#include "libpq-fe.h"

int step(void);

void filled(void) {
  PGconn *a[4];
  for (int i = 0; i < 4; ++i)
    a[i] = PQconnectdb("");
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: session 'a[i]' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  step();
}
