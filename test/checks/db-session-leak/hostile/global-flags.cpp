// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20
// A global that no header announces and nothing here changes keeps its value.

#include "Inputs/announced-flag.h"
#include "libpq-fe.h"

int On = 1;
int Off = 0;
int Turned = 0;
int Announced = 0;
extern int Elsewhere;

void turn() { Turned = 1; }

void releasedWhenOn() {
  PGconn *Conn = PQconnectdb("");
  if (On)
    PQfinish(Conn);
}

void releasedUnlessOff() {
  PGconn *Conn = PQconnectdb("");
  if (Off)
    PQstatus(Conn);
  else
    PQfinish(Conn);
}

void usedWhenOn() {
  PGconn *Conn = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:18: warning: session 'Conn' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+5]]:1: note: the function ends without 'PQfinish'
  if (On)
    PQstatus(Conn);
  else
    PQfinish(Conn);
}

void changed() {
  PGconn *Conn = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:18: warning: session 'Conn' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+2]]:7: note: taking the true branch
  // CHECK-NOTES: :[[@LINE+2]]:5: note: 'return' leaves the function without 'PQfinish'
  if (Turned)
    return;
  PQfinish(Conn);
}

void announced() {
  PGconn *Conn = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:18: warning: session 'Conn' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+2]]:7: note: taking the true branch
  // CHECK-NOTES: :[[@LINE+2]]:5: note: 'return' leaves the function without 'PQfinish'
  if (Announced)
    return;
  PQfinish(Conn);
}

void elsewhere() {
  PGconn *Conn = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:18: warning: session 'Conn' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+2]]:7: note: taking the true branch
  // CHECK-NOTES: :[[@LINE+2]]:5: note: 'return' leaves the function without 'PQfinish'
  if (Elsewhere)
    return;
  PQfinish(Conn);
}
