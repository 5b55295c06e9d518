// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A handle received as a parameter owes nothing here.

#include "libpq-fe.h"
#include "sqlite3.h"

struct Self {
  PGconn *conn;
};
int step(void);

int uses(PGconn *c) {
  if (PQstatus(c) != CONNECTION_OK)
    return -1;
  return step();
}

int releasesOnOnePath(PGconn *c) {
  if (step())
    return -1;
  PQfinish(c);
  return 0;
}

void releasesField(struct Self *self) {
  if (step())
    PQfinish(self->conn);
}

int usesField(struct Self *self) {
  PGconn *c = self->conn;
  return PQstatus(c) == CONNECTION_OK;
}

int ownBesideParameter(PGconn *given) {
  PGconn *own = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'own' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  PQfinish(given);
  return PQstatus(own) == CONNECTION_OK;
}
