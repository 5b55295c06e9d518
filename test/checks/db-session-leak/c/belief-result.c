// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A result from a wrapper that is not visible belongs to whoever receives it.

#include "libpq-fe.h"
#include <stddef.h>

PGresult *execute(PGconn *c, const char *sql);
PGresult *runQuery(const char *sql);
int step(void);

int releasedOnOnePath(PGconn *c) {
  PGresult *res = execute(c, "select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: result 'res' acquired by 'execute' is not released on every path [db-session-leak]
  if (step())
    return -1;
  PQclear(res);
  return 0;
}

int releasedOnBothPaths(PGconn *c) {
  PGresult *res = execute(c, "select 1");
  if (step()) {
    PQclear(res);
    return -1;
  }
  PQclear(res);
  return 0;
}

void neverReleased(void) {
  PGresult *res = runQuery("select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: result 'res' acquired by 'runQuery' is not released on every path [db-session-leak]
  PQntuples(res);
}

void released(void) {
  PGresult *res = runQuery("select 1");
  PQclear(res);
}

int nullCheck(PGconn *c) {
  PGresult *res = execute(c, "select 1");
  if (res == NULL)
    return -1;
  PQclear(res);
  return 0;
}

PGresult *handedOn(PGconn *c) { return execute(c, "select 1"); }

PGresult *handedOnUnlessBad(PGconn *c) {
  PGresult *res = execute(c, "select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: result 'res' acquired by 'execute' is not released on every path [db-session-leak]
  if (PQresultStatus(res) != PGRES_TUPLES_OK)
    return NULL;
  return res;
}

int overwritten(PGconn *c) {
  PGresult *res = execute(c, "begin");
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: result 'res' acquired by 'execute' is not released on every path [db-session-leak]
  res = execute(c, "select 1");
  PQclear(res);
  return 0;
}

void discarded(PGconn *c) { execute(c, "begin"); }
// CHECK-MESSAGES: :[[@LINE-1]]:29: warning: result acquired by 'execute' is not released on every path [db-session-leak]
