// RUN: %check_dbtidy %s db-raw-session %t -std=c11,c17
// C has no owners.
#include <libpq-fe.h>

int ping(const char *where) {
  PGconn *c = PQconnectdb(where);
  int status = PQstatus(c);
  PQfinish(c);
  return status;
}
