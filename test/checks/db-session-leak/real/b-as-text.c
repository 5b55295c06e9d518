// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A statement that is handed to a script as the text of its address.

#include "sqlite3.h"
#include <stdio.h>

void answer(const char *text);

static int pointerText(char *text, void *pointer) {
  sqlite3_snprintf(100, text, "%p", pointer);
  return 0;
}

int prepare(sqlite3 *db, const char *sql) {
  sqlite3_stmt *st = NULL;
  char text[100];
  if (sqlite3_prepare_v2(db, sql, -1, &st, NULL) != SQLITE_OK)
    return 1;
  if (st) {
    if (pointerText(text, st))
      return 1;
    answer(text);
  }
  return 0;
}

int prepareStandard(sqlite3 *db, const char *sql) {
  sqlite3_stmt *st = NULL;
  char text[100];
  if (sqlite3_prepare_v2(db, sql, -1, &st, NULL) != SQLITE_OK)
    return 1;
  snprintf(text, sizeof(text), "%p", (void *)st);
  answer(text);
  return 0;
}

int shown(sqlite3 *db, const char *sql) {
  sqlite3_stmt *st = NULL;
  if (sqlite3_prepare_v2(db, sql, -1, &st, NULL) != SQLITE_OK)
    // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: statement 'st' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
    return 1;
  printf("%p\n", (void *)st);
  return 0;
}
