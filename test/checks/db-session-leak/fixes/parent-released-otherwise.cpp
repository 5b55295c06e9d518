// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20
// The owner is reset before its parent goes, whichever way that goes: under
// another rule than the parent's own, by a helper, by a call that is not
// visible and named as what releases.
#include <mongoc/mongoc.h>
#include <sqlite3.h>

bool bad(int n) noexcept;
void close_all(sqlite3 *db) noexcept;
static void shut(sqlite3 *db) { sqlite3_close(db); }

int pooled(int n, mongoc_client_pool_t *pool) {
  mongoc_client_t *lease = mongoc_client_pool_pop(pool);
  mongoc_collection_t *col = mongoc_client_get_collection(lease, "", "");
  // CHECK-MESSAGES: :[[@LINE-1]]:30: warning: environment 'col' acquired by 'mongoc_client_get_collection' is not released on every path [db-session-leak]
  if (bad(n))
    n = 0;
  mongoc_client_pool_push(pool, lease);
  return n + 1;
}

int helper(sqlite3 *db, int n) {
  sqlite3_stmt *s = nullptr;
  sqlite3_prepare_v2(db, "", -1, &s, nullptr);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: statement 's' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
  if (bad(n))
    n = 0;
  shut(db);
  return n;
}

int unseen(int n) {
  sqlite3 *db = nullptr;
  if (sqlite3_open("", &db) != SQLITE_OK) {
    sqlite3_close(db);
    return 1;
  }
  sqlite3_stmt *s = nullptr;
  sqlite3_prepare_v2(db, "", -1, &s, nullptr);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: statement 's' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
  if (bad(n))
    n = 0;
  close_all(db);
  return n;
}

// CHECK-FIXES: // The owner is reset before its parent goes, whichever way that goes: under
// CHECK-FIXES-NEXT: // another rule than the parent's own, by a helper, by a call that is not
// CHECK-FIXES-NEXT: // visible and named as what releases.
// CHECK-FIXES-NEXT: #include <mongoc/mongoc.h>
// CHECK-FIXES-NEXT: #include <sqlite3.h>
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: #include <memory>
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: bool bad(int n) noexcept;
// CHECK-FIXES-NEXT: void close_all(sqlite3 *db) noexcept;
// CHECK-FIXES-NEXT: static void shut(sqlite3 *db) { sqlite3_close(db); }
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: int pooled(int n, mongoc_client_pool_t *pool) {
// CHECK-FIXES-NEXT:   mongoc_client_t *lease = mongoc_client_pool_pop(pool);
// CHECK-FIXES-NEXT:   std::unique_ptr<mongoc_collection_t, decltype(&mongoc_collection_destroy)> col(mongoc_client_get_collection(lease, "", ""), &mongoc_collection_destroy);
// CHECK-FIXES-NEXT:   //
// CHECK-FIXES-NEXT:   if (bad(n))
// CHECK-FIXES-NEXT:     n = 0;
// CHECK-FIXES-NEXT:   col.reset();
// CHECK-FIXES-NEXT:   mongoc_client_pool_push(pool, lease);
// CHECK-FIXES-NEXT:   return n + 1;
// CHECK-FIXES-NEXT: }
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: int helper(sqlite3 *db, int n) {
// CHECK-FIXES-NEXT:   sqlite3_stmt *s = nullptr;
// CHECK-FIXES-NEXT:   const auto sStatus = sqlite3_prepare_v2(db, "", -1, &s, nullptr);
// CHECK-FIXES-NEXT:   std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> sOwner(sStatus == 0 ? s : nullptr, &sqlite3_finalize);
// CHECK-FIXES-NEXT:   //
// CHECK-FIXES-NEXT:   if (bad(n))
// CHECK-FIXES-NEXT:     n = 0;
// CHECK-FIXES-NEXT:   sOwner.reset();
// CHECK-FIXES-NEXT:   shut(db);
// CHECK-FIXES-NEXT:   return n;
// CHECK-FIXES-NEXT: }
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: int unseen(int n) {
// CHECK-FIXES-NEXT:   sqlite3 *db = nullptr;
// CHECK-FIXES-NEXT:   if (sqlite3_open("", &db) != SQLITE_OK) {
// CHECK-FIXES-NEXT:     sqlite3_close(db);
// CHECK-FIXES-NEXT:     return 1;
// CHECK-FIXES-NEXT:   }
// CHECK-FIXES-NEXT:   sqlite3_stmt *s = nullptr;
// CHECK-FIXES-NEXT:   const auto sStatus = sqlite3_prepare_v2(db, "", -1, &s, nullptr);
// CHECK-FIXES-NEXT:   std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> sOwner(sStatus == 0 ? s : nullptr, &sqlite3_finalize);
// CHECK-FIXES-NEXT:   //
// CHECK-FIXES-NEXT:   if (bad(n))
// CHECK-FIXES-NEXT:     n = 0;
// CHECK-FIXES-NEXT:   sOwner.reset();
// CHECK-FIXES-NEXT:   close_all(db);
// CHECK-FIXES-NEXT:   return n;
// CHECK-FIXES-NEXT: }
