// RUN: %check_dbtidy %s db-session-leak,db-raw-session %t -std=c++11-or-later -fix-alone
// ORACLE: rows
// ORACLE: together
// ORACLE-CLEAN: at_the_end
#include <libpq-fe.h>

void audit(int order);

// One leaks, one does not.
int rows(const char *where) {
  PGconn *c = PQconnectdb(where);
  PGresult *r = PQexec(c, "SELECT 1");
  int n = PQntuples(r);
  PQclear(r);
  audit(n);
  PQfinish(c);
  return n;
}

// The same, declared together.
void together(const char *where) {
  PGconn *a = PQconnectdb(where), *b = PQconnectdb(where);
  PQfinish(b);
  audit(1);
  PQfinish(a);
}

int at_the_end(const char *where) {
  PGconn *c = PQconnectdb(where);
  int status = PQstatus(c);
  PQfinish(c);
  return status;
}

// CHECK-FIXES: #include <libpq-fe.h>
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: #include <memory>
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: void audit(int order);
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: // One leaks, one does not.
// CHECK-FIXES-NEXT: int rows(const char *where) {
// CHECK-FIXES-NEXT:   std::unique_ptr<PGconn, decltype(&PQfinish)> c(PQconnectdb(where), &PQfinish);
// CHECK-FIXES-NEXT:   std::unique_ptr<PGresult, decltype(&PQclear)> r(PQexec(c.get(), "SELECT 1"), &PQclear);
// CHECK-FIXES-NEXT:   int n = PQntuples(r.get());
// CHECK-FIXES-NEXT:   r.reset();
// CHECK-FIXES-NEXT:   audit(n);
// CHECK-FIXES-NEXT:   return n;
// CHECK-FIXES-NEXT: }
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: // The same, declared together.
// CHECK-FIXES-NEXT: void together(const char *where) {
// CHECK-FIXES-NEXT:   std::unique_ptr<PGconn, decltype(&PQfinish)> a(PQconnectdb(where), &PQfinish);
// CHECK-FIXES-NEXT:   std::unique_ptr<PGconn, decltype(&PQfinish)> b(PQconnectdb(where), &PQfinish);
// CHECK-FIXES-NEXT:   b.reset();
// CHECK-FIXES-NEXT:   audit(1);
// CHECK-FIXES-NEXT: }
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: int at_the_end(const char *where) {
// CHECK-FIXES-NEXT:   std::unique_ptr<PGconn, decltype(&PQfinish)> c(PQconnectdb(where), &PQfinish);
// CHECK-FIXES-NEXT:   int status = PQstatus(c.get());
// CHECK-FIXES-NEXT:   return status;
// CHECK-FIXES-NEXT: }
