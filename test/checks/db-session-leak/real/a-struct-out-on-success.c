// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A helper that answers 0 and hands out a new object with the connection in
// it, or answers -1 and hands out nothing.

#include "libpq-fe.h"
#include <stdlib.h>

struct Config {
  PGconn *Conn;
  const char *Query;
};
struct Value {
  int Kind;
  void *V;
};

static int setup(const char *query, void **out) {
  if (query) {
    PGconn *c = PQconnectdb("");
    if (!c)
      return -1;
    if (PQstatus(c) != CONNECTION_OK) {
      PQfinish(c);
      return -1;
    }
    struct Config *config = calloc(1, sizeof(*config));
    config->Conn = c;
    config->Query = query;
    *out = config;
  }
  return 0;
}

int setDefaults(struct Value *values, int count) {
  for (int i = 0; i < count; ++i) {
    struct Value *v = values + i;
    if (v->Kind == 1) {
      if (0 != setup("select 1", &v->V))
        return -1;
      if (v->V)
        v->Kind = 2;
    }
  }
  return 0;
}

int outlives(void **out) { return setup("select 1", out) ? -1 : 0; }

static int setupLeaking(void **out) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (PQstatus(c) != CONNECTION_OK)
    return -1;
  *out = c;
  return 0;
}

int useLeaking(void **out) { return setupLeaking(out); }
