// Cancel objects of libpq.
// RUN: %check_dbtidy %s db-session-leak %t -std=c11 -real-headers -- -- -isystem /usr/include/postgresql

#include <libpq-fe.h>

void leaksPQgetCancel(PGconn *Connection) {
  PGcancel *Cancel = PQgetCancel(Connection);
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: session 'Cancel' acquired by 'PQgetCancel' is not released on every path [db-session-leak]
}

void releasesPQgetCancel(PGconn *Connection) {
  PGcancel *Cancel = PQgetCancel(Connection);
  PQfreeCancel(Cancel);
}

// Cancelling gives nothing back.
int leaksWhenCancelled(PGconn *Connection) {
  PGcancel *Cancel = PQgetCancel(Connection);
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: session 'Cancel' acquired by 'PQgetCancel' is not released on every path [db-session-leak]
  char Text[256];
  if (!PQcancel(Cancel, Text, sizeof(Text)))
    return 0;
  PQfreeCancel(Cancel);
  return 1;
}

int releasesWhenCancelled(PGconn *Connection) {
  PGcancel *Cancel = PQgetCancel(Connection);
  char Text[256];
  int Done = PQcancel(Cancel, Text, sizeof(Text));
  PQfreeCancel(Cancel);
  return Done;
}
