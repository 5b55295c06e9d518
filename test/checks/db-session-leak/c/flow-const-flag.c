// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Conditions on constant variables of this file.

#include "libpq-fe.h"
#include <stddef.h>
#include <stdlib.h>

int step(void);
void say(const char *text);
static const int ConstTrue = 1;
static const int ConstFalse = 0;

void bad(void) {
  PGconn *data = NULL;
  if (ConstTrue)
    data = PQconnectdb("");
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: session 'data' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (ConstTrue) {
    step();
  }
}

void badReleaseNeverReached(void) {
  PGconn *data = NULL;
  if (ConstTrue)
    data = PQconnectdb("");
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: session 'data' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (ConstFalse)
    PQfinish(data);
}

void goodInElse(void) {
  PGconn *data = NULL;
  if (ConstTrue)
    data = PQconnectdb("");
  if (ConstFalse) {
    say("never");
  } else {
    if (data != NULL)
      PQfinish(data);
  }
}

void goodInThen(void) {
  PGconn *data = NULL;
  if (ConstTrue)
    data = PQconnectdb("");
  if (ConstTrue) {
    if (data != NULL)
      PQfinish(data);
  }
}

void goodSource(void) {
  PGconn *data = NULL;
  if (ConstFalse) {
    data = PQconnectdb("");
  } else {
    say("nothing to release");
  }
  if (ConstTrue)
    step();
}
