// XFAIL: *
// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A handler called through a pointer that answers whether the result is still
// there. What it does is not known; its answer decides who releases.

#include "libpq-fe.h"
#include <stdbool.h>
#include <stddef.h>

struct Slot {
  PGconn *Conn;
  bool (*Handler)(PGresult *r, PGconn *c, void *context);
  void *Context;
};

static inline bool process(struct Slot *s, PGresult *r) {
  if (!s->Handler(r, s->Conn, s->Context))
    return false;
  PQclear(r);
  return true;
}

bool consume(struct Slot *s) {
  bool good = true;
  PGresult *r;
  while ((r = PQgetResult(s->Conn)) != NULL)
    if (!process(s, r))
      good = false;
  return good;
}

bool consumeOne(struct Slot *s) {
  PGresult *r = PQgetResult(s->Conn);
  if (r && !process(s, r))
    return false;
  return true;
}

bool leaking(struct Slot *s) {
  PGresult *r = PQgetResult(s->Conn);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: result 'r' acquired by 'PQgetResult' is not released on every path [db-session-leak]
  if (PQntuples(r) == 0)
    return false;
  return process(s, r);
}
