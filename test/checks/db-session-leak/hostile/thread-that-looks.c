// XFAIL: *
// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17
// A thread that only looks at its user data. The name of the function that
// starts it is believed instead: it keeps what it is given.

#include "libpq-fe.h"
#include <pthread.h>

static void *look(void *data) {
  PQstatus(data);
  return 0;
}

void threadLooks(void) {
  pthread_t t;
  PGconn *c = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+3]]:1: note: the function ends without 'PQfinish'
  pthread_create(&t, 0, look, c);
  pthread_join(t, 0);
}
