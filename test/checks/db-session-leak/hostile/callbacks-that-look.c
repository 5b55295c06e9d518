// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17
// A callback that is here tells what becomes of its user data. So do the names
// of functions that are not.

#include "libpq-fe.h"
#include <pthread.h>

static void *work(void *data) {
  PQfinish(data);
  return 0;
}
void threadOwns(void) {
  pthread_t t;
  PGconn *c = PQconnectdb("");
  pthread_create(&t, 0, work, c);
}

void putback(PGconn *c);
int get_free_count(PGconn *c);
int get_and_release(PGconn *c);

void putsBack(void) {
  PGconn *c = PQconnectdb("");
  putback(c);
}

int asksOnly(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+1]]:3: note: 'return' leaves the function without 'PQfinish'
  return get_free_count(c);
}

int asksAndReleases(void) {
  PGconn *c = PQconnectdb("");
  return get_and_release(c);
}
