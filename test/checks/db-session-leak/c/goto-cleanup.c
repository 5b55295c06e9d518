// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// The cleanup label, used correctly and skipped.

#include "libpq-fe.h"
#include <stddef.h>

int step(void);

int correct(void) {
  int rc = -1;
  PGresult *r = NULL;
  PGconn *c = PQconnectdb("");
  if (PQstatus(c) != CONNECTION_OK)
    goto out;
  r = PQexec(c, "select 1");
  if (PQresultStatus(r) != PGRES_TUPLES_OK)
    goto out;
  rc = PQntuples(r);
out:
  PQclear(r);
  PQfinish(c);
  return rc;
}

int returnPastLabel(void) {
  int rc = -1;
  PGresult *r = NULL;
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (PQstatus(c) != CONNECTION_OK)
    goto out;
  r = PQexec(c, "select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
  if (PQresultStatus(r) != PGRES_TUPLES_OK)
    goto out;
  if (PQntuples(r) == 0)
    return 0;
  rc = PQntuples(r);
out:
  PQclear(r);
  PQfinish(c);
  return rc;
}

int labelsInWrongOrder(void) {
  int rc = -1;
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  PGresult *r;
  if (step())
    goto closeResult;
  r = PQexec(c, "select 1");
  if (step())
    goto closeConnection;
  rc = 0;
closeConnection:
  PQclear(r);
  PQfinish(c);
closeResult:
  return rc;
}

int labelsInOrder(void) {
  int rc = -1;
  PGresult *r;
  PGconn *c = PQconnectdb("");
  if (PQstatus(c) != CONNECTION_OK)
    goto closeConnection;
  r = PQexec(c, "select 1");
  if (step())
    goto closeResult;
  rc = 0;
closeResult:
  PQclear(r);
closeConnection:
  PQfinish(c);
  return rc;
}

int jumpsBehindResult(void) {
  int rc = -1;
  PGresult *r;
  PGconn *c = PQconnectdb("");
  if (PQstatus(c) != CONNECTION_OK)
    goto closeConnection;
  r = PQexec(c, "select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
  if (step())
    goto closeConnection;
  rc = 0;
  PQclear(r);
closeConnection:
  PQfinish(c);
  return rc;
}

int oneVariableTwoQueries(PGconn *c) {
  int rc = -1;
  PGresult *r = PQexec(c, "begin");
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
  if (PQresultStatus(r) != PGRES_COMMAND_OK)
    goto out;
  r = PQexec(c, "select 1");
  if (PQresultStatus(r) != PGRES_TUPLES_OK)
    goto out;
  rc = 0;
out:
  PQclear(r);
  return rc;
}

int oneVariableTwoQueriesReleased(PGconn *c) {
  int rc = -1;
  PGresult *r = PQexec(c, "begin");
  if (PQresultStatus(r) != PGRES_COMMAND_OK)
    goto out;
  PQclear(r);
  r = PQexec(c, "select 1");
  if (PQresultStatus(r) != PGRES_TUPLES_OK)
    goto out;
  rc = 0;
out:
  PQclear(r);
  return rc;
}

int labelTestsForNull(void) {
  PGconn *c = NULL;
  if (step())
    goto out;
  c = PQconnectdb("");
  step();
out:
  if (c)
    PQfinish(c);
  return 0;
}

int labelTestsTheWrongOne(void) {
  PGconn *a = NULL, *b = NULL;
  a = PQconnectdb("dbname=a");
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: session 'a' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (step())
    goto out;
  b = PQconnectdb("dbname=b");
out:
  if (b) {
    PQfinish(b);
    PQfinish(a);
  }
  return 0;
}

int errorLabelAfterReturn(void) {
  PGconn *c = PQconnectdb("");
  if (step())
    goto fail;
  PQfinish(c);
  return 0;
fail:
  PQfinish(c);
  return -1;
}

int errorLabelForgets(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (step())
    goto fail;
  PQfinish(c);
  return 0;
fail:
  return -1;
}

int successForgets(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (step())
    goto fail;
  return 0;
fail:
  PQfinish(c);
  return -1;
}

int gotoLeavesScope(void) {
  {
    PGconn *c = PQconnectdb("");
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    if (step())
      goto out;
    PQfinish(c);
  }
out:
  return 0;
}

int gotoLeavesScopeReleased(void) {
  {
    PGconn *c = PQconnectdb("");
    if (step()) {
      PQfinish(c);
      goto out;
    }
    PQfinish(c);
  }
out:
  return 0;
}

int gotoOutOfNestedLoops(PGconn *c, int n) {
  PGresult *r = NULL;
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j) {
      r = PQexec(c, "select 1");
      if (PQntuples(r) > j)
        goto found;
      PQclear(r);
      r = NULL;
    }
  return 0;
found:
  PQclear(r);
  return 1;
}

int gotoOutOfNestedLoopsForgotten(PGconn *c, int n) {
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j) {
      PGresult *r = PQexec(c, "select 1");
      // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
      if (PQntuples(r) > j)
        goto found;
      PQclear(r);
    }
  return 0;
found:
  return 1;
}
