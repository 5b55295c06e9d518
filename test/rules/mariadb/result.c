// Results of MariaDB: each function that makes one, leaked and released.
// RUN: %check_dbtidy %s db-session-leak %t -std=c11 -real-headers -- -- -isystem /usr/include/mariadb

#include <mysql.h>
#include <stddef.h>

MYSQL_RES *execute(const char *Sql);

void leaksMysqlStoreResult(MYSQL *Mysql) {
  MYSQL_RES *Result = mysql_store_result(Mysql);
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: result 'Result' acquired by 'mysql_store_result' is not released on every path [db-session-leak]
}

void releasesMysqlStoreResult(MYSQL *Mysql) {
  MYSQL_RES *Result = mysql_store_result(Mysql);
  mysql_free_result(Result);
}

void leaksMysqlUseResult(MYSQL *Mysql) {
  MYSQL_RES *Result = mysql_use_result(Mysql);
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: result 'Result' acquired by 'mysql_use_result' is not released on every path [db-session-leak]
}

void releasesMysqlUseResult(MYSQL *Mysql) {
  MYSQL_RES *Result = mysql_use_result(Mysql);
  mysql_free_result(Result);
}

void leaksMysqlListDbs(MYSQL *Mysql) {
  MYSQL_RES *Result = mysql_list_dbs(Mysql, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: result 'Result' acquired by 'mysql_list_dbs' is not released on every path [db-session-leak]
}

void releasesMysqlListDbs(MYSQL *Mysql) {
  MYSQL_RES *Result = mysql_list_dbs(Mysql, NULL);
  mysql_free_result(Result);
}

void leaksMysqlListTables(MYSQL *Mysql) {
  MYSQL_RES *Result = mysql_list_tables(Mysql, "o%");
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: result 'Result' acquired by 'mysql_list_tables' is not released on every path [db-session-leak]
}

void releasesMysqlListTables(MYSQL *Mysql) {
  MYSQL_RES *Result = mysql_list_tables(Mysql, "o%");
  mysql_free_result(Result);
}

void leaksMysqlListFields(MYSQL *Mysql) {
  MYSQL_RES *Result = mysql_list_fields(Mysql, "orders", NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: result 'Result' acquired by 'mysql_list_fields' is not released on every path [db-session-leak]
}

void releasesMysqlListFields(MYSQL *Mysql) {
  MYSQL_RES *Result = mysql_list_fields(Mysql, "orders", NULL);
  mysql_free_result(Result);
}

void leaksMysqlListProcesses(MYSQL *Mysql) {
  MYSQL_RES *Result = mysql_list_processes(Mysql);
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: result 'Result' acquired by 'mysql_list_processes' is not released on every path [db-session-leak]
}

void releasesMysqlListProcesses(MYSQL *Mysql) {
  MYSQL_RES *Result = mysql_list_processes(Mysql);
  mysql_free_result(Result);
}

void leaksMysqlStmtResultMetadata(MYSQL_STMT *Statement) {
  MYSQL_RES *Result = mysql_stmt_result_metadata(Statement);
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: result 'Result' acquired by 'mysql_stmt_result_metadata' is not released on every path [db-session-leak]
}

void releasesMysqlStmtResultMetadata(MYSQL_STMT *Statement) {
  MYSQL_RES *Result = mysql_stmt_result_metadata(Statement);
  mysql_free_result(Result);
}

void leaksMysqlStmtParamMetadata(MYSQL_STMT *Statement) {
  MYSQL_RES *Result = mysql_stmt_param_metadata(Statement);
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: result 'Result' acquired by 'mysql_stmt_param_metadata' is not released on every path [db-session-leak]
}

void releasesMysqlStmtParamMetadata(MYSQL_STMT *Statement) {
  MYSQL_RES *Result = mysql_stmt_param_metadata(Statement);
  mysql_free_result(Result);
}

int leaksWhenThereIsNoRow(MYSQL *Mysql) {
  MYSQL_RES *Result = mysql_store_result(Mysql);
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: result 'Result' acquired by 'mysql_store_result' is not released on every path [db-session-leak]
  if (!Result)
    return -1;
  MYSQL_ROW Row = mysql_fetch_row(Result);
  if (!Row)
    return 0;
  mysql_free_result(Result);
  return 1;
}

int releasesWhenThereIsNoRow(MYSQL *Mysql) {
  MYSQL_RES *Result = mysql_store_result(Mysql);
  if (!Result)
    return -1;
  MYSQL_ROW Row = mysql_fetch_row(Result);
  int Found = Row != NULL;
  mysql_free_result(Result);
  return Found;
}

void discardsAResult(MYSQL *Mysql) {
  mysql_store_result(Mysql);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: result acquired by 'mysql_store_result' is not released on every path [db-session-leak]
}

void drains(MYSQL *Mysql) {
  do {
    MYSQL_RES *Result = mysql_store_result(Mysql);
    mysql_free_result(Result);
  } while (mysql_next_result(Mysql) == 0);
}

// Closing the connection does not release its results.
void leaksAResultOfAClosedConnection(void) {
  MYSQL *Mysql = mysql_init(NULL);
  MYSQL_RES *Result = mysql_store_result(Mysql);
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: result 'Result' acquired by 'mysql_store_result' is not released on every path [db-session-leak]
  mysql_close(Mysql);
}

// Whoever receives a result owns it, also from a function defined elsewhere.
unsigned long long leaksAWrappedResult(void) {
  MYSQL_RES *Result = execute("SELECT 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: result 'Result' acquired by 'execute' is not released on every path [db-session-leak]
  return mysql_num_rows(Result);
}

unsigned long long releasesAWrappedResult(void) {
  MYSQL_RES *Result = execute("SELECT 1");
  unsigned long long Rows = mysql_num_rows(Result);
  mysql_free_result(Result);
  return Rows;
}
