// Connections of MariaDB: made by mysql_init, connected or not.
// RUN: %check_dbtidy %s db-session-leak %t -std=c11 -real-headers -- -- -isystem /usr/include/mariadb

#include <mysql.h>
#include <stddef.h>

void report(const char *Text);

void leaksMysqlInit(void) {
  MYSQL *Mysql = mysql_init(NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: session 'Mysql' acquired by 'mysql_init' is not released on every path [db-session-leak]
}

void releasesMysqlInit(void) {
  MYSQL *Mysql = mysql_init(NULL);
  mysql_close(Mysql);
}

void leaksInPlace(void) {
  MYSQL Mysql;
  mysql_init(&Mysql);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: session 'Mysql' acquired by 'mysql_init' is not released on every path [db-session-leak]
}

void releasesInPlace(void) {
  MYSQL Mysql;
  mysql_init(&Mysql);
  mysql_close(&Mysql);
}

// Connecting returns the same handle; it is owed although connecting failed.
int leaksWhenConnectingFails(const char *Host) {
  MYSQL *Mysql = mysql_init(NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: session 'Mysql' acquired by 'mysql_init' is not released on every path [db-session-leak]
  if (!Mysql)
    return 1;
  if (!mysql_real_connect(Mysql, Host, "me", "secret", "orders", 0, NULL, 0)) {
    report(mysql_error(Mysql));
    return 1;
  }
  mysql_close(Mysql);
  return 0;
}

int releasesWhenConnectingFails(const char *Host) {
  MYSQL *Mysql = mysql_init(NULL);
  if (!Mysql)
    return 1;
  if (!mysql_real_connect(Mysql, Host, "me", "secret", "orders", 0, NULL, 0)) {
    report(mysql_error(Mysql));
    mysql_close(Mysql);
    return 1;
  }
  mysql_close(Mysql);
  return 0;
}

int leaksInPlaceWhenConnectingFails(const char *Host) {
  MYSQL Mysql;
  mysql_init(&Mysql);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: session 'Mysql' acquired by 'mysql_init' is not released on every path [db-session-leak]
  if (!mysql_real_connect(&Mysql, Host, "me", "secret", "orders", 0, NULL, 0))
    return 1;
  mysql_close(&Mysql);
  return 0;
}

int releasesInPlaceWhenConnectingFails(const char *Host) {
  MYSQL Mysql;
  mysql_init(&Mysql);
  int Failed =
      !mysql_real_connect(&Mysql, Host, "me", "secret", "orders", 0, NULL, 0);
  mysql_close(&Mysql);
  return Failed;
}

// Looks like a release and is none.
void leaksAfterReset(void) {
  MYSQL *Mysql = mysql_init(NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: session 'Mysql' acquired by 'mysql_init' is not released on every path [db-session-leak]
  mysql_reset_connection(Mysql);
}
