// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A header of the project's own that lies in a folder called mysql is none of
// the library's: what it declares is unseen code like any other.

#include "Inputs/mysql/BackEndRows.h"
#include "mysql.h"
#include <stddef.h>

struct Rows *query(MYSQL *m, const char *sql, int length) {
  MYSQL_STMT *st = mysql_stmt_init(m);
  if (!st)
    return NULL;
  if (mysql_stmt_prepare(st, sql, length)) {
    mysql_stmt_close(st);
    return NULL;
  }
  return Rows_new(st, 1);
}

void consumes(MYSQL *m) { Rows_consume(mysql_stmt_init(m)); }

int forgets(MYSQL *m, const char *sql, int length) {
  MYSQL_STMT *st = mysql_stmt_init(m);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: statement 'st' acquired by 'mysql_stmt_init' is not released on every path [db-session-leak]
  if (!st)
    return -1;
  return mysql_stmt_prepare(st, sql, length);
}
