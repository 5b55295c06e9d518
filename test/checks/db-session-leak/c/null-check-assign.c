// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// The acquisition stands inside the condition that tests it.

#include "libpq-fe.h"
#include <stddef.h>

int step(void);

int assigned(void) {
  PGconn *c;
  if ((c = PQconnectdb(""))) {
    PQfinish(c);
    return 0;
  }
  return -1;
}

int assignedForgets(void) {
  PGconn *c;
  if ((c = PQconnectdb(""))) {
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    step();
    return 0;
  }
  return -1;
}

int assignedEqualsNull(void) {
  PGconn *c;
  if ((c = PQconnectdb("")) == NULL)
    return -1;
  PQfinish(c);
  return 0;
}

int assignedEqualsNullForgets(void) {
  PGconn *c;
  if ((c = PQconnectdb("")) == NULL)
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    return -1;
  return 0;
}

int nullEqualsAssigned(void) {
  PGconn *c;
  if (NULL == (c = PQconnectdb("")))
    return -1;
  PQfinish(c);
  return 0;
}

int notAssigned(void) {
  PGconn *c;
  if (!(c = PQconnectdb("")))
    return -1;
  PQfinish(c);
  return 0;
}

int commaCondition(void) {
  PGconn *c;
  if (c = PQconnectdb(""), c == NULL)
    return -1;
  PQfinish(c);
  return 0;
}

int commaConditionForgets(void) {
  PGconn *c;
  if (c = PQconnectdb(""), c == NULL)
  // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    return -1;
  return 0;
}

int twoInOneCondition(void) {
  PGconn *a, *b = NULL;
  if (!(a = PQconnectdb("dbname=a")) || !(b = PQconnectdb("dbname=b")))
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: session 'a' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    return -1;
  PQfinish(b);
  PQfinish(a);
  return 0;
}

int twoInOneConditionReleased(void) {
  PGconn *a = NULL, *b = NULL;
  if (!(a = PQconnectdb("dbname=a")) || !(b = PQconnectdb("dbname=b"))) {
    PQfinish(a);
    return -1;
  }
  PQfinish(b);
  PQfinish(a);
  return 0;
}

int assignedAndAsked(PGconn *c) {
  PGresult *r;
  if ((r = PQexec(c, "select 1")) && PQresultStatus(r) == PGRES_TUPLES_OK) {
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
    PQclear(r);
    return 0;
  }
  return -1;
}

int assignedAndAskedReleased(PGconn *c) {
  PGresult *r;
  if ((r = PQexec(c, "select 1")) && PQresultStatus(r) == PGRES_TUPLES_OK) {
    PQclear(r);
    return 0;
  }
  PQclear(r);
  return -1;
}

int assignedInWhile(PGconn *c) {
  PGresult *r;
  while ((r = PQgetResult(c))) {
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: result 'r' acquired by 'PQgetResult' is not released on every path [db-session-leak]
    if (PQresultStatus(r) != PGRES_TUPLES_OK)
      return -1;
    PQclear(r);
  }
  return 0;
}

int assignedInWhileReleased(PGconn *c) {
  PGresult *r;
  while ((r = PQgetResult(c))) {
    if (PQresultStatus(r) != PGRES_TUPLES_OK) {
      PQclear(r);
      return -1;
    }
    PQclear(r);
  }
  return 0;
}
