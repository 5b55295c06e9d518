// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// Lambdas in methods: they capture the object, and leak on their own.
#include "libpq-fe.h"

void mayThrow();
extern "C" bool ready(PGconn *);

class Service {
  PGconn *Conn = nullptr;

public:
  void openInALambda() {
    auto open = [this] { Conn = PQconnectdb(""); };
    open();
  }
  void closeInALambda() {
    auto close = [this] {
      PQfinish(Conn);
      Conn = nullptr;
    };
    close();
  }
  void leaksInALambda() {
    auto query = [this](const char *sql) {
      PGresult *res = PQexec(Conn, sql);
// CHECK-MESSAGES: :[[@LINE-1]]:23: warning: result 'res' acquired by 'PQexec' is not released on every path [db-session-leak]
      if (PQresultStatus(res) != PGRES_TUPLES_OK)
        return -1;
      PQclear(res);
      return 0;
    };
    query("SELECT 1");
  }
  void clearsInALambda() {
    auto query = [this](const char *sql) {
      PGresult *res = PQexec(Conn, sql);
      bool good = PQresultStatus(res) == PGRES_TUPLES_OK;
      PQclear(res);
      return good;
    };
    query("SELECT 1");
  }
};

void nestedLambdas() {
  auto outer = [] {
    PGconn *a = PQconnectdb("a");
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'a' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    auto inner = [](bool bad) {
      PGconn *b = PQconnectdb("b");
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: session 'b' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
      if (bad)
        return;
      PQfinish(b);
    };
    if (!ready(a))
      return;
    PQfinish(a);
    inner(false);
  };
  outer();
}

void localClassMethod() {
  struct Local {
    static void leaks(bool bad) {
      PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
      if (bad)
        return;
      PQfinish(c);
    }
    static void releases() {
      PGconn *c = PQconnectdb("");
      PQfinish(c);
    }
  };
  Local::leaks(false);
  Local::releases();
}
