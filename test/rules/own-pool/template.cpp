// A pool that is a template.
// RUN: %check_dbtidy %s db-session-leak %t -options=RuleFiles:%S/template.yaml

#include "template.h"

int leaks(Pool<Session> &Sessions) {
  Session *Held = Sessions.acquire();
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: session 'Held' acquired by 'acquire' is not released on every path [db-session-leak]
  int Count = Held->count();
  if (Count == 0)
    return 0;
  Sessions.release(Held);
  return Count;
}

int releases(Pool<Session> &Sessions) {
  Session *Held = Sessions.acquire();
  int Count = Held->count();
  Sessions.release(Held);
  return Count;
}

int leaksAnotherType(Pool<Query> *Queries) {
  Query *Held = Queries->acquire();
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'Held' acquired by 'acquire' is not released on every path [db-session-leak]
  int Rows = Held->rows();
  if (Rows < 0)
    throw Rows;
  Queries->release(Held);
  return Rows;
}

int leaksAnOutParameter(Pool<Query> &Queries) {
  Query *Held = nullptr;
  if (!Queries.tryAcquire(Held))
    // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: session 'Held' acquired by 'tryAcquire' is not released on every path [db-session-leak]
    return -1;
  int Rows = Held->rows();
  if (Rows < 0)
    return -1;
  Queries.release(Held);
  return Rows;
}

int releasesAnOutParameter(Pool<Query> &Queries) {
  Query *Held = nullptr;
  if (!Queries.tryAcquire(Held))
    return -1;
  int Rows = Held->rows();
  Queries.release(Held);
  return Rows;
}

// Reported once, however often it is instantiated.
template <typename T> bool leaksInATemplate(Pool<T> &Things) {
  T *Held = Things.acquire();
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: session 'Held' acquired by 'acquire' is not released on every path [db-session-leak]
  if (!Held)
    return false;
  if (sizeof(T) > 1000)
    Things.release(Held);
  return true;
}

template <typename T> bool releasesInATemplate(Pool<T> &Things) {
  T *Held = Things.acquire();
  Things.release(Held);
  return true;
}

bool instantiates(Pool<Session> &Sessions, Pool<Query> &Queries) {
  return leaksInATemplate(Sessions) && leaksInATemplate(Queries) &&
         releasesInATemplate(Sessions) && releasesInATemplate(Queries);
}
