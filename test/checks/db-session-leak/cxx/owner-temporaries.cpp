// RUN: %check_dbtidy %s db-session-leak %t -std=c++17,c++20,c++23

// Owners made in the expression that acquires.
#include "libpq-fe.h"
#include <memory>
#include <optional>
#include <vector>

void mayThrow();

struct Finisher {
  void operator()(PGconn *c) const { PQfinish(c); }
};
using Connection = std::unique_ptr<PGconn, Finisher>;
class Owner {
  PGconn *Conn;

public:
  explicit Owner(PGconn *c) noexcept : Conn(c) {}
  Owner(Owner &&o) noexcept : Conn(o.Conn) { o.Conn = nullptr; }
  ~Owner() { PQfinish(Conn); }
};
void take(Connection);
struct Holder {
  Connection Conn;
  std::optional<Owner> Maybe;
};

void autoVariable() {
  auto c = Connection(PQconnectdb(""));
  mayThrow();
}

void assigned() {
  Connection c;
  c = Connection(PQconnectdb(""));
  mayThrow();
}

void argument() { take(Connection(PQconnectdb(""))); }

void movedIntoAnArgument() {
  Connection c(PQconnectdb(""));
  mayThrow();
  take(std::move(c));
}

void made() {
  auto c = std::make_unique<Owner>(PQconnectdb(""));
  mayThrow();
}

void pushedOwner(std::vector<Connection> &all) {
  all.push_back(Connection(PQconnectdb("")));
  mayThrow();
}

void optionalEmplaced() {
  std::optional<Owner> c;
  c.emplace(PQconnectdb(""));
  mayThrow();
}

void fieldOfALocal() {
  Holder h;
  h.Conn.reset(PQconnectdb(""));
  h.Maybe.emplace(PQconnectdb(""));
  mayThrow();
}

void acquiredAfterTheThrow() {
  Connection c((mayThrow(), PQconnectdb("")));
}

void conditionalOwner(bool own) {
  Connection owner;
  PGconn *c = PQconnectdb("");
  if (own)
    owner.reset(c);
  else
    PQfinish(c);
}

void conditionalOwnerForgets(bool own) {
  Connection owner;
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (own)
    owner.reset(c);
}
