// A static factory, and a method that closes the object it is called on.
// RUN: %check_dbtidy %s db-session-leak %t -options=RuleFiles:%S/factory.yaml

#include "factory.h"

bool leaks() {
  Connection *Db = Connection::open("orders");
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: session 'Db' acquired by 'open' is not released on every path [db-session-leak]
  if (!Db)
    return false;
  if (!Db->ping())
    return false;
  Db->close();
  return true;
}

bool releases() {
  Connection *Db = Connection::open("orders");
  if (!Db)
    return false;
  bool Alive = Db->ping();
  Db->close();
  return Alive;
}

void discards() {
  Connection::open("orders");
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: session acquired by 'open' is not released on every path [db-session-leak]
}
