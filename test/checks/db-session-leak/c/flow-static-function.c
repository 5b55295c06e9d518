// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Conditions that are calls of functions of this file that always answer the
// same.

#include "libpq-fe.h"
#include <stddef.h>
#include <stdlib.h>

int step(void);
void say(const char *text);
static int returnsTrue(void) { return 1; }
static int returnsFalse(void) { return 0; }

void bad(void) {
  PGconn *data = NULL;
  if (returnsTrue())
    data = PQconnectdb("");
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: session 'data' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (returnsTrue()) {
    step();
  }
}

void badReleaseNeverReached(void) {
  PGconn *data = NULL;
  if (returnsTrue())
    data = PQconnectdb("");
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: session 'data' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (returnsFalse())
    PQfinish(data);
}

void goodInElse(void) {
  PGconn *data = NULL;
  if (returnsTrue())
    data = PQconnectdb("");
  if (returnsFalse()) {
    say("never");
  } else {
    if (data != NULL)
      PQfinish(data);
  }
}

void goodInThen(void) {
  PGconn *data = NULL;
  if (returnsTrue())
    data = PQconnectdb("");
  if (returnsTrue()) {
    if (data != NULL)
      PQfinish(data);
  }
}

void goodSource(void) {
  PGconn *data = NULL;
  if (returnsFalse()) {
    data = PQconnectdb("");
  } else {
    say("nothing to release");
  }
  if (returnsTrue())
    step();
}
