// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A macro of the project that assigns the variable and may jump.

#include "libpq-fe.h"

#define RUN(var, conn, sql) ((var) = PQexec((conn), (sql)))
#define RUN_OR(var, conn, sql, label)                                          \
  do {                                                                         \
    (var) = PQexec((conn), (sql));                                             \
    if (PQresultStatus(var) != PGRES_TUPLES_OK)                                \
      goto label;                                                              \
  } while (0)

int step(void);

int assigned(PGconn *c) {
  PGresult *r;
  RUN(r, c, "select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
  if (step())
    return -1;
  PQclear(r);
  return 0;
}

int assignedReleased(PGconn *c) {
  PGresult *r;
  RUN(r, c, "select 1");
  if (step()) {
    PQclear(r);
    return -1;
  }
  PQclear(r);
  return 0;
}

int jumps(PGconn *c) {
  PGresult *r;
  RUN_OR(r, c, "select 1", fail);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
  PQclear(r);
  return 0;
fail:
  return -1;
}

int jumpsReleased(PGconn *c) {
  PGresult *r;
  RUN_OR(r, c, "select 1", fail);
  PQclear(r);
  return 0;
fail:
  PQclear(r);
  return -1;
}
