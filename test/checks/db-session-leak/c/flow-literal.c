// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Conditions that are literals.

#include "libpq-fe.h"
#include <stddef.h>
#include <stdlib.h>

int step(void);
void say(const char *text);

void bad(void) {
  PGconn *data = NULL;
  if (1)
    data = PQconnectdb("");
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: session 'data' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (1) {
    step();
  }
}

void badReleaseNeverReached(void) {
  PGconn *data = NULL;
  if (1)
    data = PQconnectdb("");
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: session 'data' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (0)
    PQfinish(data);
}

void goodInElse(void) {
  PGconn *data = NULL;
  if (1)
    data = PQconnectdb("");
  if (0) {
    say("never");
  } else {
    if (data != NULL)
      PQfinish(data);
  }
}

void goodInThen(void) {
  PGconn *data = NULL;
  if (1)
    data = PQconnectdb("");
  if (1) {
    if (data != NULL)
      PQfinish(data);
  }
}

void goodSource(void) {
  PGconn *data = NULL;
  if (0) {
    data = PQconnectdb("");
  } else {
    say("nothing to release");
  }
  if (1)
    step();
}
