// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// Sessions, results and statements of the MySQL C API in C++.
#include "mysql.h"

struct Error {};
void mayThrow();

void connectFails(const char *host) {
  MYSQL *c = mysql_init(nullptr);
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: session 'c' acquired by 'mysql_init' is not released on every path [db-session-leak]
  if (!mysql_real_connect(c, host, "u", "p", "d", 0, nullptr, 0))
    throw Error();
  mysql_close(c);
}

void connectFailsAndCloses(const char *host) {
  MYSQL *c = mysql_init(nullptr);
  if (!mysql_real_connect(c, host, "u", "p", "d", 0, nullptr, 0)) {
    mysql_close(c);
    throw Error();
  }
  mysql_close(c);
}

void result(MYSQL *c) {
  MYSQL_RES *res = mysql_store_result(c);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: result 'res' acquired by 'mysql_store_result' is not released on every path [db-session-leak]
  mayThrow();
  mysql_free_result(res);
}

void resultFreed(MYSQL *c) {
  MYSQL_RES *res = mysql_store_result(c);
  if (!res)
    throw Error();
  mysql_free_result(res);
  mayThrow();
}

void statement(MYSQL *c) {
  MYSQL_STMT *st = mysql_stmt_init(c);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: statement 'st' acquired by 'mysql_stmt_init' is not released on every path [db-session-leak]
  if (!st)
    throw Error();
  if (mysql_stmt_prepare(st, "SELECT 1", 8))
    throw Error();
  mysql_stmt_close(st);
}

void statementClosed(MYSQL *c) {
  MYSQL_STMT *st = mysql_stmt_init(c);
  if (!st)
    throw Error();
  if (mysql_stmt_prepare(st, "SELECT 1", 8)) {
    mysql_stmt_close(st);
    throw Error();
  }
  mysql_stmt_close(st);
}
