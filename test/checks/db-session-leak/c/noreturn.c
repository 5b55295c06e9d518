// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A call that never returns is no way out.

#include "libpq-fe.h"
#include <assert.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <stdnoreturn.h>

int step(void);
void complain(const char *what);
__attribute__((__noreturn__)) void die(const char *what);
noreturn void dieToo(const char *what);
_Noreturn void dieAsWell(const char *what);

static void dieHere(const char *what) {
  fprintf(stderr, "%s\n", what);
  exit(1);
}

static void dieDeeper(const char *what) { dieHere(what); }

static void dieUnlessZero(int n) {
  if (n)
    exit(n);
}

static void spin(void) {
  for (;;)
    step();
}

void byExit(void) {
  PGconn *c = PQconnectdb("");
  if (step())
    exit(1);
  PQfinish(c);
}

void byAbort(void) {
  PGconn *c = PQconnectdb("");
  if (step())
    abort();
  PQfinish(c);
}

void byQuickExit(void) {
  PGconn *c = PQconnectdb("");
  if (step())
    _Exit(1);
  PQfinish(c);
}

void byAttribute(void) {
  PGconn *c = PQconnectdb("");
  if (PQstatus(c) != CONNECTION_OK)
    die("connect");
  PQfinish(c);
}

void byMacro(void) {
  PGconn *c = PQconnectdb("");
  if (PQstatus(c) != CONNECTION_OK)
    dieToo("connect");
  PQfinish(c);
}

void byKeyword(void) {
  PGconn *c = PQconnectdb("");
  if (PQstatus(c) != CONNECTION_OK)
    dieAsWell("connect");
  PQfinish(c);
}

int byBody(void) {
  PGconn *c = PQconnectdb("");
  if (step()) {
    dieHere("no");
    return -1;
  }
  PQfinish(c);
  return 0;
}

int byBodyDeeper(void) {
  PGconn *c = PQconnectdb("");
  if (step()) {
    dieDeeper("no");
    return -1;
  }
  PQfinish(c);
  return 0;
}

int byEndlessLoop(void) {
  PGconn *c = PQconnectdb("");
  if (step()) {
    spin();
    return -1;
  }
  PQfinish(c);
  return 0;
}

int returnsAfterAll(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (step()) {
    complain("no");
    return -1;
  }
  PQfinish(c);
  return 0;
}

int mayReturn(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (step()) {
    dieUnlessZero(step());
    return -1;
  }
  PQfinish(c);
  return 0;
}

void everyPathDies(void) {
  PGconn *c = PQconnectdb("");
  if (PQstatus(c) == CONNECTION_OK)
    exit(0);
  exit(1);
}

void asserted(void) {
  PGconn *c = PQconnectdb("");
  assert(c != NULL);
  PQfinish(c);
}

void assertedForgotten(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  assert(c != NULL);
}

int assertFalse(int n) {
  PGconn *c = PQconnectdb("");
  switch (n) {
  case 0:
    PQfinish(c);
    return 0;
  default:
    assert(0 && "not reached");
    abort();
  }
}

int unreachable(int n) {
  PGconn *c = PQconnectdb("");
  if (n) {
    PQfinish(c);
    return 0;
  }
  __builtin_unreachable();
}

int trapped(int n) {
  PGconn *c = PQconnectdb("");
  if (n)
    __builtin_trap();
  PQfinish(c);
  return 0;
}
