// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17
// A helper that takes handles as `...` may do anything with them; one that does
// not ask for pointers does nothing.

#include "libpq-fe.h"
#include <stdarg.h>
#include <stdio.h>

static void clearAll(int n, ...) {
  va_list more;
  va_start(more, n);
  while (n--)
    PQclear(va_arg(more, PGresult *));
  va_end(more);
}

void picked(PGconn *c) {
  PGresult *a = PQexec(c, "x"), *b = PQexec(c, "y");
  clearAll(2, a, b);
}

static void say(const char *format, ...) {
  va_list more;
  va_start(more, format);
  vfprintf(stderr, format, more);
  va_end(more);
}

void printed(PGconn *c) {
  PGresult *a = PQexec(c, "x");
  // CHECK-NOTES: :[[@LINE-1]]:17: warning: result 'a' acquired by 'PQexec' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+2]]:1: note: the function ends without 'PQclear'
  say("%p", (void *)a);
}
