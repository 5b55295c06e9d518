// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// The handle comes from a function of this file that fills its own parameter
// and returns it.

#include "libpq-fe.h"
#include <stddef.h>
#include <stdlib.h>

int step(void);
void say(const char *text);

static PGconn *source(PGconn *data) {
  data = PQconnectdb("");
  return data;
}

void bad(void) {
  PGconn *data = NULL;
  data = source(data);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: session 'data' acquired by 'source' is not released on every path [db-session-leak]
}

void good(void) {
  PGconn *data = NULL;
  data = source(data);
  if (data != NULL)
    PQfinish(data);
}
