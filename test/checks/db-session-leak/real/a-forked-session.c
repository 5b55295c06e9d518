// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// pg_basebackup: a connection is opened for the child, and must not be closed
// by the parent, which would end it for both.

#include "libpq-fe.h"
#include <stdlib.h>
#include <unistd.h>

int stream(PGconn *conn);

int startStreamer(const char *where) {
  PGconn *conn = PQconnectdb(where);
  if (PQstatus(conn) != CONNECTION_OK)
    exit(1);
  int child = fork();
  if (child == 0)
    exit(stream(conn));
  return child;
}

int leavesBefore(const char *where) {
  PGconn *conn = PQconnectdb(where);
// CHECK-MESSAGES: :[[@LINE-1]]:18: warning: session 'conn' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
// CHECK-MESSAGES: :[[@LINE+2]]:7: note: taking the true branch
// CHECK-MESSAGES: :[[@LINE+2]]:5: note: 'return' leaves the function without 'PQfinish'
  if (PQstatus(conn) != CONNECTION_OK)
    return -1;
  int child = fork();
  if (child == 0)
    exit(stream(conn));
  return child;
}

int resultIsNotShared(PGconn *conn) {
  PGresult *result = PQexec(conn, "select 1");
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: result 'result' acquired by 'PQexec' is not released on every path [db-session-leak]
// CHECK-MESSAGES: :[[@LINE+4]]:7: note: taking the false branch
// CHECK-MESSAGES: :[[@LINE+5]]:3: note: 'return' leaves the function without 'PQclear'
  int rows = PQntuples(result);
  int child = fork();
  if (child == 0)
    exit(rows);
  return child;
}
