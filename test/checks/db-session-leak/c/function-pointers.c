// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Calls through pointers: known functions, tables whose names tell, unknown
// ones.

#include "libpq-fe.h"
#include <stddef.h>

int step(void);

struct Ops {
  int (*ping)(PGconn *c);
  void (*close)(PGconn *c);
};

void knownRelease(void) {
  void (*hangUp)(PGconn *) = PQfinish;
  PGconn *c = PQconnectdb("");
  hangUp(c);
}

void knownReleaseDereferenced(void) {
  void (*hangUp)(PGconn *) = &PQfinish;
  PGconn *c = PQconnectdb("");
  (*hangUp)(c);
}

void tableCloses(const struct Ops *ops) {
  PGconn *c = PQconnectdb("");
  ops->close(c);
}

void tablePings(const struct Ops *ops) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  ops->ping(c);
}

void tablePingsReleased(const struct Ops *ops) {
  PGconn *c = PQconnectdb("");
  ops->ping(c);
  PQfinish(c);
}

void tablePingsThenCloses(const struct Ops *ops) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (ops->ping(c) < 0)
    return;
  ops->close(c);
}
