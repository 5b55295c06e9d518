// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17 -fix-alone
// ORACLE: *
#include <libpq-fe.h>
#include <sqlite3.h>

void report(const char *text);

int ping(const char *where) {
  PGconn *c = PQconnectdb(where);
  if (PQstatus(c) != CONNECTION_OK)
    return 1;
  PQfinish(c);
  return 0;
}

void commit(PGconn *c) { PQexec(c, "COMMIT"); }

// The error text belongs to the connection: it is read first.
int probe(const char *file) {
  sqlite3 *db;
  if (sqlite3_open(file, &db) != SQLITE_OK) {
    report(sqlite3_errmsg(db));
    return 1;
  }
  sqlite3_close(db);
  return 0;
}

// Two leak on the same ways out: the child goes first.
int both(const char *where) {
  PGconn *c = PQconnectdb(where);
  PGresult *r;
  if (PQstatus(c) != CONNECTION_OK) {
    PQfinish(c);
    return 1;
  }
  r = PQexec(c, "SELECT 1");
  if (PQresultStatus(r) != PGRES_TUPLES_OK)
    return -1; // nothing there
  return PQntuples(r);
}

void overwritten(PGconn *c) {
  PGresult *r = PQexec(c, "BEGIN");
  r = PQexec(c, "COMMIT");
  PQclear(r);
}

void again(PGconn *c, int n) {
  PGresult *r = NULL;
  for (int i = 0; i < n; i++)
    r = PQexec(c, "SELECT 1");
  PQclear(r);
}

void touch(const char *where, int n) {
  for (int i = 0; i < n; i++) {
    PGconn *c = PQconnectdb(where);
    if (PQstatus(c) != CONNECTION_OK)
      continue;
    PQstatus(c);
  }
}

// CHECK-FIXES: #include <libpq-fe.h>
// CHECK-FIXES-NEXT: #include <sqlite3.h>
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: void report(const char *text);
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: int ping(const char *where) {
// CHECK-FIXES-NEXT:   PGconn *c = PQconnectdb(where);
// CHECK-FIXES-NEXT:   if (PQstatus(c) != CONNECTION_OK) {
// CHECK-FIXES-NEXT:     PQfinish(c);
// CHECK-FIXES-NEXT:     return 1;
// CHECK-FIXES-NEXT:   }
// CHECK-FIXES-NEXT:   PQfinish(c);
// CHECK-FIXES-NEXT:   return 0;
// CHECK-FIXES-NEXT: }
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: void commit(PGconn *c) { PQclear(PQexec(c, "COMMIT")); }
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: // The error text belongs to the connection: it is read first.
// CHECK-FIXES-NEXT: int probe(const char *file) {
// CHECK-FIXES-NEXT:   sqlite3 *db;
// CHECK-FIXES-NEXT:   if (sqlite3_open(file, &db) != SQLITE_OK) {
// CHECK-FIXES-NEXT:     report(sqlite3_errmsg(db));
// CHECK-FIXES-NEXT:     sqlite3_close(db);
// CHECK-FIXES-NEXT:     return 1;
// CHECK-FIXES-NEXT:   }
// CHECK-FIXES-NEXT:   sqlite3_close(db);
// CHECK-FIXES-NEXT:   return 0;
// CHECK-FIXES-NEXT: }
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: // Two leak on the same ways out: the child goes first.
// CHECK-FIXES-NEXT: int both(const char *where) {
// CHECK-FIXES-NEXT:   PGconn *c = PQconnectdb(where);
// CHECK-FIXES-NEXT:   PGresult *r;
// CHECK-FIXES-NEXT:   if (PQstatus(c) != CONNECTION_OK) {
// CHECK-FIXES-NEXT:     PQfinish(c);
// CHECK-FIXES-NEXT:     return 1;
// CHECK-FIXES-NEXT:   }
// CHECK-FIXES-NEXT:   r = PQexec(c, "SELECT 1");
// CHECK-FIXES-NEXT:   if (PQresultStatus(r) != PGRES_TUPLES_OK) {
// CHECK-FIXES-NEXT:     PQclear(r);
// CHECK-FIXES-NEXT:     PQfinish(c);
// CHECK-FIXES-NEXT:     return -1; // nothing there
// CHECK-FIXES-NEXT:   }
// CHECK-FIXES-NEXT:   int result = PQntuples(r);
// CHECK-FIXES-NEXT:   PQclear(r);
// CHECK-FIXES-NEXT:   PQfinish(c);
// CHECK-FIXES-NEXT:   return result;
// CHECK-FIXES-NEXT: }
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: void overwritten(PGconn *c) {
// CHECK-FIXES-NEXT:   PGresult *r = PQexec(c, "BEGIN");
// CHECK-FIXES-NEXT:   PQclear(r);
// CHECK-FIXES-NEXT:   r = PQexec(c, "COMMIT");
// CHECK-FIXES-NEXT:   PQclear(r);
// CHECK-FIXES-NEXT: }
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: void again(PGconn *c, int n) {
// CHECK-FIXES-NEXT:   PGresult *r = NULL;
// CHECK-FIXES-NEXT:   for (int i = 0; i < n; i++) {
// CHECK-FIXES-NEXT:     PQclear(r);
// CHECK-FIXES-NEXT:     r = PQexec(c, "SELECT 1");
// CHECK-FIXES-NEXT:   }
// CHECK-FIXES-NEXT:   PQclear(r);
// CHECK-FIXES-NEXT: }
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: void touch(const char *where, int n) {
// CHECK-FIXES-NEXT:   for (int i = 0; i < n; i++) {
// CHECK-FIXES-NEXT:     PGconn *c = PQconnectdb(where);
// CHECK-FIXES-NEXT:     if (PQstatus(c) != CONNECTION_OK) {
// CHECK-FIXES-NEXT:       PQfinish(c);
// CHECK-FIXES-NEXT:       continue;
// CHECK-FIXES-NEXT:     }
// CHECK-FIXES-NEXT:     PQstatus(c);
// CHECK-FIXES-NEXT:     PQfinish(c);
// CHECK-FIXES-NEXT:   }
// CHECK-FIXES-NEXT: }
