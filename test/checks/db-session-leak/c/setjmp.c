// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// setjmp and longjmp: the check gives up quietly.

#include "libpq-fe.h"
#include <setjmp.h>
#include <stddef.h>

static jmp_buf Env;
int step(void);

int jumpsBack(void) {
  PGconn *volatile c = NULL;
  if (setjmp(Env)) {
    PQfinish(c);
    return -1;
  }
  c = PQconnectdb("");
  if (step())
    longjmp(Env, 1);
  PQfinish(c);
  return 0;
}

int leavesByJump(void) {
  PGconn *c = PQconnectdb("");
  if (step())
    longjmp(Env, 1);
  PQfinish(c);
  return 0;
}

int besideIt(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  return step();
}
