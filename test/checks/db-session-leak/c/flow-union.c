// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// The handle travels through a union.

#include "libpq-fe.h"
#include <stddef.h>
#include <stdlib.h>

int step(void);
void say(const char *text);

typedef union {
  PGconn *first;
  PGconn *second;
} Both;

void good(void) {
  PGconn *data = NULL;
  Both both;
  data = PQconnectdb("");
  both.first = data;
  {
    PGconn *data = both.second;
    if (data != NULL)
      PQfinish(data);
  }
}
