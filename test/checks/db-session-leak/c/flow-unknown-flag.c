// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Conditions on a variable of another file: both answers are possible, the
// same one twice.

#include "libpq-fe.h"
#include <stddef.h>
#include <stdlib.h>

int step(void);
void say(const char *text);

extern const int GlobalFlag;
int globalAnswer(void);

void bad(void) {
  PGconn *data = NULL;
  if (GlobalFlag)
    data = PQconnectdb("");
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: session 'data' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (GlobalFlag)
    step();
}

void good(void) {
  PGconn *data = NULL;
  if (GlobalFlag)
    data = PQconnectdb("");
  if (GlobalFlag)
    PQfinish(data);
}

void badAnswer(void) {
  PGconn *data = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: session 'data' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (globalAnswer())
    step();
  else
    PQfinish(data);
}

void goodAnswer(void) {
  PGconn *data = PQconnectdb("");
  if (globalAnswer())
    PQfinish(data);
  else
    PQfinish(data);
}

void badEitherSource(void) {
  PGconn *data = NULL;
  if (globalAnswer())
    data = PQconnectdb("dbname=a");
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: session 'data' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  else
    data = PQconnectdb("dbname=b");
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: session 'data' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  step();
}

void goodEitherSource(void) {
  PGconn *data = NULL;
  if (globalAnswer())
    data = PQconnectdb("dbname=a");
  else
    data = PQconnectdb("dbname=b");
  PQfinish(data);
}
