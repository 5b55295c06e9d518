// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17
// ORACLE: *
#include <sqlite3.h>

int risky(int n);

// What is returned reads the statement, which needs its connection.
int step(int n) {
  sqlite3 *db;
  if (sqlite3_open("", &db) != SQLITE_OK)
    return -1;
  sqlite3_stmt *s;
  if (sqlite3_prepare_v2(db, "", -1, &s, 0) != SQLITE_OK)
    return -2;
  if (n)
    return sqlite3_step(s);
  sqlite3_finalize(s);
  sqlite3_close(db);
  return 0;
}

// CHECK-FIXES: {{^}}  if (n) {
// CHECK-FIXES-NEXT:     int result = sqlite3_step(s);
// CHECK-FIXES-NEXT:     sqlite3_finalize(s);
// CHECK-FIXES-NEXT:     sqlite3_close(db);
// CHECK-FIXES-NEXT:     return result;
// CHECK-FIXES-NEXT: {{^}}  }
