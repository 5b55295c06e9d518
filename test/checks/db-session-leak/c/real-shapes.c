// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Longer functions in the shapes that real fixes have.

#include "libpq-fe.h"
#include "sqlite3.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int step(void);

int transfer(const char *from, const char *to, int amount) {
  char sql[128];
  int rc = 1;
  PGresult *res;
  PGconn *conn = PQconnectdb("dbname=bank");

  if (PQstatus(conn) != CONNECTION_OK) {
    fprintf(stderr, "%s", PQerrorMessage(conn));
    PQfinish(conn);
    return 1;
  }
  res = PQexec(conn, "begin");
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: result 'res' acquired by 'PQexec' is not released on every path [db-session-leak]
  if (PQresultStatus(res) != PGRES_COMMAND_OK) {
    fprintf(stderr, "%s", PQresultErrorMessage(res));
    goto done;
  }
  PQclear(res);
  snprintf(sql, sizeof sql, "update a set n = n - %d where id = '%s'", amount, from);
  res = PQexec(conn, sql);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: result 'res' acquired by 'PQexec' is not released on every path [db-session-leak]
  if (PQresultStatus(res) != PGRES_COMMAND_OK)
    goto done;
  if (atoi(PQcmdTuples(res)) != 1) {
    PQclear(res);
    goto done;
  }
  PQclear(res);
  snprintf(sql, sizeof sql, "update a set n = n + %d where id = '%s'", amount, to);
  res = PQexec(conn, sql);
  rc = PQresultStatus(res) != PGRES_COMMAND_OK;
  PQclear(res);
done:
  PQfinish(conn);
  return rc;
}

int transferReleased(const char *from, const char *to, int amount) {
  char sql[128];
  int rc = 1;
  PGresult *res = NULL;
  PGconn *conn = PQconnectdb("dbname=bank");

  if (PQstatus(conn) != CONNECTION_OK) {
    fprintf(stderr, "%s", PQerrorMessage(conn));
    goto done;
  }
  res = PQexec(conn, "begin");
  if (PQresultStatus(res) != PGRES_COMMAND_OK) {
    fprintf(stderr, "%s", PQresultErrorMessage(res));
    goto done;
  }
  PQclear(res);
  snprintf(sql, sizeof sql, "update a set n = n - %d where id = '%s'", amount, from);
  res = PQexec(conn, sql);
  if (PQresultStatus(res) != PGRES_COMMAND_OK)
    goto done;
  if (atoi(PQcmdTuples(res)) != 1)
    goto done;
  PQclear(res);
  snprintf(sql, sizeof sql, "update a set n = n + %d where id = '%s'", amount, to);
  res = PQexec(conn, sql);
  rc = PQresultStatus(res) != PGRES_COMMAND_OK;
done:
  PQclear(res);
  PQfinish(conn);
  return rc;
}

char *lookUp(const char *path, int key) {
  sqlite3 *db = NULL;
  sqlite3_stmt *st = NULL;
  char *value = NULL;

  if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK) {
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: session 'db' acquired by 'sqlite3_open_v2' is not released on every path [db-session-leak]
    fprintf(stderr, "%s\n", sqlite3_errmsg(db));
    return NULL;
  }
  if (sqlite3_prepare_v2(db, "select v from t where k = ?", -1, &st, NULL) !=
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: statement 'st' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
      SQLITE_OK) {
    fprintf(stderr, "%s\n", sqlite3_errmsg(db));
    sqlite3_close(db);
    return NULL;
  }
  sqlite3_bind_int(st, 1, key);
  if (sqlite3_step(st) == SQLITE_ROW) {
    const char *text = (const char *)sqlite3_column_text(st, 0);
    value = malloc(strlen(text) + 1);
    if (value == NULL) {
      sqlite3_close(db);
      return NULL;
    }
    strcpy(value, text);
  }
  sqlite3_finalize(st);
  sqlite3_close(db);
  return value;
}

char *lookUpReleased(const char *path, int key) {
  sqlite3 *db = NULL;
  sqlite3_stmt *st = NULL;
  char *value = NULL;

  if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK) {
    fprintf(stderr, "%s\n", sqlite3_errmsg(db));
    goto out;
  }
  if (sqlite3_prepare_v2(db, "select v from t where k = ?", -1, &st, NULL) !=
      SQLITE_OK) {
    fprintf(stderr, "%s\n", sqlite3_errmsg(db));
    goto out;
  }
  sqlite3_bind_int(st, 1, key);
  if (sqlite3_step(st) == SQLITE_ROW) {
    const char *text = (const char *)sqlite3_column_text(st, 0);
    value = malloc(strlen(text) + 1);
    if (value == NULL)
      goto out;
    strcpy(value, text);
  }
out:
  sqlite3_finalize(st);
  sqlite3_close(db);
  return value;
}

int drain(PGconn *conn) {
  PGresult *res;
  int failed = 0;
  if (!PQsendQuery(conn, "select 1"))
    return -1;
  while ((res = PQgetResult(conn)) != NULL) {
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: result 'res' acquired by 'PQgetResult' is not released on every path [db-session-leak]
    switch (PQresultStatus(res)) {
    case PGRES_TUPLES_OK:
      break;
    case PGRES_COPY_OUT:
      return 1;
    default:
      failed = 1;
      break;
    }
    PQclear(res);
  }
  return failed ? -1 : 0;
}

int drainReleased(PGconn *conn) {
  PGresult *res;
  int failed = 0;
  if (!PQsendQuery(conn, "select 1"))
    return -1;
  while ((res = PQgetResult(conn)) != NULL) {
    switch (PQresultStatus(res)) {
    case PGRES_TUPLES_OK:
      break;
    case PGRES_COPY_OUT:
      PQclear(res);
      return 1;
    default:
      failed = 1;
      break;
    }
    PQclear(res);
  }
  return failed ? -1 : 0;
}
