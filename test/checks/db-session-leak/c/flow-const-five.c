// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Conditions that compare a constant variable of this file.

#include "libpq-fe.h"
#include <stddef.h>
#include <stdlib.h>

int step(void);
void say(const char *text);
static const int ConstFive = 5;

void bad(void) {
  PGconn *data = NULL;
  if (ConstFive == 5)
    data = PQconnectdb("");
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: session 'data' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (ConstFive == 5) {
    step();
  }
}

void badReleaseNeverReached(void) {
  PGconn *data = NULL;
  if (ConstFive == 5)
    data = PQconnectdb("");
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: session 'data' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (ConstFive != 5)
    PQfinish(data);
}

void goodInElse(void) {
  PGconn *data = NULL;
  if (ConstFive == 5)
    data = PQconnectdb("");
  if (ConstFive != 5) {
    say("never");
  } else {
    if (data != NULL)
      PQfinish(data);
  }
}

void goodInThen(void) {
  PGconn *data = NULL;
  if (ConstFive == 5)
    data = PQconnectdb("");
  if (ConstFive == 5) {
    if (data != NULL)
      PQfinish(data);
  }
}

void goodSource(void) {
  PGconn *data = NULL;
  if (ConstFive != 5) {
    data = PQconnectdb("");
  } else {
    say("nothing to release");
  }
  if (ConstFive == 5)
    step();
}
