// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17
// The lease that a child is made from goes back to its pool: the child cannot be
// released behind that.
#include <mongoc/mongoc.h>

void lease(int n, mongoc_client_pool_t *pool) {
  mongoc_client_t *lent = 0;
  if (n) {
    lent = mongoc_client_pool_try_pop(pool);
  }
  mongoc_collection_t *col = mongoc_client_get_collection(lent, "", "");
  // CHECK-MESSAGES: :[[@LINE-1]]:30: warning: environment 'col' acquired by 'mongoc_client_get_collection' is not released on every path [db-session-leak]
  // CHECK-NOFIX: :[[@LINE-2]]:30: note: no fix: what it was made from is released before it
  mongoc_client_pool_push(pool, lent);
}
