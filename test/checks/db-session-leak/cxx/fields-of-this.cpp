// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// What is stored in the object belongs to the object; overwriting it while held leaks.
#include "libpq-fe.h"

void mayThrow();

class Service {
  PGconn *Conn = nullptr;
  PGconn *Pool[4] = {};
  PGresult *Last = nullptr;

public:
  void open() { Conn = PQconnectdb(""); }
  void openAndCheck() {
    Conn = PQconnectdb("");
    if (PQstatus(Conn) != CONNECTION_OK)
      throw 1;
  }
  void openThroughThis() { this->Conn = PQconnectdb(""); }
  void openLater(bool ok) {
    PGconn *c = PQconnectdb("");
    if (!ok) {
      PQfinish(c);
      return;
    }
    Conn = c;
  }
  void openLaterForgets(bool ok) {
    PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    if (!ok)
      return;
    Conn = c;
  }
  void throwsBeforeItIsStored() {
    PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    mayThrow();
    Conn = c;
  }
  void throwsAfterItIsStored() {
    PGconn *c = PQconnectdb("");
    Conn = c;
    mayThrow();
  }
  void fill() {
    for (int i = 0; i < 4; ++i)
      Pool[i] = PQconnectdb("");
  }
  void opensTwice() {
    Conn = PQconnectdb("a");
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: session '{{(.*(->|\.))?}}Conn' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    Conn = PQconnectdb("b");
  }
  void reopens() {
    PQfinish(Conn);
    Conn = PQconnectdb("");
  }
  void reopensWhenOpen() {
    if (Conn)
      PQfinish(Conn);
    Conn = PQconnectdb("");
  }
  void closes() {
    PQfinish(Conn);
    Conn = nullptr;
  }
  void usesAndForgetsALocal() {
    PGresult *res = PQexec(Conn, "SELECT 1");
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: result 'res' acquired by 'PQexec' is not released on every path [db-session-leak]
    if (PQresultStatus(res) != PGRES_TUPLES_OK)
      return;
    PQclear(Last);
    Last = res;
  }
  PGconn *lazily() {
    if (!Conn)
      Conn = PQconnectdb("");
    return Conn;
  }
};

struct Outer {
  struct Inner {
    PGconn *Conn;
  } In;
  void open() { In.Conn = PQconnectdb(""); }
};

void storesInAnotherObject(Outer &o, Outer *p) {
  o.In.Conn = PQconnectdb("");
  p->In.Conn = PQconnectdb("");
}
