// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17
// memcpy takes handles along.

#include "libpq-fe.h"
#include <string.h>

int step(void);

struct Box {
  PGconn *c;
  int n;
};

void intoCallers(struct Box *out) {
  struct Box b = {0};
  b.c = PQconnectdb("");
  memcpy(out, &b, sizeof b);
}

void intoCallersTooLate(struct Box *out) {
  struct Box b = {0};
  b.c = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:9: warning: session 'b.c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+2]]:7: note: taking the true branch
  // CHECK-NOTES: :[[@LINE+2]]:5: note: 'return' leaves the function without 'PQfinish'
  if (step())
    return;
  memcpy(out, &b, sizeof b);
}

void thereAndBack(void) {
  PGconn *c = PQconnectdb("");
  char bytes[sizeof c];
  memcpy(bytes, &c, sizeof c);
  PGconn *d;
  memcpy(&d, bytes, sizeof d);
  PQfinish(d);
}

void intoLocal(void) {
  struct Box a = {0}, b;
  a.c = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:9: warning: session 'a.c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+3]]:1: note: the function ends without 'PQfinish'
  memcpy(&b, &a, sizeof b);
  step();
}
