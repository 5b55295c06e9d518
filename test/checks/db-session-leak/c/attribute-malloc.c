// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17 -- -- -Wno-ignored-attributes

// GCC's malloc(deallocator, index): who calls the one owes the other. clang
// keeps the arguments since version 22, and is an error before.
// REQUIRES: llvm-22-or-later

#include "libpq-fe.h"
#include <stdio.h>

struct lease;
void lease_put(int how, struct lease *l);
struct lease *lease_get(void) __attribute__((malloc(lease_put, 2)));
struct lease *lease_try(void) __attribute__((__malloc__(lease_put, 2)));

int step(void);

void leased(void) {
  struct lease *l = lease_get();
  // CHECK-NOTES: :[[@LINE-1]]:21: warning: session 'l' acquired by 'lease_get' is not released on every path [db-session-leak]
  if (step())
    // CHECK-NOTES: :[[@LINE-1]]:7: note: taking the true branch
    return;
    // CHECK-NOTES: :[[@LINE-1]]:5: note: 'return' leaves the function without 'lease_put'
  lease_put(0, l);
}

void leasedAndReturned(void) {
  struct lease *l = lease_try();
  if (!l)
    return;
  lease_put(1, l);
}

// A handle that a rule knows.
void hang_up(PGconn *c);
PGconn *dial(void) __attribute__((malloc(hang_up)));

void dialled(void) {
  PGconn *c = dial();
  // CHECK-NOTES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'dial' is not released on every path [db-session-leak]
  if (step())
    // CHECK-NOTES: :[[@LINE-1]]:7: note: taking the true branch
    return;
    // CHECK-NOTES: :[[@LINE-1]]:5: note: 'return' leaves the function without 'PQfinish'
  hang_up(c);
}

void dialledAndHungUp(void) {
  PGconn *c = dial();
  hang_up(c);
}

// Memory and files are no sessions.
void *block_get(void) __attribute__((malloc));
FILE *log_open(void) __attribute__((malloc(fclose)));

void notOurs(void) {
  void *p = block_get();
  FILE *f = log_open();
}
