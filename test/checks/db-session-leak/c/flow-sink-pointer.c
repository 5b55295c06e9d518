// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// The handle is passed through a pointer to a function of this file.

#include "libpq-fe.h"
#include <stddef.h>
#include <stdlib.h>

int step(void);
void say(const char *text);

static void badSink(PGconn *data) { PQstatus(data); }

static void goodSink(PGconn *data) {
  if (data != NULL)
    PQfinish(data);
}

void bad(void) {
  void (*sink)(PGconn *) = badSink;
  PGconn *data = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: session 'data' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  sink(data);
}

void good(void) {
  void (*sink)(PGconn *) = goodSink;
  PGconn *data = PQconnectdb("");
  sink(data);
}
