// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Jumps to the next line.

#include "libpq-fe.h"
#include <stddef.h>
#include <stdlib.h>

int step(void);
void say(const char *text);

void bad(void) {
  PGconn *data = NULL;
  goto source;
source:
  data = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: session 'data' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  goto sink;
sink:
  step();
}

void good(void) {
  PGconn *data = NULL;
  goto source;
source:
  data = PQconnectdb("");
  goto sink;
sink:
  if (data != NULL)
    PQfinish(data);
}
