// Prepared statements of MariaDB.
// RUN: %check_dbtidy %s db-session-leak %t -std=c11 -real-headers -- -- -isystem /usr/include/mariadb

#include <mysql.h>
#include <stddef.h>

void leaksMysqlStmtInit(MYSQL *Mysql) {
  MYSQL_STMT *Statement = mysql_stmt_init(Mysql);
  // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: statement 'Statement' acquired by 'mysql_stmt_init' is not released on every path [db-session-leak]
}

void releasesMysqlStmtInit(MYSQL *Mysql) {
  MYSQL_STMT *Statement = mysql_stmt_init(Mysql);
  if (Statement)
    mysql_stmt_close(Statement);
}

int leaksWhenPreparingFails(MYSQL *Mysql) {
  MYSQL_STMT *Statement = mysql_stmt_init(Mysql);
  // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: statement 'Statement' acquired by 'mysql_stmt_init' is not released on every path [db-session-leak]
  if (!Statement)
    return 1;
  if (mysql_stmt_prepare(Statement, "SELECT 1", 8))
    return 1;
  return mysql_stmt_close(Statement);
}

int releasesWhenPreparingFails(MYSQL *Mysql) {
  MYSQL_STMT *Statement = mysql_stmt_init(Mysql);
  if (!Statement)
    return 1;
  int Failed = mysql_stmt_prepare(Statement, "SELECT 1", 8);
  mysql_stmt_close(Statement);
  return Failed;
}

// Look like a release and are none.
void leaksAfterFreeResult(MYSQL *Mysql) {
  MYSQL_STMT *Statement = mysql_stmt_init(Mysql);
  // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: statement 'Statement' acquired by 'mysql_stmt_init' is not released on every path [db-session-leak]
  mysql_stmt_free_result(Statement);
  mysql_stmt_reset(Statement);
}

// The metadata is a result of its own.
int leaksTheMetadata(MYSQL *Mysql) {
  MYSQL_STMT *Statement = mysql_stmt_init(Mysql);
  if (!Statement)
    return 0;
  MYSQL_RES *Columns = mysql_stmt_result_metadata(Statement);
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: result 'Columns' acquired by 'mysql_stmt_result_metadata' is not released on every path [db-session-leak]
  int Count = Columns ? (int)mysql_num_fields(Columns) : 0;
  mysql_stmt_close(Statement);
  return Count;
}

// Closing the connection detaches its statements and releases none.
void leaksAStatementOfAClosedConnection(void) {
  MYSQL *Mysql = mysql_init(NULL);
  MYSQL_STMT *Statement = mysql_stmt_init(Mysql);
  // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: statement 'Statement' acquired by 'mysql_stmt_init' is not released on every path [db-session-leak]
  mysql_close(Mysql);
}
