// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Static and global handles are kept for the life of the process.

#include "libpq-fe.h"
#include "sqlite3.h"
#include <stddef.h>

PGconn *Connection;
static sqlite3 *Database;

PGconn *functionLocal(void) {
  static PGconn *c;
  if (c == NULL)
    c = PQconnectdb("");
  return c;
}

int functionLocalNotReturned(void) {
  static PGconn *c = NULL;
  if (!c)
    c = PQconnectdb("");
  return PQstatus(c) == CONNECTION_OK;
}

int global(void) {
  Connection = PQconnectdb("");
  if (PQstatus(Connection) != CONNECTION_OK)
    return -1;
  return 0;
}

int fileStatic(const char *path) {
  if (sqlite3_open(path, &Database) != SQLITE_OK)
    return -1;
  return 0;
}

int localBesideGlobal(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  Connection = PQconnectdb("");
  return PQstatus(c) == CONNECTION_OK;
}
