// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// The status of the same unmodified handle, asked twice, answers the same.

#include "libpq-fe.h"
#include <stddef.h>

int step(void);

int connectionStatus(void) {
  PGconn *c = PQconnectdb("");
  if (PQstatus(c) != CONNECTION_OK) {
    PQfinish(c);
    return -1;
  }
  if (PQstatus(c) == CONNECTION_OK)
    PQfinish(c);
  return 0;
}

int connectionStatusForgets(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (PQstatus(c) == CONNECTION_OK)
    step();
  if (PQstatus(c) == CONNECTION_OK)
    PQfinish(c);
  return 0;
}

int resultStatus(PGconn *c) {
  PGresult *r = PQexec(c, "select 1");
  if (PQresultStatus(r) != PGRES_TUPLES_OK) {
    PQclear(r);
    return -1;
  }
  step();
  if (PQresultStatus(r) == PGRES_TUPLES_OK)
    PQclear(r);
  return 0;
}

int resultStatusForgets(PGconn *c) {
  PGresult *r = PQexec(c, "select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
  if (PQresultStatus(r) == PGRES_TUPLES_OK)
    step();
  if (PQresultStatus(r) == PGRES_TUPLES_OK)
    PQclear(r);
  return 0;
}

int otherHandleSameStatus(PGconn *other) {
  PGresult *r = NULL;
  PGconn *c = PQconnectdb("");
  if (PQstatus(c) == CONNECTION_OK)
    r = PQexec(other, "select 1");
  step();
  if (PQstatus(c) == CONNECTION_OK)
    PQclear(r);
  PQfinish(c);
  return 0;
}

int otherHandleOtherStatus(PGconn *other) {
  PGresult *r = NULL;
  PGconn *c = PQconnectdb("");
  if (PQstatus(c) == CONNECTION_OK)
    r = PQexec(other, "select 1");
    // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
  step();
  if (PQstatus(c) == CONNECTION_BAD)
    PQclear(r);
  PQfinish(c);
  return 0;
}

int storedStatus(PGconn *c) {
  PGresult *r = PQexec(c, "select 1");
  ExecStatusType st = PQresultStatus(r);
  if (st != PGRES_TUPLES_OK) {
    PQclear(r);
    return -1;
  }
  step();
  if (st == PGRES_TUPLES_OK)
    PQclear(r);
  return 0;
}

int storedStatusForgets(PGconn *c) {
  PGresult *r = PQexec(c, "select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
  ExecStatusType st = PQresultStatus(r);
  if (st == PGRES_TUPLES_OK) {
    PQclear(r);
    return 0;
  }
  return -1;
}
