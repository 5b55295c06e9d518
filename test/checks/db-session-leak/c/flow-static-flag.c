// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Conditions on static variables that nothing in this file changes.

#include "libpq-fe.h"
#include <stddef.h>
#include <stdlib.h>

int step(void);
void say(const char *text);
static int StaticTrue = 1;
static int StaticFalse = 0;

void bad(void) {
  PGconn *data = NULL;
  if (StaticTrue)
    data = PQconnectdb("");
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: session 'data' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (StaticTrue) {
    step();
  }
}

void badReleaseNeverReached(void) {
  PGconn *data = NULL;
  if (StaticTrue)
    data = PQconnectdb("");
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: session 'data' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (StaticFalse)
    PQfinish(data);
}

void goodInElse(void) {
  PGconn *data = NULL;
  if (StaticTrue)
    data = PQconnectdb("");
  if (StaticFalse) {
    say("never");
  } else {
    if (data != NULL)
      PQfinish(data);
  }
}

void goodInThen(void) {
  PGconn *data = NULL;
  if (StaticTrue)
    data = PQconnectdb("");
  if (StaticTrue) {
    if (data != NULL)
      PQfinish(data);
  }
}

void goodSource(void) {
  PGconn *data = NULL;
  if (StaticFalse) {
    data = PQconnectdb("");
  } else {
    say("nothing to release");
  }
  if (StaticTrue)
    step();
}
