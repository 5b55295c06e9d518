// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Handles of several libraries in one function.

#include "hiredis/hiredis.h"
#include "libpq-fe.h"
#include "sqlite3.h"
#include <stddef.h>

int copy(const char *path) {
  int rc = -1;
  PGconn *pg = PQconnectdb("");
  sqlite3 *db = NULL;
  redisContext *cache = redisConnect("localhost", 6379);
  // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: session 'cache' acquired by 'redisConnect' is not released on every path [db-session-leak]
  PGresult *r = NULL;
  if (sqlite3_open(path, &db) != SQLITE_OK)
    goto out;
  r = PQexec(pg, "select 1");
  if (PQresultStatus(r) != PGRES_TUPLES_OK)
    goto out;
  rc = 0;
  if (cache)
    redisFree(cache);
out:
  PQclear(r);
  sqlite3_close(db);
  PQfinish(pg);
  return rc;
}

int copyReleased(const char *path) {
  int rc = -1;
  PGconn *pg = PQconnectdb("");
  sqlite3 *db = NULL;
  redisContext *cache = redisConnect("localhost", 6379);
  PGresult *r = NULL;
  if (sqlite3_open(path, &db) != SQLITE_OK)
    goto out;
  r = PQexec(pg, "select 1");
  if (PQresultStatus(r) != PGRES_TUPLES_OK)
    goto out;
  rc = 0;
out:
  if (cache)
    redisFree(cache);
  PQclear(r);
  sqlite3_close(db);
  PQfinish(pg);
  return rc;
}

int allForgotten(const char *path) {
  sqlite3 *db;
  PGconn *pg = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: session 'pg' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  sqlite3_open(path, &db);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: session 'db' acquired by 'sqlite3_open' is not released on every path [db-session-leak]
  redisContext *cache = redisConnect("localhost", 6379);
  // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: session 'cache' acquired by 'redisConnect' is not released on every path [db-session-leak]
  return cache != NULL;
}
