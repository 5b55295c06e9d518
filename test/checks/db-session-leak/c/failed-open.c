// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// The handle is alive although opening it failed, and has to be released all
// the same.

#include "libpq-fe.h"
#include "sqlite3.h"
#include "mysql.h"
#include "hiredis/hiredis.h"
#include <stddef.h>

int pgFails(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (PQstatus(c) != CONNECTION_OK)
    return -1;
  PQfinish(c);
  return 0;
}

int pgFailsReleased(void) {
  PGconn *c = PQconnectdb("");
  if (PQstatus(c) != CONNECTION_OK) {
    PQfinish(c);
    return -1;
  }
  PQfinish(c);
  return 0;
}

int pgBad(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (PQstatus(c) == CONNECTION_BAD)
    return -1;
  PQfinish(c);
  return 0;
}

int pgOkOnly(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (PQstatus(c) == CONNECTION_OK) {
    PQfinish(c);
    return 0;
  }
  return -1;
}

int sqliteFails(const char *path) {
  sqlite3 *db;
  if (sqlite3_open(path, &db) != SQLITE_OK)
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: session 'db' acquired by 'sqlite3_open' is not released on every path [db-session-leak]
    return -1;
  sqlite3_close(db);
  return 0;
}

int sqliteFailsReleased(const char *path) {
  sqlite3 *db;
  if (sqlite3_open(path, &db) != SQLITE_OK) {
    sqlite3_close(db);
    return -1;
  }
  sqlite3_close(db);
  return 0;
}

int sqliteFailsV2(const char *path) {
  sqlite3 *db = NULL;
  int rc = sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: session 'db' acquired by 'sqlite3_open_v2' is not released on every path [db-session-leak]
  if (rc)
    return rc;
  sqlite3_close_v2(db);
  return 0;
}

int sqliteFailsV2Released(const char *path) {
  sqlite3 *db = NULL;
  int rc = sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL);
  if (rc) {
    sqlite3_close_v2(db);
    return rc;
  }
  sqlite3_close_v2(db);
  return 0;
}

int sqliteNull(const char *path) {
  sqlite3 *db = NULL;
  sqlite3_open(path, &db);
  if (!db)
    return -1;
  sqlite3_close(db);
  return 0;
}

int mysqlFails(void) {
  MYSQL *m = mysql_init(NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: session 'm' acquired by 'mysql_init' is not released on every path [db-session-leak]
  if (!m)
    return -1;
  if (!mysql_real_connect(m, "h", "u", "p", "d", 0, NULL, 0))
    return -1;
  mysql_close(m);
  return 0;
}

int mysqlFailsReleased(void) {
  MYSQL *m = mysql_init(NULL);
  if (!m)
    return -1;
  if (!mysql_real_connect(m, "h", "u", "p", "d", 0, NULL, 0)) {
    mysql_close(m);
    return -1;
  }
  mysql_close(m);
  return 0;
}

int mysqlFailsEquals(void) {
  MYSQL *m = mysql_init(NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: session 'm' acquired by 'mysql_init' is not released on every path [db-session-leak]
  if (m == NULL)
    return -1;
  if (mysql_real_connect(m, "h", "u", "p", "d", 0, NULL, 0) == NULL)
    return -1;
  mysql_close(m);
  return 0;
}

int mysqlSameVariable(void) {
  MYSQL m;
  mysql_init(&m);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: session 'm' acquired by 'mysql_init' is not released on every path [db-session-leak]
  if (!mysql_real_connect(&m, "h", "u", "p", "d", 0, NULL, 0))
    return -1;
  mysql_close(&m);
  return 0;
}

int mysqlSameVariableReleased(void) {
  MYSQL m;
  mysql_init(&m);
  if (!mysql_real_connect(&m, "h", "u", "p", "d", 0, NULL, 0)) {
    mysql_close(&m);
    return -1;
  }
  mysql_close(&m);
  return 0;
}

int redisFails(void) {
  redisContext *r = redisConnect("localhost", 6379);
  // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: session 'r' acquired by 'redisConnect' is not released on every path [db-session-leak]
  if (r == NULL || r->err)
    return -1;
  redisFree(r);
  return 0;
}

int redisFailsReleased(void) {
  redisContext *r = redisConnect("localhost", 6379);
  if (r == NULL || r->err) {
    if (r)
      redisFree(r);
    return -1;
  }
  redisFree(r);
  return 0;
}

int redisFailsElse(void) {
  redisContext *r = redisConnect("localhost", 6379);
  if (r != NULL && r->err) {
    redisFree(r);
    return -1;
  }
  redisFree(r);
  return 0;
}
