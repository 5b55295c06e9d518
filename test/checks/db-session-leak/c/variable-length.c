// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Scopes with arrays of variable length.

#include "libpq-fe.h"

int step(void);
void fill(char *p, int n);

int returned(int n) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  char buffer[n];
  fill(buffer, n);
  if (buffer[0])
    return -1;
  PQfinish(c);
  return 0;
}

int returnedReleased(int n) {
  PGconn *c = PQconnectdb("");
  char buffer[n];
  fill(buffer, n);
  if (buffer[0]) {
    PQfinish(c);
    return -1;
  }
  PQfinish(c);
  return 0;
}

void inLoop(PGconn *c, int n) {
  for (int i = 1; i < n; ++i) {
    char buffer[i];
    PGresult *r = PQexec(c, "select 1");
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
    fill(buffer, i);
    if (buffer[0])
      continue;
    PQclear(r);
  }
}

void inLoopReleased(PGconn *c, int n) {
  for (int i = 1; i < n; ++i) {
    char buffer[i];
    PGresult *r = PQexec(c, "select 1");
    fill(buffer, i);
    PQclear(r);
  }
}

void sizeFromResult(PGconn *c) {
  PGresult *r = PQexec(c, "select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
  char buffer[PQntuples(r) + 1];
  fill(buffer, 1);
}
