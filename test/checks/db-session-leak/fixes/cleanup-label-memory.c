// Memory that is freed at the label too, and was not allocated yet.
// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17
#include <libpq-fe.h>
#include <stdlib.h>

int ready(void);

int reads(PGconn *c) {
  int n = 0;
  char *text = NULL;
  PGresult *r = PQexec(c, "SELECT 1");
  if (PQnfields(r) != 1)
    return PQntuples(r);
  text = malloc(3);
  if (!ready())
    goto end;
  n = 1;
end:
  free(text);
  PQclear(r);
  return n;
}

// CHECK-FIXES: #include <libpq-fe.h>
// CHECK-FIXES-NEXT: #include <stdlib.h>
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: int ready(void);
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: int reads(PGconn *c) {
// CHECK-FIXES-NEXT:   int n = 0;
// CHECK-FIXES-NEXT:   char *text = NULL;
// CHECK-FIXES-NEXT:   PGresult *r = PQexec(c, "SELECT 1");
// CHECK-FIXES-NEXT:   if (PQnfields(r) != 1) {
// CHECK-FIXES-NEXT:     n = PQntuples(r);
// CHECK-FIXES-NEXT:     goto end;
// CHECK-FIXES-NEXT:   }
// CHECK-FIXES-NEXT:   text = malloc(3);
// CHECK-FIXES-NEXT:   if (!ready())
// CHECK-FIXES-NEXT:     goto end;
// CHECK-FIXES-NEXT:   n = 1;
// CHECK-FIXES-NEXT: end:
// CHECK-FIXES-NEXT:   free(text);
// CHECK-FIXES-NEXT:   PQclear(r);
// CHECK-FIXES-NEXT:   return n;
// CHECK-FIXES-NEXT: }
