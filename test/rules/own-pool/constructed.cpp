// An object that its constructor opens and a method closes.
// RUN: %check_dbtidy %s db-session-leak %t -options=RuleFiles:%S/constructed.yaml

#include "constructed.h"

void audit(const char *What);

int leaks() {
  shop::Connection Db("orders");
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: session 'Db' acquired by 'Connection' is not released on every path [db-session-leak]
  int Count = Db.count("select count(*) from orders");
  Db.close();
  return Count;
}

int releases() {
  shop::Connection Db("orders");
  int Count = -1;
  try {
    Count = Db.count("select count(*) from orders");
  } catch (...) {
  }
  Db.close();
  return Count;
}

int leaksOnEarlyReturn(bool Wanted) {
  shop::Connection Db{"orders"};
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: session 'Db' acquired by 'Connection' is not released on every path [db-session-leak]
  if (!Wanted)
    return 0;
  Db.close();
  return 1;
}

void closes() {
  shop::Connection Db("orders");
  Db.close();
}
