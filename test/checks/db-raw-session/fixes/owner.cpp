// RUN: %check_dbtidy %s db-raw-session %t -std=c++11-or-later -fix-alone
// ORACLE-CLEAN: *
#include <libpq-fe.h>
#include <stdexcept>

void audit(int order) noexcept;

int at_the_end(const char *where) {
  PGconn *session = PQconnectdb(where);
  int status = PQstatus(session);
  audit(status);
  PQfinish(session);
  return status;
}

int on_each_return(const char *where, int order) {
  PGconn *session = PQconnectdb(where);
  if (PQstatus(session) != CONNECTION_OK) {
    PQfinish(session);
    return 1;
  }
  if (order == 0) {
    PQfinish(session);
    throw std::runtime_error("no order");
  }
  PQfinish(session);
  return 0;
}
// CHECK-FIXES: #include <libpq-fe.h>
