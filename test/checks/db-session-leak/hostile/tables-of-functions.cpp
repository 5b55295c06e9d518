// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20
// A constant table of functions says which one is called.

#include "libpq-fe.h"

static void look(PGconn *Conn) { PQstatus(Conn); }
static void close(PGconn *Conn) { PQfinish(Conn); }

typedef void (*Action)(PGconn *);
static const Action Actions[] = {look, close};
struct Operations {
  Action Look, Close;
};
static const Operations Methods = {look, &close};

void closed() {
  PGconn *Conn = PQconnectdb("");
  Actions[1](Conn);
}

void lookedAt() {
  PGconn *Conn = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:18: warning: session 'Conn' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+2]]:1: note: the function ends without 'PQfinish'
  Actions[0](Conn);
}

void closedByField() {
  PGconn *Conn = PQconnectdb("");
  Methods.Close(Conn);
}

void lookedAtByField() {
  PGconn *Conn = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:18: warning: session 'Conn' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+2]]:1: note: the function ends without 'PQfinish'
  Methods.Look(Conn);
}
