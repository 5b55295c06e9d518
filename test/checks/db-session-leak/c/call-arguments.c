// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Calls nested in the arguments of calls.

#include "libpq-fe.h"
#include "hiredis/hiredis.h"
#include <stddef.h>

int step(void);
int sum(int a, int b);

static PGresult *run(PGconn *c) { return PQexec(c, "select 1"); }
static void forget(PGresult *r) { PQclear(r); }

void released(PGconn *c) { PQclear(PQexec(c, "begin")); }

void releasedByHelper(PGconn *c) { forget(PQexec(c, "begin")); }

void bothHelpers(PGconn *c) { forget(run(c)); }

void helperThenLibrary(PGconn *c) { PQclear(run(c)); }

void connectionInArgument(void) {
  PGresult *r = PQexec(PQconnectdb(""), "select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: session acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  PQclear(r);
}

int twoInOneExpression(PGconn *c) {
  return sum(PQntuples(PQexec(c, "a")), PQntuples(PQexec(c, "b")));
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: result acquired by 'PQexec' is not released on every path [db-session-leak]
  // CHECK-MESSAGES: :[[@LINE-2]]:51: warning: result acquired by 'PQexec' is not released on every path [db-session-leak]
}

void assignedInArgument(PGconn *c) {
  PGresult *r;
  PQntuples(r = PQexec(c, "select 1"));
  PQclear(r);
}

void assignedInArgumentForgotten(PGconn *c) {
  PGresult *r;
  PQntuples(r = PQexec(c, "select 1"));
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
}

void releasedAndReassigned(PGconn *c) {
  PGresult *r = PQexec(c, "begin");
  PQclear(r), r = PQexec(c, "select 1");
  PQclear(r);
}
