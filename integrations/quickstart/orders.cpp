// A service that loses one connection for every order that fails: the second
// way out, and the call that may throw, both miss PQfinish().
#include <libpq-fe.h>
#include <stdexcept>

void audit(int Order);

void place(const char *Where, int Order) {
  PGconn *session = PQconnectdb(Where);
  if (PQstatus(session) != CONNECTION_OK)
    throw std::runtime_error("no database");
  audit(Order);
  PQfinish(session);
}

// The same; nothing is lost, though no owner sees to that.
void placeSafely(const char *Where, int Order) {
  PGconn *session = PQconnectdb(Where);
  if (PQstatus(session) != CONNECTION_OK) {
    PQfinish(session);
    throw std::runtime_error("no database");
  }
  PQfinish(session);
  audit(Order);
}
