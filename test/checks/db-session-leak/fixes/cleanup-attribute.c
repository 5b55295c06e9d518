// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17 -options=ReleaseStyle:cleanup
// ORACLE: *
#include <libpq-fe.h>
#include <sqlite3.h>
#include <stddef.h>

int ready(void);

/* Says whether there is a server. */
int ping(const char *where) {
  PGconn *c = PQconnectdb(where);
  if (PQstatus(c) != CONNECTION_OK)
    return 1;
  PQfinish(c);
  return 0;
}

int rows(const char *where) {
  PGconn *c = PQconnectdb(where);
  PGresult *r;
  if (PQstatus(c) != CONNECTION_OK)
    return -1;
  r = PQexec(c, "SELECT 1");
  if (!ready())
    return -2;
  if (PQresultStatus(r) != PGRES_TUPLES_OK) {
    PQclear(r);
    PQfinish(c);
    return -3;
  }
  PQclear(r);
  PQfinish(c);
  ready();
  return 0;
}

int probe(const char *file) {
  sqlite3 *db;
  sqlite3_stmt *s;
  if (sqlite3_open(file, &db) != SQLITE_OK)
    return 1;
  if (sqlite3_prepare_v2(db, "x", -1, &s, NULL) != SQLITE_OK) {
    sqlite3_close(db);
    return 2;
  }
  if (!ready())
    return 3;
  sqlite3_finalize(s);
  sqlite3_close(db);
  return 0;
}

// CHECK-FIXES: #include <libpq-fe.h>
// CHECK-FIXES-NEXT: #include <sqlite3.h>
// CHECK-FIXES-NEXT: #include <stddef.h>
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: int ready(void);
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: static void cleanup_sqlite3_statement(sqlite3_stmt **handle) {
// CHECK-FIXES-NEXT:   sqlite3_finalize(*handle);
// CHECK-FIXES-NEXT: }
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: static void cleanup_sqlite3_connection(sqlite3 **handle) {
// CHECK-FIXES-NEXT:   sqlite3_close(*handle);
// CHECK-FIXES-NEXT: }
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: static void cleanup_libpq_result(PGresult **handle) {
// CHECK-FIXES-NEXT:   PQclear(*handle);
// CHECK-FIXES-NEXT: }
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: static void cleanup_libpq_connection(PGconn **handle) {
// CHECK-FIXES-NEXT:   PQfinish(*handle);
// CHECK-FIXES-NEXT: }
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: /* Says whether there is a server. */
// CHECK-FIXES-NEXT: int ping(const char *where) {
// CHECK-FIXES-NEXT:   __attribute__((cleanup(cleanup_libpq_connection))) PGconn *c = PQconnectdb(where);
// CHECK-FIXES-NEXT:   if (PQstatus(c) != CONNECTION_OK)
// CHECK-FIXES-NEXT:     return 1;
// CHECK-FIXES-NEXT:   return 0;
// CHECK-FIXES-NEXT: }
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: int rows(const char *where) {
// CHECK-FIXES-NEXT:   __attribute__((cleanup(cleanup_libpq_connection))) PGconn *c = PQconnectdb(where);
// CHECK-FIXES-NEXT:   __attribute__((cleanup(cleanup_libpq_result))) PGresult *r = NULL;
// CHECK-FIXES-NEXT:   if (PQstatus(c) != CONNECTION_OK)
// CHECK-FIXES-NEXT:     return -1;
// CHECK-FIXES-NEXT:   r = PQexec(c, "SELECT 1");
// CHECK-FIXES-NEXT:   if (!ready())
// CHECK-FIXES-NEXT:     return -2;
// CHECK-FIXES-NEXT:   if (PQresultStatus(r) != PGRES_TUPLES_OK) {
// CHECK-FIXES-NEXT:     PQclear(r);
// CHECK-FIXES-NEXT:     r = NULL;
// CHECK-FIXES-NEXT:     return -3;
// CHECK-FIXES-NEXT:   }
// CHECK-FIXES-NEXT:   PQclear(r);
// CHECK-FIXES-NEXT:   r = NULL;
// CHECK-FIXES-NEXT:   PQfinish(c);
// CHECK-FIXES-NEXT:   c = NULL;
// CHECK-FIXES-NEXT:   ready();
// CHECK-FIXES-NEXT:   return 0;
// CHECK-FIXES-NEXT: }
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: int probe(const char *file) {
// CHECK-FIXES-NEXT:   __attribute__((cleanup(cleanup_sqlite3_connection))) sqlite3 *db = NULL;
// CHECK-FIXES-NEXT:   __attribute__((cleanup(cleanup_sqlite3_statement))) sqlite3_stmt *s = NULL;
// CHECK-FIXES-NEXT:   if (sqlite3_open(file, &db) != SQLITE_OK)
// CHECK-FIXES-NEXT:     return 1;
// CHECK-FIXES-NEXT:   if (sqlite3_prepare_v2(db, "x", -1, &s, NULL) != SQLITE_OK) {
// CHECK-FIXES-NEXT:     sqlite3_finalize(s); s = NULL;
// CHECK-FIXES-NEXT:     return 2;
// CHECK-FIXES-NEXT:   }
// CHECK-FIXES-NEXT:   if (!ready())
// CHECK-FIXES-NEXT:     return 3;
// CHECK-FIXES-NEXT:   sqlite3_finalize(s);
// CHECK-FIXES-NEXT:   s = NULL;
// CHECK-FIXES-NEXT:   return 0;
// CHECK-FIXES-NEXT: }
