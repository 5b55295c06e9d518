// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A call that must fail: only whether it did is kept, and asked for later.

#include "libpq-fe.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>

void badAddress(void) {
  bool r = PQconnectdb("bad");
  if (r)
    abort();
}

void badAddressCompared(void) {
  bool r;
  r = PQconnectdb("bad") != NULL;
  if (r)
    abort();
}

void goodAddress(void) {
  bool r = PQconnectdb("good");
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: session acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (!r)
    abort();
}

bool reachable(const char *where) {
  bool r = PQconnectdb(where);
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: session acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  return r;
}
