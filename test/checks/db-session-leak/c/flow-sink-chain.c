// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// The handle is passed down through several functions of this file.

#include "libpq-fe.h"
#include <stddef.h>
#include <stdlib.h>

int step(void);
void say(const char *text);

static void badLast(PGconn *data) { PQstatus(data); }
static void badMiddle(PGconn *data) { badLast(data); }
static void badFirst(PGconn *data) { badMiddle(data); }
static void goodLast(PGconn *data) { PQfinish(data); }
static void goodMiddle(PGconn *data) { goodLast(data); }
static void goodFirst(PGconn *data) { goodMiddle(data); }

void bad(void) {
  PGconn *data = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: session 'data' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  badFirst(data);
}

void good(void) {
  PGconn *data = PQconnectdb("");
  goodFirst(data);
}
