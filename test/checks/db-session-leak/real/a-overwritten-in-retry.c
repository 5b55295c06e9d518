// XFAIL: *
// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A retry loop that fills the field of an object again without having released
// what the turn before put there.

#include "mysql.h"
#include <stddef.h>

struct Context {
  MYSQL_STMT *Stmt;
  const char *Query;
};
struct Con {
  MYSQL *My;
  MYSQL_RES *Result;
};
struct Db {
  long Tail;
};
#define CON(h) ((struct Con *)((h)->Tail))

int lost(MYSQL_STMT *s);
int connectAgain(MYSQL *my);

static int prepare(const struct Db *h, const struct Context *x) {
  if (!CON(h)->My)
    return -1;
  int code = mysql_stmt_prepare(x->Stmt, x->Query, 8);
  return code == 0 ? 0 : lost(x->Stmt) ? -1 : 1;
}

static int execute(const struct Db *h, MYSQL_STMT *s) {
  if (!CON(h)->My)
    return -1;
  int code = mysql_stmt_execute(s);
  return code == 0 ? 0 : lost(s) ? -1 : 1;
}

static int reconnect(const struct Db *h) { return connectAgain(CON(h)->My); }

int initialise(const struct Db *h, struct Context *x, int tries) {
  for (int i = 0; i < tries; i++) {
    if (!(x->Stmt = mysql_stmt_init(CON(h)->My)))
      goto error;
    int code = prepare(h, x);
    if (code < 0) {
      mysql_stmt_close(x->Stmt);
      x->Stmt = NULL;
      if (reconnect(h))
        break;
    } else if (code > 0) {
      goto error;
    } else {
      return 0;
    }
  }
  return -1;
error:
  if (x->Stmt)
    mysql_stmt_close(x->Stmt);
  x->Stmt = NULL;
  return -1;
}

int initialiseLeaking(const struct Db *h, struct Context *x, int tries) {
  for (int i = 0; i < tries; i++) {
    if (!(x->Stmt = mysql_stmt_init(CON(h)->My)))
      // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: statement 'x->Stmt' acquired
      // by 'mysql_stmt_init' is not released on every path [db-session-leak]
      goto error;
    int code = prepare(h, x);
    if (code < 0) {
      if (reconnect(h))
        break;
    } else if (code > 0) {
      goto error;
    } else {
      return 0;
    }
  }
  if (x->Stmt)
    mysql_stmt_close(x->Stmt);
  x->Stmt = NULL;
  return -1;
error:
  if (x->Stmt)
    mysql_stmt_close(x->Stmt);
  x->Stmt = NULL;
  return -1;
}

int runLeaking(const struct Db *h, struct Context *x, int tries) {
  int i = 0, code, columns;
  do {
    CON(h)->Result = mysql_stmt_result_metadata(x->Stmt);
    // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: result {{.*}} acquired by
    // 'mysql_stmt_result_metadata' is not released on every path
    // [db-session-leak]
    columns = CON(h)->Result ? (int)mysql_num_fields(CON(h)->Result) : 0;
    code = execute(h, x->Stmt);
    if (code < 0) {
      if (reconnect(h))
        break;
      i++;
    } else if (code > 0)
      return -1;
  } while (code != 0 && i < tries);
  return columns;
}
