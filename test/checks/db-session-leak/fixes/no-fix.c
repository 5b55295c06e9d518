// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17
#include <libpq-fe.h>
#include <sqlite3.h>

void keep(PGresult **r);

const char *text(PGconn *c) {
  PGresult *r = PQexec(c, "SELECT 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
  // CHECK-NOFIX: :[[@LINE-2]]:17: note: no fix: data borrowed from 'r' outlives the function
  return PQgetvalue(r, 0, 0);
}

#define BAIL(rc) return rc
int bails(PGconn *c) {
  PGresult *r = PQexec(c, "SELECT 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
  // CHECK-NOFIX: :[[@LINE-2]]:17: note: no fix: the way out stands in a macro
  if (PQntuples(r) == 0)
    BAIL(1);
  PQclear(r);
  return 0;
}

int inside(PGconn *c) {
  return PQresultStatus(PQexec(c, "SELECT 1")) == PGRES_TUPLES_OK;
  // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: result acquired by 'PQexec' is not released on every path [db-session-leak]
  // CHECK-NOFIX: :[[@LINE-2]]:25: note: no fix: the handle is used inside of an expression
}
