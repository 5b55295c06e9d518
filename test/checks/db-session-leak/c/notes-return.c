// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// The notes of a return: the decision on the way, then the statement that
// leaves.

#include "libpq-fe.h"
#include "sqlite3.h"

int step(void);

int plain(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+2]]:3: note: 'return' leaves the function without 'PQfinish'
  PQstatus(c);
  return 0;
}

int trueBranch(int n) {
  PGconn *c = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+2]]:7: note: taking the true branch
  // CHECK-NOTES: :[[@LINE+2]]:5: note: 'return' leaves the function without 'PQfinish'
  if (n)
    return -1;
  PQfinish(c);
  return 0;
}

int falseBranch(int n) {
  PGconn *c = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+2]]:7: note: taking the false branch
  // CHECK-NOTES: :[[@LINE+4]]:5: note: 'return' leaves the function without 'PQfinish'
  if (n == 3)
    PQfinish(c);
  else
    return -1;
  return 0;
}

int twoDecisions(int n, int m) {
  PGconn *c = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+3]]:7: note: taking the true branch
  // CHECK-NOTES: :[[@LINE+3]]:9: note: taking the true branch
  // CHECK-NOTES: :[[@LINE+3]]:7: note: 'return' leaves the function without 'PQfinish'
  if (n) {
    if (m)
      return -1;
  }
  PQfinish(c);
  return 0;
}

int decisionBefore(int n) {
  if (n)
    return 1;
  PGconn *c = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+2]]:3: note: 'return' leaves the function without 'PQfinish'
  PQstatus(c);
  return 0;
}

int statement(sqlite3_stmt *other) {
  PGresult *r = 0;
  PGconn *c = PQconnectdb("");
  if (c)
    r = PQexec(c, "select 1");
    // CHECK-NOTES: :[[@LINE-1]]:9: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
    // CHECK-NOTES: :[[@LINE+2]]:3: note: 'return' leaves the function without 'PQclear'
  PQfinish(c);
  return sqlite3_step(other);
}

int nothing(int n) {
  PGconn *c = PQconnectdb("");
  PQfinish(c);
  return n;
}
