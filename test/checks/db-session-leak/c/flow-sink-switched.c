// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A static flag tells the sink whether to release.

#include "libpq-fe.h"
#include <stddef.h>
#include <stdlib.h>

int step(void);
void say(const char *text);

static int Release = 0;

static void sink(PGconn *data) {
  if (Release)
    PQfinish(data);
  else
    say("not released");
}

void good(void) {
  PGconn *data = PQconnectdb("");
  Release = 1;
  sink(data);
}
