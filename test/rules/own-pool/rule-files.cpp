// RuleFiles: an absolute path, one relative to the working folder, the global
// option, several files in either order, and none.
// RUN: %check_dbtidy %s db-session-leak %t -check-suffixes=POOL -options=RuleFiles:%S/pool.yaml
// RUN: cd %S && %check_dbtidy %s db-session-leak %t -check-suffixes=POOL -options=RuleFiles:pool.yaml
// RUN: cd %S/.. && %check_dbtidy %s db-session-leak %t -check-suffixes=POOL -options=RuleFiles:own-pool/pool.yaml
// RUN: %check_dbtidy %s db-session-leak %t -check-suffixes=POOL -config="{CheckOptions: {RuleFiles: '%S/pool.yaml'}}"
// RUN: %check_dbtidy %s db-session-leak %t -check-suffixes=POOL,NUMBER "-options=RuleFiles:%S/pool.yaml;%S/number.yaml"
// RUN: %check_dbtidy %s db-session-leak %t -check-suffixes=POOL,NUMBER "-options=RuleFiles:%S/number.yaml;%S/pool.yaml;"
// RUN: %check_dbtidy %s db-session-leak %t -expect-silence

#include "number.h"
#include "pool.h"

int countWithASession(ConnectionPool &Pool) {
  Session *Held = Pool.acquire();
  // CHECK-MESSAGES-POOL: :[[@LINE-1]]:19: warning: session 'Held' acquired by 'acquire' is not released on every path [db-session-leak]
  int Count = Held->count();
  if (Count > 0)
    Pool.release(Held);
  return Count;
}

int countWithANumber(Sessions &All) {
  int Number = All.open();
  // CHECK-MESSAGES-NUMBER: :[[@LINE-1]]:16: warning: session 'Number' acquired by 'open' is not released on every path [db-session-leak]
  int Count = All.count(Number);
  if (Count > 0)
    All.close(Number);
  return Count;
}
