// Included by options-header-filter.cpp: a leak in a header.
#include "libpq-fe.h"

inline void leaksInAHeader() {
  PGconn *c = PQconnectdb("");
  PQreset(c);
}

inline void cleanInAHeader() {
  PGconn *c = PQconnectdb("");
  PQfinish(c);
}
