// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// The outcome of a null check stored in a variable first.

#include "libpq-fe.h"
#include <stdbool.h>
#include <stddef.h>

int step(void);

int okVariable(void) {
  PGconn *c = PQconnectdb("");
  bool ok = c != NULL;
  if (!ok)
    return -1;
  PQfinish(c);
  return 0;
}

int okVariableForgets(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  bool ok = c != NULL;
  if (ok)
    return 1;
  return 0;
}

int failedVariable(void) {
  PGconn *c = PQconnectdb("");
  int failed = !c;
  if (failed)
    return -1;
  PQfinish(c);
  return 0;
}

int failedVariableForgets(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  int failed = !c;
  if (failed)
    return -1;
  return 0;
}

int setInBranch(void) {
  int failed = 0;
  PGconn *c = PQconnectdb("");
  if (!c)
    failed = 1;
  step();
  if (failed)
    return -1;
  PQfinish(c);
  return 0;
}

int setInBranchOther(void) {
  int failed = 0;
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (PQstatus(c) != CONNECTION_OK)
    failed = 1;
  step();
  if (failed)
    return -1;
  PQfinish(c);
  return 0;
}
