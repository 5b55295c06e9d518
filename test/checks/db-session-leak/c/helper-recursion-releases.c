// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17
// What a recursive helper does on the way that ends the recursion, it does on
// all others too.

#include "libpq-fe.h"
#include <stddef.h>

int step(void);

static void finishLater(PGconn *c, int turns) {
  if (turns == 0) {
    PQfinish(c);
    return;
  }
  step();
  finishLater(c, turns - 1);
}

void released(void) {
  PGconn *c = PQconnectdb("");
  finishLater(c, 3);
}

static void finishUnlessDry(PGconn *c, int turns, int dry) {
  if (turns > 0) {
    finishUnlessDry(c, turns - 1, dry);
    return;
  }
  if (!dry)
    PQfinish(c);
}

void releasedUnlessDry(int dry) {
  PGconn *c = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  finishUnlessDry(c, 3, dry);
  // CHECK-NOTES: :[[@LINE+1]]:1: note: the function ends without 'PQfinish'
}

static int ping(PGconn *c, int turns);
static int pong(PGconn *c, int turns) {
  return turns ? ping(c, turns - 1) : (PQfinish(c), 0);
}
static int ping(PGconn *c, int turns) {
  return turns ? pong(c, turns - 1) : (PQfinish(c), 1);
}

int releasedByEither(void) {
  PGconn *c = PQconnectdb("");
  return ping(c, 5);
}

int releasedByOther(int dry) {
  PGconn *c = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (dry)
    // CHECK-NOTES: :[[@LINE-1]]:7: note: taking the true branch
    return 1;
    // CHECK-NOTES: :[[@LINE-1]]:5: note: 'return' leaves the function without 'PQfinish'
  return pong(c, 5);
}

static PGconn *openAtLast(int turns) {
  PGconn *c = PQconnectdb("");
  if (PQstatus(c) == CONNECTION_OK)
    return c;
  PQfinish(c);
  return turns ? openAtLast(turns - 1) : NULL;
}

int handedOut(int dry) {
  PGconn *c = openAtLast(3);
  // CHECK-NOTES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'openAtLast' is not released on every path [db-session-leak]
  if (c == NULL)
    // CHECK-NOTES: :[[@LINE-1]]:7: note: taking the false branch
    return -1;
  if (dry)
    // CHECK-NOTES: :[[@LINE-1]]:7: note: taking the true branch
    return 0;
    // CHECK-NOTES: :[[@LINE-1]]:5: note: 'return' leaves the function without 'PQfinish'
  PQfinish(c);
  return 1;
}

// A list: with each turn another handle further down. Nothing is said of what
// goes into it.
struct node {
  PGconn *conn;
  struct node *next;
};

static void finishAll(struct node *n) {
  if (!n)
    return;
  finishAll(n->next);
  PQfinish(n->conn);
}

void releasedInList(void) {
  struct node second = {PQconnectdb(""), NULL};
  struct node first = {PQconnectdb(""), &second};
  finishAll(&first);
}

// Never comes back.
static void runsForEver(PGconn *c) { runsForEver(c); }

void noWayOut(void) {
  PGconn *c = PQconnectdb("");
  runsForEver(c);
}
