// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A connection from a function that is not visible is shared, unless this
// function releases it on some path.

#include "libpq-fe.h"
#include "sqlite3.h"
#include "mysql.h"
#include <stddef.h>

PGconn *db_handle_get(void);
sqlite3 *database(void);
MYSQL_RES *fetchAll(const char *sql);
int step(void);

int shared(void) {
  PGconn *c = db_handle_get();
  return PQstatus(c) == CONNECTION_OK;
}

int sharedDatabase(void) {
  sqlite3 *db = database();
  return sqlite3_exec(db, "vacuum", NULL, NULL, NULL);
}

int releasedOnOnePath(void) {
  PGconn *c = db_handle_get();
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'db_handle_get' is not released on every path [db-session-leak]
  if (step())
    return -1;
  PQfinish(c);
  return 0;
}

int releasedOnBothPaths(void) {
  PGconn *c = db_handle_get();
  if (step()) {
    PQfinish(c);
    return -1;
  }
  PQfinish(c);
  return 0;
}

int nullFirst(void) {
  PGconn *c = db_handle_get();
  if (!c)
    return -1;
  PQfinish(c);
  return 0;
}

PGconn *releasedOrHandedOn(void) {
  PGconn *c = db_handle_get();
  if (PQstatus(c) != CONNECTION_OK) {
    PQfinish(c);
    return NULL;
  }
  return c;
}

int databaseOnOnePath(void) {
  sqlite3 *db = database();
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'db' acquired by 'database' is not released on every path [db-session-leak]
  if (sqlite3_exec(db, "vacuum", NULL, NULL, NULL) != SQLITE_OK)
    return -1;
  sqlite3_close(db);
  return 0;
}

int rowsOnOnePath(void) {
  MYSQL_RES *res = fetchAll("select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: result 'res' acquired by 'fetchAll' is not released on every path [db-session-leak]
  if (!res)
    return -1;
  if (mysql_num_rows(res) == 0)
    return 0;
  mysql_free_result(res);
  return 1;
}

int rowsOnBothPaths(void) {
  MYSQL_RES *res = fetchAll("select 1");
  if (!res)
    return -1;
  if (mysql_num_rows(res) == 0) {
    mysql_free_result(res);
    return 0;
  }
  mysql_free_result(res);
  return 1;
}
