// RUN: %check_dbtidy %s db-session-leak %t
// ORACLE: *
#include <libpq-fe.h>
#include <sqlite3.h>

int risky(int n) noexcept;

// 'db' has no owner, and is no parent of what gets one: it is released by a call.
int unrelated(PGconn *c, int n) {
  PGresult *r = PQexec(c, "A");
  sqlite3 *db;
  if (SQLITE_OK != sqlite3_open("", &db)) {
    sqlite3_close(db);
    return 1;
  }
  if (n)
    return 3;
  sqlite3_close(db);
  PQclear(r);
  return n;
}

// In a try block, where what leaves cannot throw.
int caught(int n) {
  sqlite3 *db;
  if (SQLITE_OK != sqlite3_open("", &db)) {
    sqlite3_close(db);
    return 1;
  }
  try {
    if (n)
      return n + 1;
    if (risky(n))
      return risky(n);
  } catch (...) {
    n = 0;
  }
  sqlite3_close(db);
  return n;
}

// CHECK-FIXES: #include <libpq-fe.h>
// CHECK-FIXES-NEXT: #include <sqlite3.h>
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: #include <memory>
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: int risky(int n) noexcept;
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: // 'db' has no owner, and is no parent of what gets one: it is released by a call.
// CHECK-FIXES-NEXT: int unrelated(PGconn *c, int n) {
// CHECK-FIXES-NEXT:   std::unique_ptr<PGresult, decltype(&PQclear)> r(PQexec(c, "A"), &PQclear);
// CHECK-FIXES-NEXT:   sqlite3 *db;
// CHECK-FIXES-NEXT:   if (SQLITE_OK != sqlite3_open("", &db)) {
// CHECK-FIXES-NEXT:     sqlite3_close(db);
// CHECK-FIXES-NEXT:     return 1;
// CHECK-FIXES-NEXT:   }
// CHECK-FIXES-NEXT:   if (n) {
// CHECK-FIXES-NEXT:     sqlite3_close(db);
// CHECK-FIXES-NEXT:     return 3;
// CHECK-FIXES-NEXT:   }
// CHECK-FIXES-NEXT:   sqlite3_close(db);
// CHECK-FIXES-NEXT:   return n;
// CHECK-FIXES-NEXT: }
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: // In a try block, where what leaves cannot throw.
// CHECK-FIXES-NEXT: int caught(int n) {
// CHECK-FIXES-NEXT:   sqlite3 *db;
// CHECK-FIXES-NEXT:   if (SQLITE_OK != sqlite3_open("", &db)) {
// CHECK-FIXES-NEXT:     sqlite3_close(db);
// CHECK-FIXES-NEXT:     return 1;
// CHECK-FIXES-NEXT:   }
// CHECK-FIXES-NEXT:   try {
// CHECK-FIXES-NEXT:     if (n) {
// CHECK-FIXES-NEXT:       sqlite3_close(db);
// CHECK-FIXES-NEXT:       return n + 1;
// CHECK-FIXES-NEXT:     }
// CHECK-FIXES-NEXT:     if (risky(n)) {
// CHECK-FIXES-NEXT:       int result = risky(n);
// CHECK-FIXES-NEXT:       sqlite3_close(db);
// CHECK-FIXES-NEXT:       return result;
// CHECK-FIXES-NEXT:     }
// CHECK-FIXES-NEXT:   } catch (...) {
// CHECK-FIXES-NEXT:     n = 0;
// CHECK-FIXES-NEXT:   }
// CHECK-FIXES-NEXT:   sqlite3_close(db);
// CHECK-FIXES-NEXT:   return n;
// CHECK-FIXES-NEXT: }
