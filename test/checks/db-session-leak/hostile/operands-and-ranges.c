// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17
// What operators say of a status or a handle: `&&` yields a truth value, `|=`
// collects failures, a pointer is never below null, and of two answers what is
// between them is neither.

#include "libpq-fe.h"
#include "sqlite3.h"
#include <stddef.h>

int step(void);

int valueOfLogic(PGconn *c) {
  return step() && PQexec(c, "x");
  // CHECK-NOTES: :[[@LINE-1]]:20: warning: result acquired by 'PQexec' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE-2]]:20: note: the value is discarded without 'PQclear'
}

int valueOfLogicReleased(PGconn *c) {
  PGresult *r = NULL;
  int ok = step() && (r = PQexec(c, "x"));
  PQclear(r);
  return ok;
}

int collected(sqlite3 *db) {
  sqlite3_stmt *s = NULL;
  int rc = 0;
  rc |= sqlite3_prepare_v2(db, "x", -1, &s, NULL);
  if (rc)
    return rc;
  sqlite3_finalize(s);
  return 0;
}

int collectedTwice(sqlite3 *db) {
  sqlite3_stmt *a = NULL, *b = NULL;
  int rc = 0;
  rc |= sqlite3_prepare_v2(db, "x", -1, &a, NULL);
  // CHECK-NOTES: :[[@LINE-1]]:9: warning: statement 'a' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+6]]:7: note: taking the true branch
  // CHECK-NOTES: :[[@LINE+6]]:5: note: 'return' leaves the function without 'sqlite3_finalize'
  rc |= sqlite3_prepare_v2(db, "y", -1, &b, NULL);
  // CHECK-NOTES: :[[@LINE-1]]:9: warning: statement 'b' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+2]]:7: note: taking the true branch
  // CHECK-NOTES: :[[@LINE+2]]:5: note: 'return' leaves the function without 'sqlite3_finalize'
  if (rc)
    return rc;
  sqlite3_finalize(a);
  sqlite3_finalize(b);
  return 0;
}

int collectedTwiceReleased(sqlite3 *db) {
  sqlite3_stmt *a = NULL, *b = NULL;
  int rc = 0;
  rc |= sqlite3_prepare_v2(db, "x", -1, &a, NULL);
  rc |= sqlite3_prepare_v2(db, "y", -1, &b, NULL);
  sqlite3_finalize(a);
  sqlite3_finalize(b);
  return rc;
}

void aboveNull(const char *where) {
  PGconn *c = PQconnectdb(where);
  if (c > (PGconn *)0)
    PQfinish(c);
}

void aboveNullLeaks(const char *where) {
  PGconn *c = PQconnectdb(where);
  // CHECK-NOTES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+2]]:7: note: taking the true branch
  // CHECK-NOTES: :[[@LINE+3]]:1: note: the function ends without 'PQfinish'
  if (c > (PGconn *)0)
    step();
}

int betweenAnswers(const char *where) {
  PGconn *c = PQconnectdb(where);
  int st = 0;
  if (!c)
    st = -1;
  else if (PQstatus(c) != CONNECTION_OK)
    st = -2;
  if (st == -1)
    return st;
  PQfinish(c);
  return st;
}

int belowZero(const char *where) {
  PGconn *c = PQconnectdb(where);
  // CHECK-NOTES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+4]]:7: note: taking the false branch
  // CHECK-NOTES: :[[@LINE+7]]:7: note: taking the true branch
  // CHECK-NOTES: :[[@LINE+7]]:5: note: 'return' leaves the function without 'PQfinish'
  int st = 0;
  if (!c)
    st = -1;
  else if (PQstatus(c) != CONNECTION_OK)
    st = -2;
  if (st < 0)
    return st;
  PQfinish(c);
  return st;
}

static void clearBoth(PGresult **a, PGresult **b) {
  if (a && *a) {
    PQclear(*a);
    *a = NULL;
  }
  if (b && *b) {
    PQclear(*b);
    *b = NULL;
  }
}

void behindNull(PGconn *c) {
  PGresult *r = PQexec(c, "x");
  PGresult *s = PQexec(c, "y");
  clearBoth(&r, &s);
}

void behindNullOneOnly(PGconn *c) {
  PGresult *r = PQexec(c, "x");
  PGresult *s = PQexec(c, "y");
  // CHECK-NOTES: :[[@LINE-1]]:17: warning: result 's' acquired by 'PQexec' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+3]]:1: note: the function ends without 'PQclear'
  clearBoth(&r, NULL);
  PQntuples(s);
}

struct Pair {
  PGconn *c;
  PGresult *r;
};
static PGconn **slotOf(struct Pair *p) { return &p->c; }

void throughSlot(const char *where) {
  struct Pair p = {0};
  *slotOf(&p) = PQconnectdb(where);
  PQfinish(p.c);
}

void throughSlotLeaks(const char *where) {
  struct Pair p = {0};
  *slotOf(&p) = PQconnectdb(where);
  // CHECK-NOTES: :[[@LINE-1]]:17: warning: session '*slotOf(&p)' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+2]]:1: note: the function ends without 'PQfinish'
  PQstatus(p.c);
}

enum { HaveFirst = 1, HaveSecond = 2 };

void bits(PGconn *c) {
  unsigned have = 0;
  PGresult *r = NULL, *s = NULL;
  if (step()) {
    r = PQexec(c, "x");
    have |= HaveFirst;
  }
  if (step()) {
    s = PQexec(c, "y");
    have |= HaveSecond;
  }
  if (have & HaveSecond)
    PQclear(s);
  if (have & HaveFirst)
    PQclear(r);
}

void wrongBit(PGconn *c) {
  unsigned have = 0;
  PGresult *r = NULL;
  if (step()) {
    r = PQexec(c, "x");
    // CHECK-NOTES: :[[@LINE-1]]:9: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
    // CHECK-NOTES: :[[@LINE+5]]:1: note: the function ends without 'PQclear'
    have |= HaveFirst;
  }
  if (have & HaveSecond)
    PQclear(r);
}
