// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A function of this file that releases only when it returns a given status.

#include "libpq-fe.h"
#include <stdbool.h>
#include <stddef.h>

int step(void);

static int loginOrHangUp(PGconn *c) {
  if (PQstatus(c) != CONNECTION_OK) {
    PQfinish(c);
    return -1;
  }
  return 0;
}

static bool checkResult(PGresult *r) {
  if (PQresultStatus(r) == PGRES_TUPLES_OK)
    return true;
  PQclear(r);
  return false;
}

int negativeMeansGone(void) {
  PGconn *c = PQconnectdb("");
  if (loginOrHangUp(c) < 0)
    return -1;
  PQfinish(c);
  return 0;
}

int negativeMeansGoneForgets(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (loginOrHangUp(c) < 0)
    return -1;
  return step();
}

int nonZeroMeansGone(void) {
  PGconn *c = PQconnectdb("");
  int rc = loginOrHangUp(c);
  if (rc)
    return rc;
  PQfinish(c);
  return 0;
}

int statusIgnored(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  loginOrHangUp(c);
  return 0;
}

int falseMeansGone(PGconn *c) {
  PGresult *r = PQexec(c, "select 1");
  if (!checkResult(r))
    return -1;
  int n = PQntuples(r);
  PQclear(r);
  return n;
}

int falseMeansGoneForgets(PGconn *c) {
  PGresult *r = PQexec(c, "select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
  if (!checkResult(r))
    return -1;
  return PQntuples(r);
}

int askedTheWrongWay(PGconn *c) {
  PGresult *r = PQexec(c, "select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
  if (checkResult(r))
    return 1;
  return 0;
}

int askedTheRightWay(PGconn *c) {
  PGresult *r = PQexec(c, "select 1");
  if (checkResult(r)) {
    PQclear(r);
    return 1;
  }
  return 0;
}
