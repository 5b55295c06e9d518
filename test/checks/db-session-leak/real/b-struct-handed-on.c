// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// What a struct holds goes with it when it is passed by value to unseen code;
// so does what a handle's variable holds when its address is.

#include "libpq-fe.h"
#include <stddef.h>

struct Change {
  PGconn *Conn;
  int Kind;
};

struct Array;

void commit(struct Change change);
int kindOf(const struct Change *change);
void appendValues(struct Array *a, const void *data, unsigned count);
#define APPEND(Array, Value) appendValues(Array, &Value, 1)

static struct Change beginChange(void) {
  struct Change change = {PQconnectdb(""), 0};
  return change;
}

void changes(int kind) {
  struct Change change = beginChange();
  if (kind)
    change.Kind = kind;
  commit(change);
}

void appends(struct Array *a) {
  for (int i = 0; i < 4; ++i) {
    PGconn *c = PQconnectdb("");
    if (!c)
      return;
    APPEND(a, c);
  }
}

void forgets(int kind) {
  struct Change change = beginChange();
// CHECK-MESSAGES: :[[@LINE-1]]:26: warning: session 'change.Conn' acquired by 'beginChange' is not released on every path [db-session-leak]
  if (!kind)
    return;
  commit(change);
}
