// A pool behind free functions: returned handle and out-parameter.
// RUN: %check_dbtidy %s db-session-leak %t -options=RuleFiles:%S/functions.yaml

#include "functions.h"

int leaks(db_pool *Pool) {
  db_conn *Held = pool_get(Pool);
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: session 'Held' acquired by 'pool_get' is not released on every path [db-session-leak]
  if (!Held)
    return -1;
  if (db_ping(Held) != 0)
    return -1;
  pool_put(Pool, Held);
  return 0;
}

int releases(db_pool *Pool) {
  db_conn *Held = pool_get(Pool);
  if (!Held)
    return -1;
  int Status = db_ping(Held);
  pool_put(Pool, Held);
  return Status;
}

int leaksAnOutParameter(db_pool *Pool) {
  db_conn *Held;
  if (pool_try_get(Pool, &Held) != 0)
    // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: session 'Held' acquired by 'pool_try_get' is not released on every path [db-session-leak]
    return -1;
  if (db_ping(Held) != 0)
    return -1;
  pool_put(Pool, Held);
  return 0;
}

int releasesAnOutParameter(db_pool *Pool) {
  db_conn *Held;
  int Status = pool_try_get(Pool, &Held);
  if (Status != 0)
    return -1;
  Status = db_ping(Held);
  pool_put(Pool, Held);
  return Status;
}

void leaksByThrow(db_pool *Pool) {
  db_conn *Held = pool_get(Pool);
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: session 'Held' acquired by 'pool_get' is not released on every path [db-session-leak]
  if (db_ping(Held) != 0)
    throw 1;
  pool_put(Pool, Held);
}
