// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17
// ORACLE: *
// The statement goes before its connection.
#include <sqlite3.h>
int risky(int n);

int f(const char *file, int n) {
  sqlite3 *db;
  if (sqlite3_open(file, &db) != SQLITE_OK) {
    sqlite3_close(db);
    return 1;
  }
  sqlite3_stmt *s;
  int rc = sqlite3_prepare_v2(db, "x", -1, &s, 0);
  if (rc != SQLITE_OK) {
    sqlite3_close(db);
    return 1;
  }
  if (risky(n) == 0) {
    sqlite3_close(db);
    return 1;
  }
  sqlite3_finalize(s);
  sqlite3_close(db);
  return 0;
}

// CHECK-FIXES: // The statement goes before its connection.
// CHECK-FIXES-NEXT: #include <sqlite3.h>
// CHECK-FIXES-NEXT: int risky(int n);
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: int f(const char *file, int n) {
// CHECK-FIXES-NEXT:   sqlite3 *db;
// CHECK-FIXES-NEXT:   if (sqlite3_open(file, &db) != SQLITE_OK) {
// CHECK-FIXES-NEXT:     sqlite3_close(db);
// CHECK-FIXES-NEXT:     return 1;
// CHECK-FIXES-NEXT:   }
// CHECK-FIXES-NEXT:   sqlite3_stmt *s;
// CHECK-FIXES-NEXT:   int rc = sqlite3_prepare_v2(db, "x", -1, &s, 0);
// CHECK-FIXES-NEXT:   if (rc != SQLITE_OK) {
// CHECK-FIXES-NEXT:     sqlite3_close(db);
// CHECK-FIXES-NEXT:     return 1;
// CHECK-FIXES-NEXT:   }
// CHECK-FIXES-NEXT:   if (risky(n) == 0) {
// CHECK-FIXES-NEXT:     sqlite3_finalize(s);
// CHECK-FIXES-NEXT:     sqlite3_close(db);
// CHECK-FIXES-NEXT:     return 1;
// CHECK-FIXES-NEXT:   }
// CHECK-FIXES-NEXT:   sqlite3_finalize(s);
// CHECK-FIXES-NEXT:   sqlite3_close(db);
// CHECK-FIXES-NEXT:   return 0;
// CHECK-FIXES-NEXT: }
