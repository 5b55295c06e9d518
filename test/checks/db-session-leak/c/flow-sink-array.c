// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// The handle is passed in an array to a function of this file.

#include "libpq-fe.h"
#include <stddef.h>
#include <stdlib.h>

int step(void);
void say(const char *text);

static void goodSink(PGconn *array[]) {
  PGconn *data = array[2];
  if (data != NULL)
    PQfinish(data);
}

void good(void) {
  PGconn *array[5];
  PGconn *data = PQconnectdb("");
  array[2] = data;
  goodSink(array);
}
