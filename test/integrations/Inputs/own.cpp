// Somebody's own code: compiles only when WHERE is defined.
#include <libpq-fe.h>

const char *Where = WHERE;

void forget() {
  auto *connection = PQconnectdb(Where);
  PQstatus(connection);
}
