// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17 -fix-alone
// ORACLE: *
#include <mysql.h>

int risky(int n);

// The address of the handle is the handle: nothing of it is kept.
int count(int n) {
  MYSQL m;
  mysql_init(&m);
  if (risky(n))
    return n + 1;
  mysql_close(&m);
  return n;
}

// CHECK-FIXES: int count(int n) {
// CHECK-FIXES-NEXT:   MYSQL m;
// CHECK-FIXES-NEXT:   mysql_init(&m);
// CHECK-FIXES-NEXT:   if (risky(n)) {
// CHECK-FIXES-NEXT:     mysql_close(&m);
// CHECK-FIXES-NEXT:     return n + 1;
// CHECK-FIXES-NEXT:   }
// CHECK-FIXES-NEXT:   mysql_close(&m);
// CHECK-FIXES-NEXT:   return n;
// CHECK-FIXES-NEXT: }
