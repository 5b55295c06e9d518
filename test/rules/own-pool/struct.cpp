// A session is a small struct, passed by value.
// RUN: %check_dbtidy %s db-session-leak %t -options=RuleFiles:%S/struct.yaml

#include "struct.h"

int leaks(Desk &Orders) {
  Ticket T = Orders.take();
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: session 'T' acquired by 'take' is not released on every path [db-session-leak]
  int Count = Orders.count(T);
  if (Count == 0)
    return 0;
  Orders.giveBack(T);
  return Count;
}

int releases(Desk &Orders) {
  Ticket T = Orders.take();
  int Count = Orders.count(T);
  Orders.giveBack(T);
  return Count;
}

int releasesACopy(Desk &Orders) {
  const Ticket T = Orders.take();
  Ticket Same = T;
  int Count = Orders.count(T);
  Orders.giveBack(Same);
  return Count;
}

void discards(Desk &Orders) {
  Orders.take();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: session acquired by 'take' is not released on every path [db-session-leak]
}

void releasesATemporary(Desk &Orders) { Orders.giveBack(Orders.take()); }
