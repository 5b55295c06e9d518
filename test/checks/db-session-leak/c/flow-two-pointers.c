// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// The handle travels through two pointers to one variable.

#include "libpq-fe.h"
#include <stddef.h>
#include <stdlib.h>

int step(void);
void say(const char *text);

void bad(void) {
  PGconn *data = NULL;
  PGconn **first = &data;
  PGconn **second = &data;
  {
    PGconn *data = *first;
    data = PQconnectdb("");
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: session 'data' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    *first = data;
  }
  {
    PGconn *data = *second;
    PQstatus(data);
  }
}

void good(void) {
  PGconn *data = NULL;
  PGconn **first = &data;
  PGconn **second = &data;
  {
    PGconn *data = *first;
    data = PQconnectdb("");
    *first = data;
  }
  {
    PGconn *data = *second;
    if (data != NULL)
      PQfinish(data);
  }
}
