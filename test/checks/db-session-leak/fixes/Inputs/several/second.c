#include "session.h"

void second(PGconn *c) {
  PQexec(c, "SELECT 2");
  ping("second");
}
