// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// 'break' and 'continue' leave the body before its release.

#include "libpq-fe.h"

int step(void);

void breakSkips(PGconn *c, int n) {
  while (n--) {
    PGresult *r = PQexec(c, "select 1");
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
    if (step())
      break;
    PQclear(r);
  }
}

void breakReleases(PGconn *c, int n) {
  while (n--) {
    PGresult *r = PQexec(c, "select 1");
    if (step()) {
      PQclear(r);
      break;
    }
    PQclear(r);
  }
}

void continueSkips(PGconn *c, int n) {
  for (int i = 0; i < n; ++i) {
    PGresult *r = PQexec(c, "select 1");
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
    if (PQresultStatus(r) != PGRES_TUPLES_OK)
      continue;
    PQclear(r);
  }
}

void continueReleases(PGconn *c, int n) {
  for (int i = 0; i < n; ++i) {
    PGresult *r = PQexec(c, "select 1");
    if (PQresultStatus(r) != PGRES_TUPLES_OK) {
      PQclear(r);
      continue;
    }
    PQclear(r);
  }
}

void breakReleasedAfter(PGconn *c, int n) {
  PGresult *r = 0;
  while (n--) {
    r = PQexec(c, "select 1");
    if (step())
      break;
    PQclear(r);
    r = 0;
  }
  PQclear(r);
}

void breakForgottenAfter(PGconn *c, int n) {
  PGresult *r = 0;
  while (n--) {
    r = PQexec(c, "select 1");
    // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
    if (step())
      break;
    PQclear(r);
    r = 0;
  }
}

void doWhileContinue(PGconn *c, int n) {
  do {
    PGresult *r = PQexec(c, "select 1");
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
    if (step())
      continue;
    PQclear(r);
  } while (--n);
}

void doWhileContinueReleased(PGconn *c, int n) {
  do {
    PGresult *r = PQexec(c, "select 1");
    if (step()) {
      PQclear(r);
      continue;
    }
    PQclear(r);
  } while (--n);
}

void breakOfInnerLoopKeeps(PGconn *c, int n) {
  for (int i = 0; i < n; ++i) {
    PGresult *r = PQexec(c, "select 1");
    for (int j = 0; j < n; ++j)
      if (step())
        break;
    PQclear(r);
  }
}

void continueOfInnerLoopSkips(PGconn *c, int n) {
  for (int i = 0; i < n; ++i) {
    for (int j = 0; j < n; ++j) {
      PGresult *r = PQexec(c, "select 1");
      // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
      if (step())
        continue;
      PQclear(r);
    }
  }
}

int returnInLoop(PGconn *c, int n) {
  for (int i = 0; i < n; ++i) {
    PGresult *r = PQexec(c, "select 1");
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
    if (step())
      return i;
    PQclear(r);
  }
  return -1;
}

int returnInLoopReleased(PGconn *c, int n) {
  for (int i = 0; i < n; ++i) {
    PGresult *r = PQexec(c, "select 1");
    if (step()) {
      PQclear(r);
      return i;
    }
    PQclear(r);
  }
  return -1;
}

void breakInSwitchStaysInLoop(PGconn *c, int n) {
  while (n--) {
    PGresult *r = PQexec(c, "select 1");
    switch (PQresultStatus(r)) {
    case PGRES_TUPLES_OK:
      step();
      break;
    default:
      break;
    }
    PQclear(r);
  }
}

void continueInSwitchLeavesBody(PGconn *c, int n) {
  while (n--) {
    PGresult *r = PQexec(c, "select 1");
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
    switch (PQresultStatus(r)) {
    case PGRES_TUPLES_OK:
      break;
    default:
      continue;
    }
    PQclear(r);
  }
}
