// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// The notes of a loop between the acquisition and the way out.

#include "libpq-fe.h"

int step(void);

int entered(int n) {
  PGconn *c = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+3]]:10: note: entering the loop
  // CHECK-NOTES: :[[@LINE+3]]:9: note: taking the true branch
  // CHECK-NOTES: :[[@LINE+3]]:7: note: 'return' leaves the function without 'PQfinish'
  while (n--) {
    if (step())
      return -1;
  }
  PQfinish(c);
  return 0;
}

int enteredFor(int n) {
  PGconn *c = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+3]]:19: note: entering the loop
  // CHECK-NOTES: :[[@LINE+3]]:9: note: taking the true branch
  // CHECK-NOTES: :[[@LINE+3]]:7: note: 'return' leaves the function without 'PQfinish'
  for (int i = 0; i < n; ++i) {
    if (step())
      return -1;
  }
  PQfinish(c);
  return 0;
}

int left(int n) {
  PGconn *c = PQconnectdb("");
  while (n--)
    step();
  PQfinish(c);
  return 0;
}
