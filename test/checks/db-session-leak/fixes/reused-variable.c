// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17 -fix-alone
// ORACLE: *
#include <libpq-fe.h>
int count(PGconn *c, const char *sql) {
  int rows = -1;
  PGresult *r = PQexec(c, sql);
  if (PQresultStatus(r) != PGRES_TUPLES_OK)
    goto done;
  rows = PQntuples(r);
  PQclear(r);
done:
  return rows;
}
int two(PGconn *c, int a) {
  PGresult *r;
  int n = 0;
  if (a) {
    r = PQexec(c, "A");
    n = PQntuples(r);
  }
  return n;
}
int four(PGconn *c) {
  PGresult *r = PQexec(c, "A");
  if (PQntuples(r) > 0) {
    PQclear(r);
  }
  switch (PQstatus(c)) {
  case CONNECTION_OK:
    return 1;
  default:
    break;
  }
  return 0;
}

// CHECK-FIXES: #include <libpq-fe.h>
// CHECK-FIXES-NEXT: int count(PGconn *c, const char *sql) {
// CHECK-FIXES-NEXT:   int rows = -1;
// CHECK-FIXES-NEXT:   PGresult *r = PQexec(c, sql);
// CHECK-FIXES-NEXT:   if (PQresultStatus(r) != PGRES_TUPLES_OK)
// CHECK-FIXES-NEXT:     goto done;
// CHECK-FIXES-NEXT:   rows = PQntuples(r);
// CHECK-FIXES-NEXT:   PQclear(r);
// CHECK-FIXES-NEXT:   r = NULL;
// CHECK-FIXES-NEXT: done:
// CHECK-FIXES-NEXT:   PQclear(r);
// CHECK-FIXES-NEXT:   return rows;
// CHECK-FIXES-NEXT: }
// CHECK-FIXES-NEXT: int two(PGconn *c, int a) {
// CHECK-FIXES-NEXT:   PGresult *r = NULL;
// CHECK-FIXES-NEXT:   int n = 0;
// CHECK-FIXES-NEXT:   if (a) {
// CHECK-FIXES-NEXT:     r = PQexec(c, "A");
// CHECK-FIXES-NEXT:     n = PQntuples(r);
// CHECK-FIXES-NEXT:   }
// CHECK-FIXES-NEXT:   PQclear(r);
// CHECK-FIXES-NEXT:   return n;
// CHECK-FIXES-NEXT: }
// CHECK-FIXES-NEXT: int four(PGconn *c) {
// CHECK-FIXES-NEXT:   PGresult *r = PQexec(c, "A");
// CHECK-FIXES-NEXT:   if (PQntuples(r) > 0) {
// CHECK-FIXES-NEXT:     PQclear(r);
// CHECK-FIXES-NEXT:     r = NULL;
// CHECK-FIXES-NEXT:   }
// CHECK-FIXES-NEXT:   switch (PQstatus(c)) {
// CHECK-FIXES-NEXT:   case CONNECTION_OK:
// CHECK-FIXES-NEXT:     PQclear(r);
// CHECK-FIXES-NEXT:     return 1;
// CHECK-FIXES-NEXT:   default:
// CHECK-FIXES-NEXT:     break;
// CHECK-FIXES-NEXT:   }
// CHECK-FIXES-NEXT:   PQclear(r);
// CHECK-FIXES-NEXT:   return 0;
// CHECK-FIXES-NEXT: }
