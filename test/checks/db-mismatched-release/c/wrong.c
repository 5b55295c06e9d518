// RUN: %check_dbtidy %s db-mismatched-release %t -std=c11,c17

// Handles that are released by what does not release them.

#include "libpq-fe.h"
#include <mongoc/mongoc.h>
#include <stdlib.h>

void freed(const char *where) {
  PGconn *c = PQconnectdb(where);
  free(c);
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: session 'c' is released by 'free'; 'PQfinish' releases it [db-mismatched-release]
  // CHECK-NOTES: :[[@LINE-3]]:15: note: 'c' is acquired here
}

void cast(const char *where) {
  void *c = PQconnectdb(where);
  PQclear((PGresult *)c);
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: session 'c' is released by 'PQclear'; 'PQfinish' releases it [db-mismatched-release]
  // CHECK-NOTES: :[[@LINE-3]]:13: note: 'c' is acquired here
}

void right(const char *where) {
  PGconn *c = PQconnectdb(where);
  PQfinish(c);
}

// Memory of one's own.
struct holder {
  PGconn *c;
};

void holder(const char *where) {
  struct holder *h = malloc(sizeof *h);
  if (!h)
    return;
  h->c = PQconnectdb(where);
  PQfinish(h->c);
  free(h);
}

// A lease is given back, and not destroyed.
void lease(mongoc_client_pool_t *pool) {
  mongoc_client_t *lent = mongoc_client_pool_pop(pool);
  mongoc_client_destroy(lent);
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: session 'lent' is released by 'mongoc_client_destroy'; 'mongoc_client_pool_push' releases it [db-mismatched-release]
  // CHECK-NOTES: :[[@LINE-3]]:27: note: 'lent' is acquired here
}

void leaseGivenBack(mongoc_client_pool_t *pool) {
  mongoc_client_t *lent = mongoc_client_pool_pop(pool);
  mongoc_client_pool_push(pool, lent);
}

// A client of one's own is none of the pool's.
void own(mongoc_client_pool_t *pool) {
  mongoc_client_t *client = mongoc_client_new("mongodb://localhost");
  mongoc_client_pool_push(pool, client);
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: session 'client' is released by 'mongoc_client_pool_push'; 'mongoc_client_destroy' releases it [db-mismatched-release]
  // CHECK-NOTES: :[[@LINE-3]]:29: note: 'client' is acquired here
}
