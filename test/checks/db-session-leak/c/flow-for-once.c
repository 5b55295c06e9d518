// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Loops that run exactly once, and never.

#include "libpq-fe.h"
#include <stddef.h>
#include <stdlib.h>

int step(void);
void say(const char *text);

void bad(void) {
  int i, j;
  PGconn *data = NULL;
  for (i = 0; i < 1; i++)
    data = PQconnectdb("");
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: session 'data' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  for (j = 0; j < 1; j++)
    step();
}

void good(void) {
  int i, k;
  PGconn *data = NULL;
  for (i = 0; i < 1; i++)
    data = PQconnectdb("");
  for (k = 0; k < 1; k++) {
    if (data != NULL)
      PQfinish(data);
  }
}
