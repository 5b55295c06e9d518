// RUN: %check_dbtidy %s db-session-leak %t -std=c++17 -check-suffixes=THREE
// RUN: %check_dbtidy %s db-session-leak %t -std=c++17 -check-suffixes=ONE -options=MaxExits:1
// RUN: %check_dbtidy %s db-session-leak %t -std=c++17 -check-suffixes=FIVE -options=MaxExits:5

// MaxExits: so many ways out are shown, three by default, the others counted.
#include "libpq-fe.h"

void a();
void b();
void c();
void d();
void e();

void manyWaysOut() {
  PGconn *conn = PQconnectdb("");
  a();
  b();
  c();
  d();
  e();
  PQfinish(conn);
}
// CHECK-NOTES-THREE: :[[@LINE-8]]:18: warning: session 'conn' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
// CHECK-NOTES-THREE: :[[@LINE-8]]:3: note: 'a' may throw and leaves the function without 'PQfinish'
// CHECK-NOTES-THREE: :[[@LINE-8]]:3: note: 'b' may throw and leaves the function without 'PQfinish'
// CHECK-NOTES-THREE: :[[@LINE-8]]:3: note: 'c' may throw and leaves the function without 'PQfinish'
// CHECK-NOTES-THREE: :[[@LINE-12]]:18: note: and 2 more ways out
// CHECK-NOTES-ONE: :[[@LINE-13]]:18: warning: session 'conn' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
// CHECK-NOTES-ONE: :[[@LINE-13]]:3: note: 'a' may throw and leaves the function without 'PQfinish'
// CHECK-NOTES-ONE: :[[@LINE-15]]:18: note: and 4 more ways out
// CHECK-NOTES-FIVE: :[[@LINE-16]]:18: warning: session 'conn' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
// CHECK-NOTES-FIVE: :[[@LINE-16]]:3: note: 'a' may throw and leaves the function without 'PQfinish'
// CHECK-NOTES-FIVE: :[[@LINE-16]]:3: note: 'b' may throw and leaves the function without 'PQfinish'
// CHECK-NOTES-FIVE: :[[@LINE-16]]:3: note: 'c' may throw and leaves the function without 'PQfinish'
// CHECK-NOTES-FIVE: :[[@LINE-16]]:3: note: 'd' may throw and leaves the function without 'PQfinish'
// CHECK-NOTES-FIVE: :[[@LINE-16]]:3: note: 'e' may throw and leaves the function without 'PQfinish'

void oneWayOutIsNeverCounted() {
  PGconn *conn = PQconnectdb("");
  PQfinish(conn);
  a();
}
