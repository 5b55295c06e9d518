// The handle may be somebody else's where it seems to leak: there is no fix.
// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17
#include <hiredis/async.h>
#include <mysql.h>
#include <stdlib.h>

// Returned under another name: connecting gives back the handle, or null.
MYSQL *returned(const char *host) {
  MYSQL *m = mysql_init(NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: session 'm' acquired by 'mysql_init' is not released on every path [db-session-leak]
  // CHECK-NOFIX: :[[@LINE-2]]:14: note: no fix: 'm' holds no handle on some of the ways there
  return mysql_real_connect(m, host, 0, 0, 0, 0, 0, 0);
}

struct box {
  MYSQL *m;
};
int stored(struct box *b, int x) {
  MYSQL *m = mysql_init(NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: session 'm' acquired by 'mysql_init' is not released on every path [db-session-leak]
  // CHECK-NOFIX: :[[@LINE-2]]:14: note: no fix: 'm' holds no handle on some of the ways there
  if (x)
    b->m = m;
  return 0;
}

MYSQL *left(const char *host) {
  MYSQL *r = NULL;
  {
    MYSQL *m = mysql_init(NULL);
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: session 'm' acquired by 'mysql_init' is not released on every path [db-session-leak]
    // CHECK-NOFIX: :[[@LINE-2]]:16: note: no fix: 'm' holds no handle on some of the ways there
    r = mysql_real_connect(m, host, 0, 0, 0, 0, 0, 0);
  }
  return r;
}

// Never released here, and given to a function that may keep it.
void publish(MYSQL *m);
int given(void) {
  MYSQL *m = mysql_init(NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: session 'm' acquired by 'mysql_init' is not released on every path [db-session-leak]
  // CHECK-NOFIX: :[[@LINE-2]]:14: note: no fix: it would be wrong if 'publish' keeps 'm'
  publish(m);
  return 0;
}

// A helper that releases what it refuses: perhaps the handler has done so.
typedef int handler(MYSQL_RES *r);
static int process(handler *h, MYSQL_RES *r) {
  if (!h(r))
    return 0;
  mysql_free_result(r);
  return 1;
}
int handled(MYSQL *m, handler *h) {
  MYSQL_RES *r = mysql_store_result(m);
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: result 'r' acquired by 'mysql_store_result' is not released on every path [db-session-leak]
  // CHECK-NOFIX: :[[@LINE-2]]:18: note: no fix: it would be wrong if 'process' releases 'r' there too
  if (!process(h, r))
    return 1;
  return 0;
}

// The release runs callbacks on what the program has stored in it.
struct events {
  int count;
};
int attached(const char *host) {
  redisAsyncContext *c = redisAsyncConnect(host, 1);
  // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: session 'c' acquired by 'redisAsyncConnect' is not released on every path [db-session-leak]
  // CHECK-NOFIX: :[[@LINE-2]]:26: note: no fix: 'c' is given data of the program's own
  if (!c)
    return 1;
  struct events *e = malloc(sizeof *e);
  c->data = e;
  free(e);
  return 2;
}
