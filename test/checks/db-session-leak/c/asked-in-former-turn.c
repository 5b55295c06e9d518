// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// What was asked of the handle of one turn says nothing of the next one's.

#include "libpq-fe.h"
#include <stdbool.h>

void fatal(const char *why) __attribute__((noreturn));

void drain(PGconn *c) {
  PGresult *rows;
  bool first = true, complete = false;
  while ((rows = PQgetResult(c)) != NULL) {
    ExecStatusType status = PQresultStatus(rows);
    if (first && status != PGRES_SINGLE_TUPLE)
      fatal("not the first");
    first = false;
    if (status == PGRES_TUPLES_OK)
      complete = true;
    PQclear(rows);
  }
  if (!complete)
    fatal("no end");
  rows = PQexec(c, "SELECT 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: result 'rows' acquired by 'PQexec' is not released on every path [db-session-leak]
}
