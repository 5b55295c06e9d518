// What libzdb 3.3 added, against the mock header.
// RUN: %check_dbtidy %s db-session-leak %t -std=c11

#include <zdb/zdb.h>

void leaksConnectionPoolGetConnectionOrException(ConnectionPool_T Pool) {
  Connection_T Connection = ConnectionPool_getConnectionOrException(Pool);
  // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: session 'Connection' acquired by 'ConnectionPool_getConnectionOrException' is not released on every path [db-session-leak]
}

void releasesConnectionPoolGetConnectionOrException(ConnectionPool_T Pool) {
  Connection_T Connection = ConnectionPool_getConnectionOrException(Pool);
  Connection_close(Connection);
}
