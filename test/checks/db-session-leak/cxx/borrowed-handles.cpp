// RUN: %check_dbtidy %s db-session-leak %t -std=c++17,c++20,c++23

// Handles that belong to someone else are nobody's leak here.
#include "libpq-fe.h"
#include <memory>
#include <vector>

void mayThrow();
struct Finisher {
  void operator()(PGconn *c) const { PQfinish(c); }
};
using Connection = std::unique_ptr<PGconn, Finisher>;
Connection makeConnection();
std::shared_ptr<PGconn> sharedConnection();
struct Session {
  PGconn *native() const;
  PGconn *Field;
  PGconn *&slot() noexcept;
};
Session &currentSession() noexcept;

void parameter(PGconn *c, bool bad) {
  if (bad)
    throw 1;
  PQreset(c);
}

void fromAnOwner(const Connection &owner) {
  PGconn *c = owner.get();
  mayThrow();
  PQreset(c);
}

void fromAFactory() {
  auto owner = makeConnection();
  PGconn *c = owner.get();
  mayThrow();
  PQreset(c);
}

void fromASharedFactory() {
  auto owner = sharedConnection();
  mayThrow();
  PQreset(owner.get());
}

int fromAnAccessor(const Session &s, bool bad) {
  auto *c = s.native();
  if (bad)
    return -1;
  return PQserverVersion(c);
}

int fromAField(const Session &s) {
  PGconn *c = s.Field;
  mayThrow();
  return PQserverVersion(c);
}

void replacesTheSlot(Session &s) {
  PQfinish(s.slot());
  s.slot() = PQconnectdb("");
}

void storesThroughACall() { currentSession().Field = PQconnectdb(""); }

void firstOfMany(const std::vector<PGconn *> &all) {
  PGconn *c = all.front();
  mayThrow();
  PQreset(c);
}

void closesAParameter(PGconn *c) {
  mayThrow();
  PQfinish(c);
}

void resultOfABorrowedConnection(const Session &s) {
  PGresult *res = PQexec(s.Field, "SELECT 1");
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: result 'res' acquired by 'PQexec' is not released on every path [db-session-leak]
  mayThrow();
  PQclear(res);
}
