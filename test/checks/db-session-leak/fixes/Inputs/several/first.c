#include "session.h"

int first(PGconn *c) {
  PGresult *r = PQexec(c, "SELECT 1");
  if (PQntuples(r) == 0)
    return 1;
  PQclear(r);
  return ping("first");
}
