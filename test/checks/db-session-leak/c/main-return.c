// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Returning from main is a way out.

#include "libpq-fe.h"

int main(int argc, char **argv) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (argc < 2)
    return 1;
  PQfinish(c);
  return 0;
}
