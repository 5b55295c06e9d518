// Overloads told apart by their number of parameters.
// RUN: %check_dbtidy %s db-session-leak %t -options=RuleFiles:%S/overloads.yaml

#include "overloads.h"

int leaks(Pool &Sessions) {
  Session *Held = Sessions.get(100);
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: session 'Held' acquired by 'get' is not released on every path [db-session-leak]
  if (Held->Number == 0)
    return 0;
  Sessions.put(Held);
  return 1;
}

int releases(Pool &Sessions) {
  Session *Held = Sessions.get(100);
  int Number = Held->Number;
  Sessions.put(Held);
  return Number;
}

int leaksThroughTheWrongOverload(Pool &Sessions) {
  Session *Held = Sessions.get(100);
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: session 'Held' acquired by 'get' is not released on every path [db-session-leak]
  int Number = Held->Number;
  Sessions.put();
  return Number;
}

int looks(Pool &Sessions) {
  Session *Seen = Sessions.get();
  return Seen->Number;
}
