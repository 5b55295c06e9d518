// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20
// A handler that nothing here throws into is no way out, but what it releases
// goes with the owner too. Where a helper releases there, there is no owner.
#include <libpq-fe.h>
#include <mysql.h>

bool bad(int n) noexcept;
static void shut(PGconn *c) { PQfinish(c); }

int inPlace(int n) {
  MYSQL m;
  mysql_init(&m);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: session 'm' acquired by 'mysql_init' is not released on every path [db-session-leak]
  try {
    auto rows = mysql_store_result(&m);
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: result 'rows' acquired by 'mysql_store_result' is not released on every path [db-session-leak]
    return (int)mysql_num_rows(rows);
  } catch (...) {
  }
  mysql_close(&m);
  return 0;
}

int handler(int n) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  try {
    if (bad(n))
      return 1;
  } catch (...) {
    PQfinish(c);
    throw;
  }
  PQfinish(c);
  return 0;
}

int helped(int n) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  try {
    if (bad(n))
      return 1;
  } catch (...) {
    shut(c);
    throw;
  }
  PQfinish(c);
  return 0;
}

// CHECK-FIXES: // A handler that nothing here throws into is no way out, but what it releases
// CHECK-FIXES-NEXT: // goes with the owner too. Where a helper releases there, there is no owner.
// CHECK-FIXES-NEXT: #include <libpq-fe.h>
// CHECK-FIXES-NEXT: #include <mysql.h>
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: #include <memory>
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: bool bad(int n) noexcept;
// CHECK-FIXES-NEXT: static void shut(PGconn *c) { PQfinish(c); }
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: int inPlace(int n) {
// CHECK-FIXES-NEXT:   MYSQL m;
// CHECK-FIXES-NEXT:   mysql_init(&m);
// CHECK-FIXES-NEXT:   std::unique_ptr<MYSQL, decltype(&mysql_close)> mOwner(&m, &mysql_close);
// CHECK-FIXES-NEXT:   //
// CHECK-FIXES-NEXT:   try {
// CHECK-FIXES-NEXT:     std::unique_ptr<MYSQL_RES, decltype(&mysql_free_result)> rows(mysql_store_result(&m), &mysql_free_result);
// CHECK-FIXES-NEXT:     //
// CHECK-FIXES-NEXT:     return (int)mysql_num_rows(rows.get());
// CHECK-FIXES-NEXT:   } catch (...) {
// CHECK-FIXES-NEXT:   }
// CHECK-FIXES-NEXT:   return 0;
// CHECK-FIXES-NEXT: }
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: int handler(int n) {
// CHECK-FIXES-NEXT:   std::unique_ptr<PGconn, decltype(&PQfinish)> c(PQconnectdb(""), &PQfinish);
// CHECK-FIXES-NEXT:   //
// CHECK-FIXES-NEXT:   try {
// CHECK-FIXES-NEXT:     if (bad(n))
// CHECK-FIXES-NEXT:       return 1;
// CHECK-FIXES-NEXT:   } catch (...) {
// CHECK-FIXES-NEXT:     c.reset();
// CHECK-FIXES-NEXT:     throw;
// CHECK-FIXES-NEXT:   }
// CHECK-FIXES-NEXT:   return 0;
// CHECK-FIXES-NEXT: }
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: int helped(int n) {
// CHECK-FIXES-NEXT:   PGconn *c = PQconnectdb("");
// CHECK-FIXES-NEXT:   //
// CHECK-FIXES-NEXT:   try {
// CHECK-FIXES-NEXT:     if (bad(n)) {
// CHECK-FIXES-NEXT:       PQfinish(c);
// CHECK-FIXES-NEXT:       return 1;
// CHECK-FIXES-NEXT:     }
// CHECK-FIXES-NEXT:   } catch (...) {
// CHECK-FIXES-NEXT:     shut(c);
// CHECK-FIXES-NEXT:     throw;
// CHECK-FIXES-NEXT:   }
// CHECK-FIXES-NEXT:   PQfinish(c);
// CHECK-FIXES-NEXT:   return 0;
// CHECK-FIXES-NEXT: }
