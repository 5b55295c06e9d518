// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// What looks like a release in MySQL's interface and is not, and structs
// initialised in place.

#include "mysql.h"
#include <stddef.h>

int step(void);

int inPlace(void) {
  MYSQL m;
  mysql_init(&m);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: session 'm' acquired by 'mysql_init' is not released on every path [db-session-leak]
  if (step())
    return -1;
  mysql_close(&m);
  return 0;
}

int inPlaceReleased(void) {
  MYSQL m;
  mysql_init(&m);
  if (step()) {
    mysql_close(&m);
    return -1;
  }
  mysql_close(&m);
  return 0;
}

int inPlaceTwice(void) {
  MYSQL m;
  mysql_init(&m);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: session 'm' acquired by 'mysql_init' is not released on every path [db-session-leak]
  mysql_real_connect(&m, "a", "u", "p", "d", 0, NULL, 0);
  mysql_init(&m);
  mysql_real_connect(&m, "b", "u", "p", "d", 0, NULL, 0);
  mysql_close(&m);
  return 0;
}

int inPlaceTwiceReleased(void) {
  MYSQL m;
  mysql_init(&m);
  mysql_real_connect(&m, "a", "u", "p", "d", 0, NULL, 0);
  mysql_close(&m);
  mysql_init(&m);
  mysql_real_connect(&m, "b", "u", "p", "d", 0, NULL, 0);
  mysql_close(&m);
  return 0;
}

int connectReturnsTheSame(void) {
  MYSQL *m = mysql_init(NULL);
  if (!m)
    return -1;
  MYSQL *c = mysql_real_connect(m, "h", "u", "p", "d", 0, NULL, 0);
  if (!c) {
    mysql_close(m);
    return -1;
  }
  step();
  mysql_close(m);
  return 0;
}

int statement(MYSQL *m) {
  MYSQL_STMT *st = mysql_stmt_init(m);
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: statement 'st' acquired by 'mysql_stmt_init' is not released on every path [db-session-leak]
  if (!st)
    return -1;
  if (mysql_stmt_prepare(st, "select 1", 8))
    return -1;
  mysql_stmt_close(st);
  return 0;
}

int statementReleased(MYSQL *m) {
  MYSQL_STMT *st = mysql_stmt_init(m);
  if (!st)
    return -1;
  if (mysql_stmt_prepare(st, "select 1", 8)) {
    mysql_stmt_close(st);
    return -1;
  }
  mysql_stmt_close(st);
  return 0;
}

int freeResultIsNoRelease(MYSQL *m) {
  MYSQL_STMT *st = mysql_stmt_init(m);
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: statement 'st' acquired by 'mysql_stmt_init' is not released on every path [db-session-leak]
  if (!st)
    return -1;
  mysql_stmt_execute(st);
  mysql_stmt_free_result(st);
  return 0;
}

int freeResultThenClose(MYSQL *m) {
  MYSQL_STMT *st = mysql_stmt_init(m);
  if (!st)
    return -1;
  mysql_stmt_execute(st);
  mysql_stmt_free_result(st);
  mysql_stmt_close(st);
  return 0;
}

int storedRows(MYSQL *m) {
  MYSQL_RES *res = mysql_store_result(m);
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: result 'res' acquired by 'mysql_store_result' is not released on every path [db-session-leak]
  MYSQL_ROW row;
  if (!res)
    return -1;
  while ((row = mysql_fetch_row(res))) {
    if (!row[0])
      return -1;
  }
  mysql_free_result(res);
  return 0;
}

int storedRowsReleased(MYSQL *m) {
  MYSQL_RES *res = mysql_store_result(m);
  MYSQL_ROW row;
  int rc = 0;
  if (!res)
    return -1;
  while ((row = mysql_fetch_row(res))) {
    if (!row[0]) {
      rc = -1;
      break;
    }
  }
  mysql_free_result(res);
  return rc;
}

int usedRows(MYSQL *m) {
  MYSQL_RES *res = mysql_use_result(m);
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: result 'res' acquired by 'mysql_use_result' is not released on every path [db-session-leak]
  return res ? (int)mysql_num_fields(res) : 0;
}
