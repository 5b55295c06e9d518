// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Switch statements: a case that forgets, a missing default, fall-through.

#include "libpq-fe.h"

int choose(void);

int oneCaseReturns(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  switch (choose()) {
  case 0:
    break;
  case 1:
    return 1;
  default:
    break;
  }
  PQfinish(c);
  return 0;
}

int oneCaseReturnsReleased(void) {
  PGconn *c = PQconnectdb("");
  switch (choose()) {
  case 0:
    break;
  case 1:
    PQfinish(c);
    return 1;
  default:
    break;
  }
  PQfinish(c);
  return 0;
}

void defaultForgets(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  switch (choose()) {
  case 0:
  case 1:
    PQfinish(c);
    break;
  default:
    break;
  }
}

void defaultReleases(void) {
  PGconn *c = PQconnectdb("");
  switch (choose()) {
  case 0:
  case 1:
    PQfinish(c);
    break;
  default:
    PQfinish(c);
    break;
  }
}

void noDefault(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  switch (choose()) {
  case 0:
    PQfinish(c);
    break;
  case 1:
    PQfinish(c);
    break;
  }
}

void fallsIntoRelease(void) {
  PGconn *c = PQconnectdb("");
  switch (choose()) {
  case 0:
    choose();
    /* fall through */
  case 1:
    choose();
    /* fall through */
  default:
    PQfinish(c);
  }
}

void breakBeforeRelease(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  switch (choose()) {
  case 0:
    choose();
    /* fall through */
  case 1:
    choose();
    break;
  default:
    PQfinish(c);
  }
}

void acquiredInCase(void) {
  PGconn *c = 0;
  switch (choose()) {
  case 0:
    c = PQconnectdb("dbname=a");
    // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    break;
  case 1:
    c = PQconnectdb("dbname=b");
    PQfinish(c);
    break;
  }
}

void acquiredInCaseReleased(void) {
  PGconn *c = 0;
  switch (choose()) {
  case 0:
    c = PQconnectdb("dbname=a");
    break;
  case 1:
    c = PQconnectdb("dbname=b");
    break;
  }
  PQfinish(c);
}

void fallThroughOverwrites(void) {
  PGconn *c = 0;
  switch (choose()) {
  case 0:
    c = PQconnectdb("dbname=a");
    // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    /* fall through */
  case 1:
    c = PQconnectdb("dbname=b");
    break;
  }
  PQfinish(c);
}

int enumCovered(PGconn *c) {
  PGresult *r = PQexec(c, "select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
  switch (PQresultStatus(r)) {
  case PGRES_TUPLES_OK:
    PQclear(r);
    return 0;
  case PGRES_FATAL_ERROR:
    return -1;
  default:
    PQclear(r);
    return 1;
  }
}

int enumCoveredReleased(PGconn *c) {
  PGresult *r = PQexec(c, "select 1");
  int rc;
  switch (PQresultStatus(r)) {
  case PGRES_TUPLES_OK:
    rc = 0;
    break;
  case PGRES_FATAL_ERROR:
    rc = -1;
    break;
  default:
    rc = 1;
    break;
  }
  PQclear(r);
  return rc;
}

void switchInLoop(PGconn *c, int n) {
  while (n--) {
    PGresult *r = PQexec(c, "select 1");
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
    switch (choose()) {
    case 0:
      PQclear(r);
      continue;
    case 1:
      PQclear(r);
      break;
    case 2:
      break;
    default:
      PQclear(r);
    }
  }
}
