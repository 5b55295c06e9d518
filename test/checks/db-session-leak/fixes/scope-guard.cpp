// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20 -fix-alone \
// RUN:   -options=OwnerStyle:scope-guard
// ORACLE: *
#include <libpq-fe.h>
#include <sqlite3.h>
#include <stdexcept>

void audit(int order);

void place(const char *where, int order) {
  PGconn *session = PQconnectdb(where);
  if (PQstatus(session) != CONNECTION_OK)
    throw std::runtime_error("no database");
  audit(order);
  PQfinish(session);
}

// Several in one declaration; the child after its parent.
int rows(const char *where) {
  PGconn *c = PQconnectdb(where), *d = nullptr;
  PGresult *r = PQexec(c, "SELECT 1");
  audit(1);
  int n = PQntuples(r);
  PQclear(r);
  PQfinish(c);
  (void)d;
  return n;
}

PGconn *open(const char *where) {
  PGconn *c = PQconnectdb(where);
  audit(2);
  if (!c)
    return nullptr;
  return c;
}

// Out-parameters: an owner beside the variable. The statement is released
// before its connection on each way out.
int probe(const char *file) {
  sqlite3 *db;
  if (sqlite3_open(file, &db) != SQLITE_OK)
    return 1;
  sqlite3_stmt *st = nullptr;
  int rc = sqlite3_prepare_v2(db, "x", -1, &st, nullptr);
  if (rc != SQLITE_OK) {
    sqlite3_close(db);
    return 2;
  }
  audit(3);
  while (sqlite3_step(st) == SQLITE_ROW)
    audit(4);
  sqlite3_finalize(st);
  sqlite3_close(db);
  return 0;
}

// CHECK-FIXES: #include <libpq-fe.h>
// CHECK-FIXES-NEXT: #include <sqlite3.h>
// CHECK-FIXES-NEXT: #include <memory>
// CHECK-FIXES-NEXT: #include <stdexcept>
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: void audit(int order);
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: void place(const char *where, int order) {
// CHECK-FIXES-NEXT:   PGconn *session = PQconnectdb(where);
// CHECK-FIXES-NEXT:   std::unique_ptr<PGconn, decltype(&PQfinish)> sessionOwner(session, &PQfinish);
// CHECK-FIXES-NEXT:   if (PQstatus(session) != CONNECTION_OK)
// CHECK-FIXES-NEXT:     throw std::runtime_error("no database");
// CHECK-FIXES-NEXT:   audit(order);
// CHECK-FIXES-NEXT: }
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: // Several in one declaration; the child after its parent.
// CHECK-FIXES-NEXT: int rows(const char *where) {
// CHECK-FIXES-NEXT:   PGconn *c = PQconnectdb(where), *d = nullptr;
// CHECK-FIXES-NEXT:   std::unique_ptr<PGconn, decltype(&PQfinish)> cOwner(c, &PQfinish);
// CHECK-FIXES-NEXT:   PGresult *r = PQexec(c, "SELECT 1");
// CHECK-FIXES-NEXT:   std::unique_ptr<PGresult, decltype(&PQclear)> rOwner(r, &PQclear);
// CHECK-FIXES-NEXT:   audit(1);
// CHECK-FIXES-NEXT:   int n = PQntuples(r);
// CHECK-FIXES-NEXT:   rOwner.reset();
// CHECK-FIXES-NEXT:   cOwner.reset();
// CHECK-FIXES-NEXT:   (void)d;
// CHECK-FIXES-NEXT:   return n;
// CHECK-FIXES-NEXT: }
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: PGconn *open(const char *where) {
// CHECK-FIXES-NEXT:   PGconn *c = PQconnectdb(where);
// CHECK-FIXES-NEXT:   std::unique_ptr<PGconn, decltype(&PQfinish)> cOwner(c, &PQfinish);
// CHECK-FIXES-NEXT:   audit(2);
// CHECK-FIXES-NEXT:   if (!c)
// CHECK-FIXES-NEXT:     return nullptr;
// CHECK-FIXES-NEXT:   return cOwner.release();
// CHECK-FIXES-NEXT: }
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: // Out-parameters: an owner beside the variable. The statement is released
// CHECK-FIXES-NEXT: // before its connection on each way out.
// CHECK-FIXES-NEXT: int probe(const char *file) {
// CHECK-FIXES-NEXT:   sqlite3 *db;
// CHECK-FIXES-NEXT:   const auto dbStatus = sqlite3_open(file, &db);
// CHECK-FIXES-NEXT:   std::unique_ptr<sqlite3, decltype(&sqlite3_close)> dbOwner(db, &sqlite3_close);
// CHECK-FIXES-NEXT:   if (dbStatus != SQLITE_OK)
// CHECK-FIXES-NEXT:     return 1;
// CHECK-FIXES-NEXT:   sqlite3_stmt *st = nullptr;
// CHECK-FIXES-NEXT:   int rc = sqlite3_prepare_v2(db, "x", -1, &st, nullptr);
// CHECK-FIXES-NEXT:   std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> stOwner(rc == 0 ? st : nullptr, &sqlite3_finalize);
// CHECK-FIXES-NEXT:   if (rc != SQLITE_OK) {
// CHECK-FIXES-NEXT:     stOwner.reset();
// CHECK-FIXES-NEXT:     return 2;
// CHECK-FIXES-NEXT:   }
// CHECK-FIXES-NEXT:   audit(3);
// CHECK-FIXES-NEXT:   while (sqlite3_step(st) == SQLITE_ROW)
// CHECK-FIXES-NEXT:     audit(4);
// CHECK-FIXES-NEXT:   stOwner.reset();
// CHECK-FIXES-NEXT:   return 0;
// CHECK-FIXES-NEXT: }
