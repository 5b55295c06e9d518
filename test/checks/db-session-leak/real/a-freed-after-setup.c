// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A new object whose connection works and is still open when a later step of
// the set-up fails and the object alone is freed.

#include "libpq-fe.h"
#include <stdlib.h>
#include <string.h>

struct Con {
  PGconn *Conn;
  int Connected;
};

void report(const char *text);

struct Con *open(int escape) {
  struct Con *c = malloc(sizeof(*c));
  if (!c)
    return NULL;
  memset(c, 0, sizeof(*c));
  c->Conn = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: session 'c->Conn' acquired by
  // 'PQconnectdb' is not released on every path [db-session-leak]
  if (!c->Conn || PQstatus(c->Conn) != CONNECTION_OK) {
    report(PQerrorMessage(c->Conn));
    PQfinish(c->Conn);
    goto error;
  }
  c->Connected = 1;
  if (escape) {
    PGresult *r = PQexec(c->Conn, "set bytea_output = escape");
    if (PQresultStatus(r) != PGRES_COMMAND_OK) {
      PQclear(r);
      goto error;
    }
    PQclear(r);
  }
  return c;
error:
  free(c);
  return NULL;
}
