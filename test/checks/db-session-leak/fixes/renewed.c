// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17 -fix-alone
// ORACLE: *
#include <libpq-fe.h>

void note(const char *text);

// The borrowed text is replaced before it is read again.
int renewed(PGconn *c) {
  PGresult *r = PQexec(c, "A");
  const char *t = PQgetvalue(r, 0, 0);
  note(t);
  r = PQexec(c, "B");
  t = PQgetvalue(r, 0, 0);
  note(t);
  PQclear(r);
  return 0;
}

// CHECK-FIXES: #include <libpq-fe.h>
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: void note(const char *text);
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: // The borrowed text is replaced before it is read again.
// CHECK-FIXES-NEXT: int renewed(PGconn *c) {
// CHECK-FIXES-NEXT:   PGresult *r = PQexec(c, "A");
// CHECK-FIXES-NEXT:   const char *t = PQgetvalue(r, 0, 0);
// CHECK-FIXES-NEXT:   note(t);
// CHECK-FIXES-NEXT:   PQclear(r);
// CHECK-FIXES-NEXT:   r = PQexec(c, "B");
// CHECK-FIXES-NEXT:   t = PQgetvalue(r, 0, 0);
// CHECK-FIXES-NEXT:   note(t);
// CHECK-FIXES-NEXT:   PQclear(r);
// CHECK-FIXES-NEXT:   return 0;
// CHECK-FIXES-NEXT: }
