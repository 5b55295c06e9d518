// A plugin of MariaDB calls through a struct of pointers to functions.
// RUN: %check_dbtidy %s db-session-leak %t -std=c11 -real-headers -- -- -isystem /usr/include/mariadb

#include <mysql.h>
#include <stddef.h>

extern struct st_mariadb_api *Api;

void leaksMysqlInit(void) {
  MYSQL *Mysql = Api->mysql_init(NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: session 'Mysql' acquired by 'mysql_init' is not released on every path [db-session-leak]
}

void releasesMysqlInit(void) {
  MYSQL *Mysql = Api->mysql_init(NULL);
  Api->mysql_close(Mysql);
}

void leaksMysqlStoreResult(MYSQL *Mysql) {
  MYSQL_RES *Result = Api->mysql_store_result(Mysql);
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: result 'Result' acquired by 'mysql_store_result' is not released on every path [db-session-leak]
}

void releasesMysqlStoreResult(MYSQL *Mysql) {
  MYSQL_RES *Result = Api->mysql_store_result(Mysql);
  Api->mysql_free_result(Result);
}

void leaksMysqlUseResult(MYSQL *Mysql) {
  MYSQL_RES *Result = Api->mysql_use_result(Mysql);
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: result 'Result' acquired by 'mysql_use_result' is not released on every path [db-session-leak]
}

void releasesMysqlUseResult(MYSQL *Mysql) {
  MYSQL_RES *Result = Api->mysql_use_result(Mysql);
  Api->mysql_free_result(Result);
}

void leaksMysqlListDbs(MYSQL *Mysql) {
  MYSQL_RES *Result = Api->mysql_list_dbs(Mysql, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: result 'Result' acquired by 'mysql_list_dbs' is not released on every path [db-session-leak]
}

void releasesMysqlListDbs(MYSQL *Mysql) {
  MYSQL_RES *Result = Api->mysql_list_dbs(Mysql, NULL);
  Api->mysql_free_result(Result);
}

void leaksMysqlListTables(MYSQL *Mysql) {
  MYSQL_RES *Result = Api->mysql_list_tables(Mysql, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: result 'Result' acquired by 'mysql_list_tables' is not released on every path [db-session-leak]
}

void releasesMysqlListTables(MYSQL *Mysql) {
  MYSQL_RES *Result = Api->mysql_list_tables(Mysql, NULL);
  Api->mysql_free_result(Result);
}

void leaksMysqlListFields(MYSQL *Mysql) {
  MYSQL_RES *Result = Api->mysql_list_fields(Mysql, "orders", NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: result 'Result' acquired by 'mysql_list_fields' is not released on every path [db-session-leak]
}

void releasesMysqlListFields(MYSQL *Mysql) {
  MYSQL_RES *Result = Api->mysql_list_fields(Mysql, "orders", NULL);
  Api->mysql_free_result(Result);
}

void leaksMysqlListProcesses(MYSQL *Mysql) {
  MYSQL_RES *Result = Api->mysql_list_processes(Mysql);
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: result 'Result' acquired by 'mysql_list_processes' is not released on every path [db-session-leak]
}

void releasesMysqlListProcesses(MYSQL *Mysql) {
  MYSQL_RES *Result = Api->mysql_list_processes(Mysql);
  Api->mysql_free_result(Result);
}

void leaksMysqlStmtResultMetadata(MYSQL_STMT *Statement) {
  MYSQL_RES *Result = Api->mysql_stmt_result_metadata(Statement);
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: result 'Result' acquired by 'mysql_stmt_result_metadata' is not released on every path [db-session-leak]
}

void releasesMysqlStmtResultMetadata(MYSQL_STMT *Statement) {
  MYSQL_RES *Result = Api->mysql_stmt_result_metadata(Statement);
  Api->mysql_free_result(Result);
}

void leaksMysqlStmtParamMetadata(MYSQL_STMT *Statement) {
  MYSQL_RES *Result = Api->mysql_stmt_param_metadata(Statement);
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: result 'Result' acquired by 'mysql_stmt_param_metadata' is not released on every path [db-session-leak]
}

void releasesMysqlStmtParamMetadata(MYSQL_STMT *Statement) {
  MYSQL_RES *Result = Api->mysql_stmt_param_metadata(Statement);
  Api->mysql_free_result(Result);
}

void leaksMysqlStmtInit(MYSQL *Mysql) {
  MYSQL_STMT *Statement = Api->mysql_stmt_init(Mysql);
  // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: statement 'Statement' acquired by 'mysql_stmt_init' is not released on every path [db-session-leak]
}

void releasesMysqlStmtInit(MYSQL *Mysql) {
  MYSQL_STMT *Statement = Api->mysql_stmt_init(Mysql);
  if (Statement)
    Api->mysql_stmt_close(Statement);
}

void leaksAfterFreeResult(MYSQL *Mysql) {
  MYSQL_STMT *Statement = Api->mysql_stmt_init(Mysql);
  // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: statement 'Statement' acquired by 'mysql_stmt_init' is not released on every path [db-session-leak]
  Api->mysql_stmt_free_result(Statement);
  Api->mysql_stmt_reset(Statement);
}

int leaksWhenConnectingFails(const char *Host) {
  MYSQL *Mysql = Api->mysql_init(NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: session 'Mysql' acquired by 'mysql_init' is not released on every path [db-session-leak]
  Api->mysql_reset_connection(Mysql);
  if (!Api->mysql_real_connect(Mysql, Host, "me", "secret", "o", 0, NULL, 0))
    return 1;
  Api->mysql_close(Mysql);
  return 0;
}
