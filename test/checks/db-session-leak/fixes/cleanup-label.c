// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17 -fix-alone
// ORACLE: *
#include <libpq-fe.h>
#include <sqlite3.h>
#include <stddef.h>

int ready(void);

// The value goes to the variable that the code behind the label returns.
int count(PGconn *c, const char *sql) {
  int rows = -1;
  PGresult *r = PQexec(c, sql);
  if (PQresultStatus(r) != PGRES_TUPLES_OK)
    goto done;
  if (!ready())
    return -2; // later
  rows = PQntuples(r);
done:
  PQclear(r);
  return rows;
}

// The child is null until it is prepared; its release accepts that.
int both(const char *file) {
  int rc = 1;
  sqlite3_stmt *s = NULL;
  sqlite3 *db = NULL;
  if (sqlite3_open(file, &db) != SQLITE_OK)
    return 2;
  if (!ready()) {
    rc = 3;
    return rc;
  }
  if (sqlite3_prepare_v2(db, "x", -1, &s, NULL) != SQLITE_OK)
    goto out;
  if (sqlite3_step(s) != SQLITE_ROW)
    return 4;
  rc = 0;
out:
  sqlite3_finalize(s);
  if (db != NULL)
    sqlite3_close(db);
  return rc;
}

// The handle is read by what is returned, which is before the jump.
int reads(PGconn *c) {
  int n = 0;
  PGresult *r = PQexec(c, "SELECT 1");
  if (PQnfields(r) != 1)
    return PQntuples(r);
  if (!ready())
    goto end;
  n = 1;
end:
  PQclear(r);
  return n;
}

// Nothing to return.
void says(PGconn *c) {
  PGresult *r = PQexec(c, "SELECT 1");
  if (!ready())
    return;
  if (PQntuples(r) == 0)
    goto end;
  ready();
end:
  PQclear(r);
}

// No jump: what the label releases was not there before, or not only that, or
// is another value.
int declared(PGconn *c) {
  PGresult *second;
  PGresult *r = PQexec(c, "A");
  int n = 0;
  if (!ready())
    return 1;
  second = PQexec(c, "B");
  n = PQntuples(second);
  if (n == 1)
    goto end;
  ready();
end:
  PQclear(second);
  PQclear(r);
  return n;
}

int other(PGconn *c) {
  PGresult *r = PQexec(c, "A");
  if (!ready())
    return 1;
  if (PQntuples(r) == 0)
    goto fail;
  PQclear(r);
  return 0;
fail:
  PQclear(r);
  return -1;
}

int does_more(PGconn *c) {
  int n = 0;
  PGresult *r = PQexec(c, "A");
  if (!ready())
    return 1;
  if (PQntuples(r) == 0)
    goto end;
  n = 2;
end:
  ready();
  PQclear(r);
  return n;
}

int in_loop(PGconn *c) {
  int n = 0;
  PGresult *second = NULL;
  PGresult *r = PQexec(c, "A");
  for (int i = 0; i < 2; i++) {
    if (!ready())
      return 1;
    second = PQexec(c, "B");
    n += PQntuples(second);
    PQclear(second);
  }
  second = PQexec(c, "C");
  if (n == 1)
    goto end;
  n = PQntuples(second);
end:
  PQclear(second);
  PQclear(r);
  return n;
}

// CHECK-FIXES: #include <libpq-fe.h>
// CHECK-FIXES-NEXT: #include <sqlite3.h>
// CHECK-FIXES-NEXT: #include <stddef.h>
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: int ready(void);
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: // The value goes to the variable that the code behind the label returns.
// CHECK-FIXES-NEXT: int count(PGconn *c, const char *sql) {
// CHECK-FIXES-NEXT:   int rows = -1;
// CHECK-FIXES-NEXT:   PGresult *r = PQexec(c, sql);
// CHECK-FIXES-NEXT:   if (PQresultStatus(r) != PGRES_TUPLES_OK)
// CHECK-FIXES-NEXT:     goto done;
// CHECK-FIXES-NEXT:   if (!ready()) {
// CHECK-FIXES-NEXT:     rows = -2; // later
// CHECK-FIXES-NEXT:     goto done;
// CHECK-FIXES-NEXT:   }
// CHECK-FIXES-NEXT:   rows = PQntuples(r);
// CHECK-FIXES-NEXT: done:
// CHECK-FIXES-NEXT:   PQclear(r);
// CHECK-FIXES-NEXT:   return rows;
// CHECK-FIXES-NEXT: }
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: // The child is null until it is prepared; its release accepts that.
// CHECK-FIXES-NEXT: int both(const char *file) {
// CHECK-FIXES-NEXT:   int rc = 1;
// CHECK-FIXES-NEXT:   sqlite3_stmt *s = NULL;
// CHECK-FIXES-NEXT:   sqlite3 *db = NULL;
// CHECK-FIXES-NEXT:   if (sqlite3_open(file, &db) != SQLITE_OK) {
// CHECK-FIXES-NEXT:     rc = 2;
// CHECK-FIXES-NEXT:     goto out;
// CHECK-FIXES-NEXT:   }
// CHECK-FIXES-NEXT:   if (!ready()) {
// CHECK-FIXES-NEXT:     rc = 3;
// CHECK-FIXES-NEXT:     goto out;
// CHECK-FIXES-NEXT:   }
// CHECK-FIXES-NEXT:   if (sqlite3_prepare_v2(db, "x", -1, &s, NULL) != SQLITE_OK)
// CHECK-FIXES-NEXT:     goto out;
// CHECK-FIXES-NEXT:   if (sqlite3_step(s) != SQLITE_ROW) {
// CHECK-FIXES-NEXT:     rc = 4;
// CHECK-FIXES-NEXT:     goto out;
// CHECK-FIXES-NEXT:   }
// CHECK-FIXES-NEXT:   rc = 0;
// CHECK-FIXES-NEXT: out:
// CHECK-FIXES-NEXT:   sqlite3_finalize(s);
// CHECK-FIXES-NEXT:   if (db != NULL)
// CHECK-FIXES-NEXT:     sqlite3_close(db);
// CHECK-FIXES-NEXT:   return rc;
// CHECK-FIXES-NEXT: }
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: // The handle is read by what is returned, which is before the jump.
// CHECK-FIXES-NEXT: int reads(PGconn *c) {
// CHECK-FIXES-NEXT:   int n = 0;
// CHECK-FIXES-NEXT:   PGresult *r = PQexec(c, "SELECT 1");
// CHECK-FIXES-NEXT:   if (PQnfields(r) != 1) {
// CHECK-FIXES-NEXT:     n = PQntuples(r);
// CHECK-FIXES-NEXT:     goto end;
// CHECK-FIXES-NEXT:   }
// CHECK-FIXES-NEXT:   if (!ready())
// CHECK-FIXES-NEXT:     goto end;
// CHECK-FIXES-NEXT:   n = 1;
// CHECK-FIXES-NEXT: end:
// CHECK-FIXES-NEXT:   PQclear(r);
// CHECK-FIXES-NEXT:   return n;
// CHECK-FIXES-NEXT: }
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: // Nothing to return.
// CHECK-FIXES-NEXT: void says(PGconn *c) {
// CHECK-FIXES-NEXT:   PGresult *r = PQexec(c, "SELECT 1");
// CHECK-FIXES-NEXT:   if (!ready())
// CHECK-FIXES-NEXT:     goto end;
// CHECK-FIXES-NEXT:   if (PQntuples(r) == 0)
// CHECK-FIXES-NEXT:     goto end;
// CHECK-FIXES-NEXT:   ready();
// CHECK-FIXES-NEXT: end:
// CHECK-FIXES-NEXT:   PQclear(r);
// CHECK-FIXES-NEXT: }
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: // No jump: what the label releases was not there before, or not only that, or
// CHECK-FIXES-NEXT: // is another value.
// CHECK-FIXES-NEXT: int declared(PGconn *c) {
// CHECK-FIXES-NEXT:   PGresult *second;
// CHECK-FIXES-NEXT:   PGresult *r = PQexec(c, "A");
// CHECK-FIXES-NEXT:   int n = 0;
// CHECK-FIXES-NEXT:   if (!ready()) {
// CHECK-FIXES-NEXT:     PQclear(r);
// CHECK-FIXES-NEXT:     return 1;
// CHECK-FIXES-NEXT:   }
// CHECK-FIXES-NEXT:   second = PQexec(c, "B");
// CHECK-FIXES-NEXT:   n = PQntuples(second);
// CHECK-FIXES-NEXT:   if (n == 1)
// CHECK-FIXES-NEXT:     goto end;
// CHECK-FIXES-NEXT:   ready();
// CHECK-FIXES-NEXT: end:
// CHECK-FIXES-NEXT:   PQclear(second);
// CHECK-FIXES-NEXT:   PQclear(r);
// CHECK-FIXES-NEXT:   return n;
// CHECK-FIXES-NEXT: }
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: int other(PGconn *c) {
// CHECK-FIXES-NEXT:   PGresult *r = PQexec(c, "A");
// CHECK-FIXES-NEXT:   if (!ready()) {
// CHECK-FIXES-NEXT:     PQclear(r);
// CHECK-FIXES-NEXT:     return 1;
// CHECK-FIXES-NEXT:   }
// CHECK-FIXES-NEXT:   if (PQntuples(r) == 0)
// CHECK-FIXES-NEXT:     goto fail;
// CHECK-FIXES-NEXT:   PQclear(r);
// CHECK-FIXES-NEXT:   return 0;
// CHECK-FIXES-NEXT: fail:
// CHECK-FIXES-NEXT:   PQclear(r);
// CHECK-FIXES-NEXT:   return -1;
// CHECK-FIXES-NEXT: }
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: int does_more(PGconn *c) {
// CHECK-FIXES-NEXT:   int n = 0;
// CHECK-FIXES-NEXT:   PGresult *r = PQexec(c, "A");
// CHECK-FIXES-NEXT:   if (!ready()) {
// CHECK-FIXES-NEXT:     PQclear(r);
// CHECK-FIXES-NEXT:     return 1;
// CHECK-FIXES-NEXT:   }
// CHECK-FIXES-NEXT:   if (PQntuples(r) == 0)
// CHECK-FIXES-NEXT:     goto end;
// CHECK-FIXES-NEXT:   n = 2;
// CHECK-FIXES-NEXT: end:
// CHECK-FIXES-NEXT:   ready();
// CHECK-FIXES-NEXT:   PQclear(r);
// CHECK-FIXES-NEXT:   return n;
// CHECK-FIXES-NEXT: }
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: int in_loop(PGconn *c) {
// CHECK-FIXES-NEXT:   int n = 0;
// CHECK-FIXES-NEXT:   PGresult *second = NULL;
// CHECK-FIXES-NEXT:   PGresult *r = PQexec(c, "A");
// CHECK-FIXES-NEXT:   for (int i = 0; i < 2; i++) {
// CHECK-FIXES-NEXT:     if (!ready()) {
// CHECK-FIXES-NEXT:       PQclear(r);
// CHECK-FIXES-NEXT:       return 1;
// CHECK-FIXES-NEXT:     }
// CHECK-FIXES-NEXT:     second = PQexec(c, "B");
// CHECK-FIXES-NEXT:     n += PQntuples(second);
// CHECK-FIXES-NEXT:     PQclear(second);
// CHECK-FIXES-NEXT:   }
// CHECK-FIXES-NEXT:   second = PQexec(c, "C");
// CHECK-FIXES-NEXT:   if (n == 1)
// CHECK-FIXES-NEXT:     goto end;
// CHECK-FIXES-NEXT:   n = PQntuples(second);
// CHECK-FIXES-NEXT: end:
// CHECK-FIXES-NEXT:   PQclear(second);
// CHECK-FIXES-NEXT:   PQclear(r);
// CHECK-FIXES-NEXT:   return n;
// CHECK-FIXES-NEXT: }
