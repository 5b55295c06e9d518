// A pool that is reached through a static function.
// RUN: %check_dbtidy %s db-session-leak %t -options=RuleFiles:%S/singleton.yaml

#include "singleton.h"

int leaks() {
  Session *Held = Pool::instance().acquire();
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: session 'Held' acquired by 'acquire' is not released on every path [db-session-leak]
  int Count = Held->count();
  if (Count == 0)
    return 0;
  Pool::instance().release(Held);
  return Count;
}

int releases() {
  Session *Held = Pool::instance().acquire();
  int Count = Held->count();
  Pool::instance().release(Held);
  return Count;
}

int releasesThroughAReference() {
  auto &Sessions = Pool::instance();
  auto *Held = Sessions.acquire();
  int Count = Held->count();
  Sessions.release(Held);
  return Count;
}

void discards() {
  Pool::instance().acquire();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: session acquired by 'acquire' is not released on every path [db-session-leak]
}
