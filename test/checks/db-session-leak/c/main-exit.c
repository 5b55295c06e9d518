// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Leaving the process from main is no way out of a function.

#include "libpq-fe.h"
#include <stdlib.h>

int main(int argc, char **argv) {
  PGconn *c = PQconnectdb("");
  if (argc < 2)
    exit(1);
  if (PQstatus(c) != CONNECTION_OK)
    exit(2);
  PQfinish(c);
  return 0;
}
