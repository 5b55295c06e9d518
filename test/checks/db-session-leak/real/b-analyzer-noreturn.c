// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// GLib tells analyzers that g_critical does not return, and its body, which is
// there to see, does. The body is what runs.

#include "mysql.h"
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

void logv(int level, const char *format, va_list args);
static void logCritical(const char *format, ...)
    __attribute__((analyzer_noreturn));
static inline void logCritical(const char *format, ...) {
  va_list args;
  va_start(args, format);
  logv(1, format, args);
  va_end(args);
}
void assertionFailed(const char *what) __attribute__((analyzer_noreturn));

int put(MYSQL_ROW row);

int logsAndReturns(MYSQL *m) {
  MYSQL_RES *result = mysql_store_result(m);
// CHECK-MESSAGES: :[[@LINE-1]]:23: warning: result 'result' acquired by 'mysql_store_result' is not released on every path [db-session-leak]
  if (!put(mysql_fetch_row(result))) {
    logCritical("no row");
    return -1;
  }
  mysql_free_result(result);
  return 0;
}

int logsAndReleases(MYSQL *m) {
  MYSQL_RES *result = mysql_store_result(m);
  if (!put(mysql_fetch_row(result))) {
    logCritical("no row");
    logCritical("in this result");
    mysql_free_result(result);
    return -1;
  }
  mysql_free_result(result);
  return 0;
}

int logsAndEnds(MYSQL *m) {
  MYSQL_RES *result = mysql_store_result(m);
  if (!put(mysql_fetch_row(result))) {
    logCritical("no row");
    exit(1);
  }
  mysql_free_result(result);
  return 0;
}

int logsTwiceAndReturns(MYSQL *m) {
  MYSQL_RES *result = mysql_store_result(m);
// CHECK-MESSAGES: :[[@LINE-1]]:23: warning: result 'result' acquired by 'mysql_store_result' is not released on every path [db-session-leak]
// CHECK-MESSAGES: :[[@LINE+2]]:7: note: taking the true branch
// CHECK-MESSAGES: :[[@LINE+4]]:5: note: 'return' leaves the function without 'mysql_free_result'
  if (!put(mysql_fetch_row(result))) {
    logCritical("no row");
    logCritical("in this result");
    return -1;
  }
  mysql_free_result(result);
  return 0;
}

int asserts(MYSQL *m) {
  MYSQL_RES *result = mysql_store_result(m);
  if (!put(mysql_fetch_row(result))) {
    assertionFailed("row");
    return -1;
  }
  mysql_free_result(result);
  return 0;
}
