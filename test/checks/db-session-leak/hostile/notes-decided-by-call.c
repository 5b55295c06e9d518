// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17
// A branch that a call has decided is a decision on the way; a constant
// condition is none.

#include "libpq-fe.h"
#include "sqlite3.h"
#include <stddef.h>

int step(void);

int secondFails(sqlite3 *db) {
  sqlite3_stmt *a = NULL, *b = NULL;
  if (sqlite3_prepare_v2(db, "x", -1, &a, NULL) != SQLITE_OK)
  // CHECK-NOTES: :[[@LINE-1]]:7: warning: statement 'a' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE-2]]:7: note: taking the false branch
  // CHECK-NOTES: :[[@LINE+3]]:7: note: taking the true branch
  // CHECK-NOTES: :[[@LINE+3]]:5: note: 'return' leaves the function without 'sqlite3_finalize'
    return 1;
  if (sqlite3_prepare_v2(db, "y", -1, &b, NULL) != SQLITE_OK)
    return 2;
  sqlite3_finalize(b);
  sqlite3_finalize(a);
  return 0;
}

int secondFailsReleased(sqlite3 *db) {
  sqlite3_stmt *a = NULL, *b = NULL;
  if (sqlite3_prepare_v2(db, "x", -1, &a, NULL) != SQLITE_OK)
    return 1;
  if (sqlite3_prepare_v2(db, "y", -1, &b, NULL) != SQLITE_OK) {
    sqlite3_finalize(a);
    return 2;
  }
  sqlite3_finalize(b);
  sqlite3_finalize(a);
  return 0;
}

static int tryToFinish(PGconn *c) {
  if (!step())
    return 0;
  PQfinish(c);
  return 1;
}

int helperRefuses(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+2]]:7: note: taking the false branch
  // CHECK-NOTES: :[[@LINE+3]]:3: note: 'return' leaves the function without 'PQfinish'
  if (tryToFinish(c))
    return 1;
  return 0;
}

int constant(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+4]]:7: note: taking the true branch
  // CHECK-NOTES: :[[@LINE+4]]:5: note: 'return' leaves the function without 'PQfinish'
  if (0)
    return 1;
  if (step())
    return 2;
  PQfinish(c);
  return 0;
}

void endsWithBlock(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+4]]:1: note: the function ends without 'PQfinish'
  if (1) {
    ;
  }
}

int testedByHandle(sqlite3 *db) {
  sqlite3_stmt *s = NULL;
  sqlite3_prepare_v2(db, "x", -1, &s, NULL);
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: statement 's' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+2]]:7: note: taking the false branch
  // CHECK-NOTES: :[[@LINE+3]]:3: note: 'return' leaves the function without 'sqlite3_finalize'
  if (!s)
    return 1;
  return sqlite3_step(s);
}
