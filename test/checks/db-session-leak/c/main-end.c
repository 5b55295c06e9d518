// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Falling off the end of main is a way out.

#include "libpq-fe.h"

int main(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  PQstatus(c);
}
