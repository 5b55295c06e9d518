// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17 -options=RiskyFixes:true -fix-notes
// A fix that may be wrong stands on a note, which --fix leaves alone.
#include <mysql.h>

void publish(MYSQL *m);
int given(void) {
  MYSQL *m = mysql_init(NULL);
  publish(m);
  return 0;
}

// CHECK-FIXES: #include <mysql.h>
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: void publish(MYSQL *m);
// CHECK-FIXES-NEXT: int given(void) {
// CHECK-FIXES-NEXT:   MYSQL *m = mysql_init(NULL);
// CHECK-FIXES-NEXT:   publish(m);
// CHECK-FIXES-NEXT:   mysql_close(m);
// CHECK-FIXES-NEXT:   return 0;
// CHECK-FIXES-NEXT: }
