// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A handle that turned out to be another variable's handle is released when
// that one is.

#include "libpq-fe.h"
#include <stdlib.h>

PGconn *pop(void);
void push(PGconn *c);
int run(PGconn *c);

void sameAsFirst(void) {
  PGconn *first = PQconnectdb("");
  push(first);
  PGconn *c = pop();
  if (!(c == first))
    abort();
  run(c);
  PQfinish(first);
}

void sameAsParameter(PGconn *first) {
  PGconn *c = PQconnectdb("");
  if (c != first)
    abort();
  run(c);
  PQfinish(first);
}

void another(PGconn *first) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (c == first)
    abort();
  PQfinish(first);
}
