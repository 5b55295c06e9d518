// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// The handle is overwritten by a second acquisition before the only release.

#include "libpq-fe.h"
#include <stddef.h>
#include <stdlib.h>

int step(void);
void say(const char *text);

void bad(void) {
  PGconn *data = NULL;
  data = PQconnectdb("dbname=a");
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: session 'data' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (1) {
    data = PQconnectdb("dbname=b");
    PQfinish(data);
  }
}

void good(void) {
  PGconn *data = NULL;
  data = PQconnectdb("dbname=a");
  if (1) {
    PQfinish(data);
    data = PQconnectdb("dbname=b");
    PQfinish(data);
  }
}
