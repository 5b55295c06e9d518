// The non-blocking calls of MariaDB have done their work when they return 0.
// RUN: %check_dbtidy %s db-session-leak %t -std=c11 -real-headers -- -- -isystem /usr/include/mariadb

#include <mysql.h>
#include <stddef.h>

int waitFor(MYSQL *Mysql, int Status);

void leaksMysqlStoreResultStart(MYSQL *Mysql) {
  MYSQL_RES *Result = NULL;
  int Status = mysql_store_result_start(&Result, Mysql);
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: result 'Result' acquired by 'mysql_store_result_start' is not released on every path [db-session-leak]
  while (Status)
    Status = mysql_store_result_cont(&Result, Mysql, waitFor(Mysql, Status));
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: result 'Result' acquired by 'mysql_store_result_cont' is not released on every path [db-session-leak]
}

void releasesMysqlStoreResultStart(MYSQL *Mysql) {
  MYSQL_RES *Result = NULL;
  int Status = mysql_store_result_start(&Result, Mysql);
  while (Status)
    Status = mysql_store_result_cont(&Result, Mysql, waitFor(Mysql, Status));
  mysql_free_result(Result);
}

void leaksMysqlListFieldsStart(MYSQL *Mysql) {
  MYSQL_RES *Result = NULL;
  int Status = mysql_list_fields_start(&Result, Mysql, "orders", NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: result 'Result' acquired by 'mysql_list_fields_start' is not released on every path [db-session-leak]
  while (Status)
    Status = mysql_list_fields_cont(&Result, Mysql, waitFor(Mysql, Status));
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: result 'Result' acquired by 'mysql_list_fields_cont' is not released on every path [db-session-leak]
}

void releasesMysqlListFieldsStart(MYSQL *Mysql) {
  MYSQL_RES *Result = NULL;
  int Status = mysql_list_fields_start(&Result, Mysql, "orders", NULL);
  while (Status)
    Status = mysql_list_fields_cont(&Result, Mysql, waitFor(Mysql, Status));
  mysql_free_result(Result);
}

void releasesBySteps(MYSQL *Mysql) {
  MYSQL_RES *Result = mysql_use_result(Mysql);
  int Status = mysql_free_result_start(Result);
  while (Status)
    Status = mysql_free_result_cont(Result, waitFor(Mysql, Status));
}

// The first step alone may not be the last.
void leaksAfterOneStep(MYSQL *Mysql) {
  MYSQL_RES *Result = mysql_use_result(Mysql);
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: result 'Result' acquired by 'mysql_use_result' is not released on every path [db-session-leak]
  mysql_free_result_start(Result);
}

void closesBySteps(void) {
  MYSQL *Mysql = mysql_init(NULL);
  int Status = mysql_close_start(Mysql);
  while (Status)
    Status = mysql_close_cont(Mysql, waitFor(Mysql, Status));
}

void leaksWhenNotClosedToTheEnd(void) {
  MYSQL *Mysql = mysql_init(NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: session 'Mysql' acquired by 'mysql_init' is not released on every path [db-session-leak]
  if (mysql_close_start(Mysql) != 0)
    return;
}

void closesAStatementBySteps(MYSQL *Mysql) {
  MYSQL_STMT *Statement = mysql_stmt_init(Mysql);
  if (!Statement)
    return;
  my_bool Failed;
  int Status = mysql_stmt_close_start(&Failed, Statement);
  while (Status)
    Status = mysql_stmt_close_cont(&Failed, Statement, waitFor(Mysql, Status));
}

// Look like a release and are none.
void leaksAfterFreeResult(MYSQL *Mysql) {
  MYSQL_STMT *Statement = mysql_stmt_init(Mysql);
  // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: statement 'Statement' acquired by 'mysql_stmt_init' is not released on every path [db-session-leak]
  my_bool Failed;
  int Status = mysql_stmt_free_result_start(&Failed, Statement);
  while (Status)
    Status = mysql_stmt_free_result_cont(&Failed, Statement, Status);
  Status = mysql_stmt_reset_start(&Failed, Statement);
  while (Status)
    Status = mysql_stmt_reset_cont(&Failed, Statement, Status);
}
