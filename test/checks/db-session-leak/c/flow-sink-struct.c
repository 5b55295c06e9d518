// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// The handle is passed in a struct, by value, to a function of this file.

#include "libpq-fe.h"
#include <stddef.h>
#include <stdlib.h>

int step(void);
void say(const char *text);

typedef struct {
  PGconn *first;
} Box;

static void goodSink(Box box) {
  PGconn *data = box.first;
  if (data != NULL)
    PQfinish(data);
}

void good(void) {
  Box box;
  PGconn *data = PQconnectdb("");
  box.first = data;
  goodSink(box);
}
