// RUN: %check_dbtidy %s db-raw-session %t -std=c++11-or-later -fix-alone
// ORACLE-CLEAN: *
#include <libpq-fe.h>
#include <stdexcept>

void audit(int order) noexcept;

int at_the_end(const char *where) {
  PGconn *session = PQconnectdb(where);
  int status = PQstatus(session);
  audit(status);
  PQfinish(session);
  return status;
}

int on_each_return(const char *where, int order) {
  PGconn *session = PQconnectdb(where);
  if (PQstatus(session) != CONNECTION_OK) {
    PQfinish(session);
    return 1;
  }
  if (order == 0) {
    PQfinish(session);
    throw std::runtime_error("no order");
  }
  PQfinish(session);
  return 0;
}

// CHECK-FIXES: #include <libpq-fe.h>
// CHECK-FIXES-NEXT: #include <memory>
// CHECK-FIXES-NEXT: #include <stdexcept>
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: void audit(int order) noexcept;
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: int at_the_end(const char *where) {
// CHECK-FIXES-NEXT:   std::unique_ptr<PGconn, decltype(&PQfinish)> session(PQconnectdb(where), &PQfinish);
// CHECK-FIXES-NEXT:   int status = PQstatus(session.get());
// CHECK-FIXES-NEXT:   audit(status);
// CHECK-FIXES-NEXT:   return status;
// CHECK-FIXES-NEXT: }
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: int on_each_return(const char *where, int order) {
// CHECK-FIXES-NEXT:   std::unique_ptr<PGconn, decltype(&PQfinish)> session(PQconnectdb(where), &PQfinish);
// CHECK-FIXES-NEXT:   if (PQstatus(session.get()) != CONNECTION_OK) {
// CHECK-FIXES-NEXT:     return 1;
// CHECK-FIXES-NEXT:   }
// CHECK-FIXES-NEXT:   if (order == 0) {
// CHECK-FIXES-NEXT:     session.reset();
// CHECK-FIXES-NEXT:     throw std::runtime_error("no order");
// CHECK-FIXES-NEXT:   }
// CHECK-FIXES-NEXT:   return 0;
// CHECK-FIXES-NEXT: }
