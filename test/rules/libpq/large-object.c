// Descriptors of large objects: numbers, negative when there is none.
// RUN: %check_dbtidy %s db-session-leak %t -std=c11 -real-headers -- -- -isystem /usr/include/postgresql

#include <libpq-fe.h>
#include <libpq/libpq-fs.h>

void leaksLoOpen(PGconn *Connection, Oid Object) {
  int Descriptor = lo_open(Connection, Object, INV_READ);
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: cursor 'Descriptor' acquired by 'lo_open' is not released on every path [db-session-leak]
}

void releasesLoOpen(PGconn *Connection, Oid Object) {
  int Descriptor = lo_open(Connection, Object, INV_READ);
  lo_close(Connection, Descriptor);
}

int leaksAfterAFailedRead(PGconn *Connection, Oid Object, char *Into) {
  int Descriptor = lo_open(Connection, Object, INV_READ);
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: cursor 'Descriptor' acquired by 'lo_open' is not released on every path [db-session-leak]
  if (Descriptor < 0)
    return -1;
  if (lo_read(Connection, Descriptor, Into, 16) < 0)
    return -1;
  return lo_close(Connection, Descriptor);
}

int releasesAfterAFailedRead(PGconn *Connection, Oid Object, char *Into) {
  int Descriptor = lo_open(Connection, Object, INV_READ);
  if (Descriptor < 0)
    return -1;
  int Length = lo_read(Connection, Descriptor, Into, 16);
  lo_close(Connection, Descriptor);
  return Length;
}

// The connection takes its descriptors along.
int closesTheConnection(const char *Info, Oid Object) {
  PGconn *Connection = PQconnectdb(Info);
  int Descriptor = lo_open(Connection, Object, INV_WRITE);
  int Length = lo_write(Connection, Descriptor, "text", 4);
  PQfinish(Connection);
  return Length;
}

void leaksWhateverIsDone(PGconn *Connection, Oid Object) {
  int Descriptor = lo_open(Connection, Object, INV_READ);
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: cursor 'Descriptor' acquired by 'lo_open' is not released on every path [db-session-leak]
  lo_read(Connection, Descriptor, 0, 0);
  lo_write(Connection, Descriptor, 0, 0);
  lo_lseek(Connection, Descriptor, 0, 0);
  lo_lseek64(Connection, Descriptor, 0, 0);
  lo_tell(Connection, Descriptor);
  lo_tell64(Connection, Descriptor);
  lo_truncate(Connection, Descriptor, 0);
  lo_truncate64(Connection, Descriptor, 0);
}
