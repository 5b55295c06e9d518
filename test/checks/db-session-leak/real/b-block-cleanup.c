// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17 -- -- -fblocks

// Cleanup through a block literal: the block that a cleanup attribute runs
// releases what it mentions.

#include "libpq-fe.h"
#include <stddef.h>

typedef void (^CleanupBlock)(void);
static inline void runBlock(CleanupBlock *b) { (*b)(); }

#define SCOPED(Type, Name, Value, Release)                                     \
  __block Type Name = Value;                                                   \
  CleanupBlock cleanup##Name __attribute__((cleanup(runBlock), unused)) = ^{   \
    (void)Release(Name);                                                       \
  };

static int query(PGconn *c, PGresult **result) {
  *result = PQexec(c, "");
  return PQresultStatus(*result) == PGRES_TUPLES_OK ? 0 : -1;
}

int scoped(PGconn *c) {
  SCOPED(PGresult *, result, NULL, PQclear);
  if (query(c, &result) != 0)
    return -1;
  return PQntuples(result);
}

int scopedAssigned(PGconn *c) {
  SCOPED(PGresult *, result, NULL, PQclear);
  result = PQexec(c, "");
  return PQntuples(result);
}

int unscoped(PGconn *c) {
  PGresult *result = NULL;
  if (query(c, &result) != 0)
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: result 'result' acquired by 'query' is not released on every path [db-session-leak]
    return -1;
  return PQntuples(result);
}
