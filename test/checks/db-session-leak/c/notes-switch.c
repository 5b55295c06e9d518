// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// The notes of a switch, and no more than three ways out.

#include "libpq-fe.h"

int one(int n) {
  PGconn *c = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+2]]:11: note: taking the 'case 2' branch
  // CHECK-NOTES: :[[@LINE+5]]:5: note: 'return' leaves the function without 'PQfinish'
  switch (n) {
  case 1:
    break;
  case 2:
    return 2;
  default:
    break;
  }
  PQfinish(c);
  return 0;
}

int byDefault(int n) {
  PGconn *c = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+2]]:11: note: taking the 'default' branch
  // CHECK-NOTES: :[[@LINE+5]]:5: note: 'return' leaves the function without 'PQfinish'
  switch (n) {
  case 1:
    break;
  default:
    return 2;
  }
  PQfinish(c);
  return 0;
}

int three(int n) {
  PGconn *c = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+6]]:11: note: taking the 'case 1' branch
  // CHECK-NOTES: :[[@LINE+7]]:5: note: 'return' leaves the function without 'PQfinish'
  // CHECK-NOTES: :[[@LINE+4]]:11: note: taking the 'case 2' branch
  // CHECK-NOTES: :[[@LINE+7]]:5: note: 'return' leaves the function without 'PQfinish'
  // CHECK-NOTES: :[[@LINE+2]]:11: note: taking the 'case 3' branch
  // CHECK-NOTES: :[[@LINE+7]]:5: note: 'return' leaves the function without 'PQfinish'
  switch (n) {
  case 1:
    return 1;
  case 2:
    return 2;
  case 3:
    return 3;
  default:
    PQfinish(c);
  }
  return 0;
}

int five(int n) {
  PGconn *c = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+7]]:11: note: taking the 'case 1' branch
  // CHECK-NOTES: :[[@LINE+8]]:5: note: 'return' leaves the function without 'PQfinish'
  // CHECK-NOTES: :[[@LINE+5]]:11: note: taking the 'case 2' branch
  // CHECK-NOTES: :[[@LINE+8]]:5: note: 'return' leaves the function without 'PQfinish'
  // CHECK-NOTES: :[[@LINE+3]]:11: note: taking the 'case 3' branch
  // CHECK-NOTES: :[[@LINE+8]]:5: note: 'return' leaves the function without 'PQfinish'
  // CHECK-NOTES: :[[@LINE-8]]:15: note: and 2 more ways out
  switch (n) {
  case 1:
    return 1;
  case 2:
    return 2;
  case 3:
    return 3;
  case 4:
    return 4;
  case 5:
    return 5;
  default:
    PQfinish(c);
  }
  return 0;
}
