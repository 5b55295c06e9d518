// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// The address of the handle is passed to a function of this file as a void
// pointer.

#include "libpq-fe.h"
#include <stddef.h>
#include <stdlib.h>

int step(void);
void say(const char *text);

static void goodSink(void *where) {
  PGconn **typed = (PGconn **)where;
  PGconn *data = (*typed);
  if (data != NULL)
    PQfinish(data);
}

void good(void) {
  PGconn *data = PQconnectdb("");
  goodSink(&data);
}
