// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A helper with setjmp is not understood: that it does not release what it is
// given is not known either.

#include "libpq-fe.h"
#include <setjmp.h>
#include <stdbool.h>

extern jmp_buf *Handler;
void rethrow(void) __attribute__((noreturn));
void put(const char *text);

static void materialize(PGresult *r) {
  jmp_buf *saved = Handler;
  jmp_buf local;
  bool again = false;
  if (setjmp(local) == 0) {
    Handler = &local;
    put(PQgetvalue(r, 0, 0));
  } else
    again = true;
  Handler = saved;
  PQclear(r);
  if (again)
    rethrow();
}

int fetch(PGconn *c) {
  PGresult *r = PQexec(c, "fetch");
  if (PQresultStatus(r) != PGRES_TUPLES_OK) {
    PQclear(r);
    return -1;
  }
  materialize(r);
  return 0;
}

int fetchLeaking(PGconn *c) {
  PGresult *r = PQexec(c, "fetch");
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
  if (PQresultStatus(r) != PGRES_TUPLES_OK)
    return -1;
  materialize(r);
  return 0;
}
