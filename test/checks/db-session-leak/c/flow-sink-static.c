// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// The handle travels through a static variable of this file.

#include "libpq-fe.h"
#include <stddef.h>
#include <stdlib.h>

int step(void);
void say(const char *text);

static PGconn *Data;

static void goodSink(void) {
  PGconn *data = Data;
  if (data != NULL)
    PQfinish(data);
}

void good(void) {
  PGconn *data = PQconnectdb("");
  Data = data;
  goodSink();
}
