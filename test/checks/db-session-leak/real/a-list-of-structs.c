// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Each turn of a loop over a list has another element.

#include "mysql/mysql.h"

struct connection {
  struct connection *next;
  int connected;
  MYSQL handle;
};
struct connection *first;

static int reconnect(struct connection *c) {
  if (!c->connected) {
    if (!mysql_init(&c->handle))
      return 0;
    c->connected = 1;
  }
  return 1;
}

int connectAll(void) {
  int n = 0;
  for (struct connection *c = first; c; c = c->next)
    if (mysql_init(&c->handle))
      ++n;
  return n;
}

int reconnectAll(void) {
  int n = 0;
  for (struct connection *c = first; c; c = c->next)
    n += reconnect(c);
  return n;
}

void twice(struct connection *c) {
  mysql_init(&c->handle);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: session 'c->handle' acquired by 'mysql_init' is not released on every path [db-session-leak]
  mysql_init(&c->handle);
}
