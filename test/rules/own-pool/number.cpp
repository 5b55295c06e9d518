// A session is a number; -1 is none.
// RUN: %check_dbtidy %s db-session-leak %t -options=RuleFiles:%S/number.yaml

#include "number.h"

int leaks(Sessions &All) {
  int Number = All.open();
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: session 'Number' acquired by 'open' is not released on every path [db-session-leak]
  if (Number < 0)
    return -1;
  int Count = All.count(Number);
  if (Count == 0)
    return 0;
  All.close(Number);
  return Count;
}

int releases(Sessions &All) {
  int Number = All.open();
  if (Number < 0)
    return -1;
  int Count = All.count(Number);
  All.close(Number);
  return Count;
}

int releasesWhereThereIsOne(Sessions &All) {
  int Count = 0;
  int Number = All.open();
  if (Number != -1) {
    Count = All.count(Number);
    All.close(Number);
  }
  return Count;
}

// Session 0 is a session.
void leaksNumberZero(Sessions &All) {
  int Number = All.open();
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: session 'Number' acquired by 'open' is not released on every path [db-session-leak]
  if (Number > 0)
    All.close(Number);
}

void overwrites(Sessions &All) {
  int Number = All.open();
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: session 'Number' acquired by 'open' is not released on every path [db-session-leak]
  Number = 0;
  All.close(Number);
}
