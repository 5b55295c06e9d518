// MariaDB from C++: exceptions as ways out, owners of connections and results.
// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17 -real-headers -- -- -isystem /usr/include/mariadb

#include <memory>
#include <mysql.h>
#include <stdexcept>
#include <string>

void audit(const std::string &Text);

void leaksByThrow(const char *Host) {
  MYSQL *Mysql = mysql_init(nullptr);
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: session 'Mysql' acquired by 'mysql_init' is not released on every path [db-session-leak]
  if (!mysql_real_connect(Mysql, Host, "me", "secret", "o", 0, nullptr, 0))
    throw std::runtime_error(mysql_error(Mysql));
  mysql_close(Mysql);
}

void leaksInPlaceByACallThatThrows() {
  MYSQL Mysql;
  mysql_init(&Mysql);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: session 'Mysql' acquired by 'mysql_init' is not released on every path [db-session-leak]
  audit("initialised");
  mysql_close(&Mysql);
}

void leaksAResultByACallThatThrows(MYSQL *Mysql) {
  MYSQL_RES *Result = mysql_store_result(Mysql);
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: result 'Result' acquired by 'mysql_store_result' is not released on every path [db-session-leak]
  while (MYSQL_ROW Row = mysql_fetch_row(Result))
    audit(Row[0]);
  mysql_free_result(Result);
}

void releasesByAnOwner(MYSQL *Mysql) {
  std::unique_ptr<MYSQL_RES, decltype(&mysql_free_result)> Result(
      mysql_store_result(Mysql), &mysql_free_result);
  while (MYSQL_ROW Row = mysql_fetch_row(Result.get()))
    audit(Row[0]);
}
