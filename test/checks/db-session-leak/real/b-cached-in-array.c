// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Several statements of one cache, each prepared when it is first asked for:
// they are the cache's, and one does not take the place of another.

#include "sqlite3.h"
#include <stddef.h>

struct Table {
  sqlite3 *Db;
  const char *Name;
  sqlite3_stmt *Cached[40];
};

static int statementOf(struct Table *t, int which, sqlite3_stmt **out,
                       sqlite3_value **values) {
  int rc = SQLITE_OK;
  sqlite3_stmt *st = t->Cached[which];
  if (!st) {
    char *sql = sqlite3_mprintf("%d", which);
    if (!sql) {
      rc = SQLITE_NOMEM;
    } else {
      rc = sqlite3_prepare_v2(t->Db, sql, -1, &st, NULL);
      sqlite3_free(sql);
      t->Cached[which] = st;
    }
  }
  if (values) {
    int count = sqlite3_bind_parameter_count(st);
    for (int i = 0; rc == SQLITE_OK && i < count; i++)
      rc = sqlite3_bind_value(st, i + 1, values[i]);
  }
  *out = st;
  return rc;
}

int deleteRows(struct Table *t, sqlite3_value **values, int many) {
  sqlite3_stmt *one = NULL, *two = NULL;
  int rc = statementOf(t, 1, &one, values);
  if (rc == SQLITE_OK) {
    sqlite3_step(one);
    rc = sqlite3_reset(one);
  }
  if (rc == SQLITE_OK && many) {
    rc = statementOf(t, 2, &two, NULL);
    if (rc != SQLITE_OK)
      return rc;
    while (sqlite3_step(two) == SQLITE_ROW)
      sqlite3_step(one);
    rc = sqlite3_reset(two);
  }
  return rc;
}

int deleteRowsAnew(struct Table *t, int many) {
  sqlite3_stmt *one = NULL, *two = NULL;
  int rc = sqlite3_prepare_v2(t->Db, "", -1, &one, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: statement 'one' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
  if (rc == SQLITE_OK && many) {
    rc = statementOf(t, 2, &two, NULL);
    if (rc != SQLITE_OK)
      return rc;
  }
  sqlite3_finalize(one);
  return rc;
}
