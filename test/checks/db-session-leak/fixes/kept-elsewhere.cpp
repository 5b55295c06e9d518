// The handle may be somebody else's where it seems to leak: there is no fix.
// RUN: %check_dbtidy %s db-session-leak %t -std=c++17
#include <mysql.h>

// Returned under another name: connecting gives back the handle, or null.
MYSQL *returned(const char *host) {
  MYSQL *m = mysql_init(NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: session 'm' acquired by 'mysql_init' is not released on every path [db-session-leak]
  // CHECK-NOFIX: :[[@LINE-2]]:14: note: no fix: 'm' is returned under another name
  return mysql_real_connect(m, host, 0, 0, 0, 0, 0, 0);
}

struct box {
  MYSQL *m;
};
int stored(struct box *b, int x) {
  MYSQL *m = mysql_init(NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: session 'm' acquired by 'mysql_init' is not released on every path [db-session-leak]
  // CHECK-NOFIX: :[[@LINE-2]]:14: note: no fix: 'm' is handed to somebody who may keep it
  if (x)
    b->m = m;
  return 0;
}

MYSQL *left(const char *host) {
  MYSQL *r = NULL;
  {
    MYSQL *m = mysql_init(NULL);
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: session 'm' acquired by 'mysql_init' is not released on every path [db-session-leak]
    // CHECK-NOFIX: :[[@LINE-2]]:16: note: no fix: 'm' is handed to somebody who may keep it
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

