// RUN: %check_dbtidy %s db-use-after-release %t -std=c11,c17

// Data borrowed from a handle, used behind the release of that handle.

#include "libpq-fe.h"
#include "sqlite3.h"
#include <mysql/mysql.h>
#include <stdio.h>
#include <stdlib.h>

char *copy(const char *text);

void text(const char *where) {
  PGconn *c = PQconnectdb(where);
  const char *message = PQerrorMessage(c);
  PQfinish(c);
  puts(message);
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: 'message' is used by 'puts' after the release of the session that it was borrowed from [db-use-after-release]
  // CHECK-NOTES: :[[@LINE-3]]:3: note: the session is released here
}

void textBefore(const char *where) {
  PGconn *c = PQconnectdb(where);
  const char *message = PQerrorMessage(c);
  puts(message);
  PQfinish(c);
}

void textCopied(const char *where) {
  PGconn *c = PQconnectdb(where);
  char *message = copy(PQerrorMessage(c));
  PQfinish(c);
  puts(message);
  free(message);
}

char *returned(PGconn *c) {
  PGresult *r = PQexec(c, "SELECT 1");
  char *value = PQgetvalue(r, 0, 0);
  PQclear(r);
  return value;
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: 'value' is used after the release of the result that it was borrowed from [db-use-after-release]
  // CHECK-NOTES: :[[@LINE-3]]:3: note: the result is released here
}

char *returnedCopy(PGconn *c) {
  PGresult *r = PQexec(c, "SELECT 1");
  char *value = copy(PQgetvalue(r, 0, 0));
  PQclear(r);
  return value;
}

// A number read from it is no longer borrowed.
int number(PGconn *c) {
  PGresult *r = PQexec(c, "SELECT 1");
  int value = atoi(PQgetvalue(r, 0, 0));
  PQclear(r);
  return value;
}

void row(MYSQL *m) {
  MYSQL_RES *r = mysql_store_result(m);
  MYSQL_ROW row = mysql_fetch_row(r);
  mysql_free_result(r);
  puts(row[0]);
  // CHECK-NOTES: :[[@LINE-1]]:8: warning: data is used after the release of the result that it was borrowed from [db-use-after-release]
  // CHECK-NOTES: :[[@LINE-3]]:3: note: the result is released here
}

int column(sqlite3_stmt *s) {
  const unsigned char *text = sqlite3_column_text(s, 0);
  sqlite3_finalize(s);
  return text[0];
  // CHECK-NOTES: :[[@LINE-1]]:10: warning: data is used after the release of the statement that it was borrowed from [db-use-after-release]
  // CHECK-NOTES: :[[@LINE-3]]:3: note: the statement is released here
}

// Only what was borrowed from that one.
void another(PGconn *c, PGconn *d) {
  const char *message = PQerrorMessage(c);
  PQfinish(d);
  puts(message);
}

// The text of the new result.
void again(PGconn *c) {
  PGresult *r = PQexec(c, "SELECT 1");
  char *value = PQgetvalue(r, 0, 0);
  puts(value);
  PQclear(r);
  r = PQexec(c, "SELECT 2");
  value = PQgetvalue(r, 0, 0);
  puts(value);
  PQclear(r);
}
