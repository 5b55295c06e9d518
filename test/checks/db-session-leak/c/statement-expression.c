// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// GNU statement expressions.

#include "libpq-fe.h"
#include <stddef.h>

int step(void);

#define QUERY(conn, sql)                                                       \
  ({                                                                           \
    PGresult *res_ = PQexec(conn, sql);                                        \
    int n_ = PQntuples(res_);                                                  \
    PQclear(res_);                                                             \
    n_;                                                                        \
  })

void value(void) {
  PGconn *c = ({
    PGconn *t = PQconnectdb("");
    t;
  });
  PQfinish(c);
}

int insideReleased(PGconn *c) {
  return ({
    PGresult *r = PQexec(c, "select 1");
    int n = PQntuples(r);
    PQclear(r);
    n;
  });
}

int insideForgotten(PGconn *c) {
  return ({
    PGresult *r = PQexec(c, "select 1");
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
    PQntuples(r);
  });
}

int returnsFromInside(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  int n = ({
    if (step())
      return -1;
    2;
  });
  PQfinish(c);
  return n;
}

int returnsFromInsideReleased(void) {
  PGconn *c = PQconnectdb("");
  int n = ({
    if (step()) {
      PQfinish(c);
      return -1;
    }
    2;
  });
  PQfinish(c);
  return n;
}

int byMacro(PGconn *c) { return QUERY(c, "select 1") + QUERY(c, "select 2"); }
