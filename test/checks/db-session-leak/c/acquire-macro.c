// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Acquisitions written through macros of the project.

#include "libpq-fe.h"

#define CONNECT() PQconnectdb("")
#define QUERY(c) PQexec((c), "select 1")
#define TRY(e)                                                                 \
  do {                                                                         \
    if (!(e))                                                                  \
      goto fail;                                                               \
  } while (0)

int step(void);

void acquired(void) {
  PGconn *c = CONNECT();
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  step();
}

void acquiredReleased(void) {
  PGconn *c = CONNECT();
  PQfinish(c);
}

int tried(void) {
  PGconn *c = 0;
  PGresult *r = 0;
  TRY(c = CONNECT());
  TRY(r = QUERY(c));
  PQclear(r);
  PQfinish(c);
  return 0;
fail:
  PQclear(r);
  PQfinish(c);
  return -1;
}
