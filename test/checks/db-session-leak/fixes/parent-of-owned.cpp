// RUN: %check_dbtidy %s db-session-leak %t
#include <sqlite3.h>

// A release of 'db' would come before that of its statement's owner, which the
// fix of 's' writes.
int parent(int n) {
  sqlite3 *db;
  if (SQLITE_OK != sqlite3_open("", &db)) {
    // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: session 'db' acquired by 'sqlite3_open' is not released on every path [db-session-leak]
    // CHECK-NOFIX: :[[@LINE-2]]:20: note: no fix: the acquisition is not the first thing that is evaluated
    sqlite3_close(db);
    return 1;
  }
  sqlite3_stmt *s;
  if (sqlite3_prepare_v2(db, "", -1, &s, nullptr))
    // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: statement 's' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
    return 2;
  if (n)
    return 3;
  sqlite3_finalize(s);
  sqlite3_close(db);
  return n;
}
