// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A value that is only compared with null is dropped without harm where every
// branch on which there is one ends the process.

#include "libpq-fe.h"
#include <stddef.h>

void die(const char *text) __attribute__((noreturn));
void report(const char *text);

void expectEnd(PGconn *c) {
  if (PQgetResult(c) != NULL)
    die("something extra");
  if (PQgetResult(c))
    die("something extra");
  if (NULL == PQgetResult(c))
    report("end");
  else
    die("something extra");
}

void expectEndLeaking(PGconn *c) {
  if (PQgetResult(c) != NULL)
    // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: result acquired by 'PQgetResult' is not released on every path [db-session-leak]
    report("something extra");
}
