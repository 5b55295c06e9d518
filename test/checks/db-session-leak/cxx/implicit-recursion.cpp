// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20
// Functions that call each other throw if one of them does, whichever is asked
// about first.

#include "libpq-fe.h"

void audit(int Order);
void log(int Order) noexcept;

void pong(int N);
void ping(int N) {
  if (N > 0)
    pong(N - 1);
  audit(N);
}
void pong(int N) {
  if (N > 0)
    ping(N - 1);
}

void asksFirst() {
  PGconn *Conn = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:18: warning: session 'Conn' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  ping(1);
  // CHECK-NOTES: :[[@LINE-1]]:3: note: 'ping' may throw and leaves the function without 'PQfinish'
  PQfinish(Conn);
}

void asksSecond() {
  PGconn *Conn = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:18: warning: session 'Conn' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  pong(1);
  // CHECK-NOTES: :[[@LINE-1]]:3: note: 'pong' may throw and leaves the function without 'PQfinish'
  PQfinish(Conn);
}

void odd(int N);
void even(int N) {
  if (N > 0)
    odd(N - 1);
  log(N);
}
void odd(int N) {
  if (N > 0)
    even(N - 1);
}

void neverThrows() {
  PGconn *Conn = PQconnectdb("");
  even(2);
  odd(2);
  PQfinish(Conn);
}
