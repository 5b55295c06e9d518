// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Endless loops left by a break after one turn.

#include "libpq-fe.h"
#include <stddef.h>
#include <stdlib.h>

int step(void);
void say(const char *text);

void bad(void) {
  PGconn *data = NULL;
  while (1) {
    data = PQconnectdb("");
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: session 'data' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    break;
  }
  while (1) {
    step();
    break;
  }
}

void good(void) {
  PGconn *data = NULL;
  while (1) {
    data = PQconnectdb("");
    break;
  }
  while (1) {
    if (data != NULL)
      PQfinish(data);
    break;
  }
}
