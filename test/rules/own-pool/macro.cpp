// A macro that assigns the variable it is given.
// RUN: %check_dbtidy %s db-session-leak %t -options=RuleFiles:%S/macro.yaml

#include "macro.h"

int leaks() {
  db_conn *Conn;
  DB_GET(Conn);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: session 'Conn' acquired by 'DB_GET' is not released on every path [db-session-leak]
  if (!Conn)
    return -1;
  if (db_ping(Conn) != 0)
    return -1;
  DB_PUT(Conn);
  return 0;
}

int releases() {
  db_conn *Conn;
  DB_GET(Conn);
  if (!Conn)
    return -1;
  int Status = db_ping(Conn);
  DB_PUT(Conn);
  return Status;
}

int leaksInACondition() {
  db_conn *Conn;
  if (!DB_GET(Conn))
    // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: session 'Conn' acquired by 'DB_GET' is not released on every path [db-session-leak]
    return -1;
  if (db_ping(Conn) != 0)
    return -1;
  DB_PUT(Conn);
  return 0;
}
