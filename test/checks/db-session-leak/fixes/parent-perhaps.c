// The parent is null on one way: the child goes before it in any case.
// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17 -fix-alone
// ORACLE: *
#include <mongoc/mongoc.h>

int use(int n) {
  mongoc_client_t *cl = 0;
  if (n) {
    cl = mongoc_client_new("");
  }
  mongoc_collection_t *col = mongoc_client_get_collection(cl, "", "");
  mongoc_client_destroy(cl);
  return 0;
}

// CHECK-FIXES: #include <mongoc/mongoc.h>
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: int use(int n) {
// CHECK-FIXES-NEXT:   mongoc_client_t *cl = 0;
// CHECK-FIXES-NEXT:   if (n) {
// CHECK-FIXES-NEXT:     cl = mongoc_client_new("");
// CHECK-FIXES-NEXT:   }
// CHECK-FIXES-NEXT:   mongoc_collection_t *col = mongoc_client_get_collection(cl, "", "");
// CHECK-FIXES-NEXT:   mongoc_collection_destroy(col);
// CHECK-FIXES-NEXT:   mongoc_client_destroy(cl);
// CHECK-FIXES-NEXT:   return 0;
// CHECK-FIXES-NEXT: }
