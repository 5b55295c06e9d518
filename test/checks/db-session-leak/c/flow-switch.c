// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Switches over literals.

#include "libpq-fe.h"
#include <stddef.h>
#include <stdlib.h>

int step(void);
void say(const char *text);

void bad(void) {
  PGconn *data = NULL;
  switch (6) {
  case 6:
    data = PQconnectdb("");
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: session 'data' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    break;
  default:
    say("never");
    break;
  }
  switch (7) {
  case 7:
    step();
    break;
  default:
    PQfinish(data);
    break;
  }
}

void good(void) {
  PGconn *data = NULL;
  switch (6) {
  case 6:
    data = PQconnectdb("");
    break;
  default:
    say("never");
    break;
  }
  switch (7) {
  case 7:
    if (data != NULL)
      PQfinish(data);
    break;
  default:
    say("never");
    break;
  }
}

void goodInDefault(void) {
  PGconn *data = NULL;
  switch (6) {
  case 6:
    data = PQconnectdb("");
    break;
  default:
    break;
  }
  switch (8) {
  case 7:
    say("never");
    break;
  default:
    PQfinish(data);
    break;
  }
}
