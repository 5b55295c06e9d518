// What only the header of MySQL 8.0 declares, against the mock header.
// RUN: %check_dbtidy %s db-session-leak %t -std=c11

#include <mysql.h>

void leaksMysqlStoreResultNonblocking(MYSQL *Mysql) {
  MYSQL_RES *Result = NULL;
  mysql_store_result_nonblocking(Mysql, &Result);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: result 'Result' acquired by 'mysql_store_result_nonblocking' is not released on every path [db-session-leak]
}

void releasesMysqlStoreResultNonblocking(MYSQL *Mysql) {
  MYSQL_RES *Result = NULL;
  if (mysql_store_result_nonblocking(Mysql, &Result) == NET_ASYNC_COMPLETE)
    mysql_free_result(Result);
}

void leaksAFetchedResult(MYSQL *Mysql) {
  MYSQL_ROW Row;
  MYSQL_RES *Result = mysql_use_result(Mysql);
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: result 'Result' acquired by 'mysql_use_result' is not released on every path [db-session-leak]
  mysql_fetch_row_nonblocking(Result, &Row);
}

void releasesBySteps(MYSQL *Mysql) {
  MYSQL_RES *Result = mysql_use_result(Mysql);
  if (!Result)
    return;
  while (mysql_free_result_nonblocking(Result) != NET_ASYNC_COMPLETE)
    ;
}

// The first step alone may not be the last.
void leaksAfterOneStep(MYSQL *Mysql) {
  MYSQL_RES *Result = mysql_use_result(Mysql);
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: result 'Result' acquired by 'mysql_use_result' is not released on every path [db-session-leak]
  mysql_free_result_nonblocking(Result);
}

void leaksWhenConnecting(const char *Host) {
  MYSQL *Mysql = mysql_init(NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: session 'Mysql' acquired by 'mysql_init' is not released on every path [db-session-leak]
  if (!mysql_real_connect_dns_srv(Mysql, Host, "me", "secret", "orders", 0))
    return;
  mysql_close(Mysql);
}

void releasesWhenConnecting(const char *Host) {
  MYSQL *Mysql = mysql_init(NULL);
  mysql_real_connect_nonblocking(Mysql, Host, "me", "secret", "orders", 0, NULL,
                                 0);
  mysql_close(Mysql);
}

void leaksAUsedConnection(void) {
  MYSQL *Mysql = mysql_init(NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: session 'Mysql' acquired by 'mysql_init' is not released on every path [db-session-leak]
  mysql_real_query_nonblocking(Mysql, "SELECT 1", 8);
  mysql_send_query_nonblocking(Mysql, "SELECT 1", 8);
  mysql_next_result_nonblocking(Mysql);
  mysql_reset_connection_nonblocking(Mysql);
}

int leaksAStream(MYSQL *Mysql) {
  MYSQL_RPL Stream = {0};
  if (mysql_binlog_open(Mysql, &Stream))
    // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: session 'Stream' acquired by 'mysql_binlog_open' is not released on every path [db-session-leak]
    return 1;
  if (mysql_binlog_fetch(Mysql, &Stream))
    return 1;
  mysql_binlog_close(Mysql, &Stream);
  return 0;
}

int releasesAStream(MYSQL *Mysql) {
  MYSQL_RPL Stream = {0};
  if (mysql_binlog_open(Mysql, &Stream))
    return 1;
  int Failed = mysql_binlog_fetch(Mysql, &Stream);
  mysql_binlog_close(Mysql, &Stream);
  return Failed;
}
