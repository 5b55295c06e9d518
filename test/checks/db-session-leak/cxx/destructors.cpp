// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// Destructors are functions too; releasing a field there is what makes an owner.
#include "libpq-fe.h"

extern "C" bool ready(PGconn *);

struct LeaksALocal {
  ~LeaksALocal() {
    PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    if (!ready(c))
      return;
    PQfinish(c);
  }
};

struct ReleasesALocal {
  ~ReleasesALocal() {
    PGconn *c = PQconnectdb("");
    PQfinish(c);
  }
};

struct ReleasesTheField {
  PGconn *Conn = PQconnectdb("");
  ~ReleasesTheField() { PQfinish(Conn); }
};

struct ReleasesTheFieldWhenSet {
  PGconn *Conn = nullptr;
  PGresult *Res = nullptr;
  ~ReleasesTheFieldWhenSet() {
    if (Res)
      PQclear(Res);
    if (Conn != nullptr)
      PQfinish(Conn);
  }
  void open() { Conn = PQconnectdb(""); }
  void query() { Res = PQexec(Conn, "SELECT 1"); }
};

void usesThem() {
  ReleasesTheField a;
  ReleasesTheFieldWhenSet b;
  b.open();
  b.query();
}
