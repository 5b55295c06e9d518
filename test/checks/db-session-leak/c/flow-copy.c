// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// The handle travels through a copy in an inner block.

#include "libpq-fe.h"
#include <stddef.h>
#include <stdlib.h>

int step(void);
void say(const char *text);

void bad(void) {
  PGconn *data = NULL;
  data = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: session 'data' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  {
    PGconn *copy = data;
    PGconn *data = copy;
    PQstatus(data);
  }
}

void good(void) {
  PGconn *data = NULL;
  data = PQconnectdb("");
  {
    PGconn *copy = data;
    PGconn *data = copy;
    if (data != NULL)
      PQfinish(data);
  }
}
