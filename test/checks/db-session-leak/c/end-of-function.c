// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Falling off the end of the function with the handle still held.

#include "libpq-fe.h"
#include "sqlite3.h"
#include "mysql.h"
#include "hiredis/hiredis.h"

int step(void);
int audit(PGconn *c);

void neverReleased(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  audit(c);
}

void released(void) {
  PGconn *c = PQconnectdb("");
  audit(c);
  PQfinish(c);
}

void neverUsed(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
}

void onlyOneBranchReleases(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (step())
    PQfinish(c);
}

void bothBranchesRelease(void) {
  PGconn *c = PQconnectdb("");
  if (step())
    PQfinish(c);
  else
    PQfinish(c);
}

void database(const char *path) {
  sqlite3 *db;
  sqlite3_open(path, &db);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: session 'db' acquired by 'sqlite3_open' is not released on every path [db-session-leak]
  sqlite3_exec(db, "vacuum", 0, 0, 0);
}

void databaseReleased(const char *path) {
  sqlite3 *db;
  sqlite3_open(path, &db);
  sqlite3_exec(db, "vacuum", 0, 0, 0);
  sqlite3_close(db);
}

void mysqlHandle(void) {
  MYSQL *m = mysql_init(0);
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: session 'm' acquired by 'mysql_init' is not released on every path [db-session-leak]
  mysql_ping(m);
}

void mysqlHandleReleased(void) {
  MYSQL *m = mysql_init(0);
  mysql_ping(m);
  mysql_close(m);
}

void redisContextHeld(void) {
  redisContext *r = redisConnect("localhost", 6379);
  // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: session 'r' acquired by 'redisConnect' is not released on every path [db-session-leak]
  (void)r;
}

void redisContextReleased(void) {
  redisContext *r = redisConnect("localhost", 6379);
  redisFree(r);
}

void declaredThenAssigned(void) {
  PGconn *c;
  c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  audit(c);
}

void usedButReleasedElsewhere(PGconn *other) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  audit(c);
  PQfinish(other);
}
