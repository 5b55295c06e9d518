// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A loop that acquires on every turn.

#include "libpq-fe.h"

int step(void);

void whileLoop(PGconn *c, int n) {
  while (n--) {
    PGresult *r = PQexec(c, "select 1");
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
    PQntuples(r);
  }
}

void whileLoopReleased(PGconn *c, int n) {
  while (n--) {
    PGresult *r = PQexec(c, "select 1");
    PQntuples(r);
    PQclear(r);
  }
}

void forLoop(PGconn *c, int n) {
  for (int i = 0; i < n; ++i) {
    PGresult *r = PQexec(c, "select 1");
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
    PQntuples(r);
  }
}

void forLoopReleased(PGconn *c, int n) {
  for (int i = 0; i < n; ++i) {
    PGresult *r = PQexec(c, "select 1");
    PQclear(r);
  }
}

void outerVariable(PGconn *c, int n) {
  PGresult *r = 0;
  while (n--) {
    r = PQexec(c, "select 1");
    // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
    PQntuples(r);
  }
  PQclear(r);
}

void outerVariableReleased(PGconn *c, int n) {
  PGresult *r = 0;
  while (n--) {
    PQclear(r);
    r = PQexec(c, "select 1");
    PQntuples(r);
  }
  PQclear(r);
}

void doWhile(PGconn *c) {
  PGresult *r;
  do {
    r = PQexec(c, "select 1");
    // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
  } while (PQntuples(r) == 0);
  PQclear(r);
}

void doWhileReleased(PGconn *c) {
  int n;
  do {
    PGresult *r = PQexec(c, "select 1");
    n = PQntuples(r);
    PQclear(r);
  } while (n == 0);
}

void endless(void) {
  for (;;) {
    PGconn *c = PQconnectdb("");
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    PQstatus(c);
  }
}

void endlessReleased(void) {
  for (;;) {
    PGconn *c = PQconnectdb("");
    PQfinish(c);
  }
}

void untilNull(PGconn *c) {
  PGresult *r;
  while ((r = PQgetResult(c)) != 0)
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: result 'r' acquired by 'PQgetResult' is not released on every path [db-session-leak]
    PQntuples(r);
}

void untilNullReleased(PGconn *c) {
  PGresult *r;
  while ((r = PQgetResult(c)) != 0)
    PQclear(r);
}

void nested(PGconn *c, int n) {
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < i; ++j) {
      PGresult *r = PQexec(c, "select 1");
      // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
      if (step())
        PQclear(r);
    }
}

void nestedReleased(PGconn *c, int n) {
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < i; ++j) {
      PGresult *r = PQexec(c, "select 1");
      if (step())
        PQntuples(r);
      PQclear(r);
    }
}

void heldAcross(PGconn *c, int n) {
  PGresult *r = PQexec(c, "select 1");
  for (int i = 0; i < n; ++i)
    step();
  PQclear(r);
}
