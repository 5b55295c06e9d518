// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A wrapper reached through a table of function pointers.

#include "libpq-fe.h"
#include <stddef.h>

struct Api {
  PGresult *(*query)(PGconn *c, const char *sql);
};
int step(void);

int releasedOnOnePath(const struct Api *api, PGconn *c) {
  PGresult *r = api->query(c, "select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: result 'r' acquired by 'query' is not released on every path [db-session-leak]
  if (step())
    return -1;
  PQclear(r);
  return 0;
}

int releasedOnBothPaths(const struct Api *api, PGconn *c) {
  PGresult *r = api->query(c, "select 1");
  if (step()) {
    PQclear(r);
    return -1;
  }
  PQclear(r);
  return 0;
}
