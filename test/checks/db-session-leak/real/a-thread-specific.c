// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A connection that every thread keeps for itself: the helper that opens it
// hands it to the thread's storage, and nobody who gets it closes it.

#include "libpq-fe.h"
#include "sqlite3.h"
#include <pthread.h>
#include <stddef.h>

int run(PGconn *c);
int step(void);

static pthread_key_t Key;

static PGconn *connection(void) {
  PGconn *c = (PGconn *)pthread_getspecific(Key);
  if (c && PQstatus(c) != CONNECTION_OK) {
    PQfinish(c);
    c = NULL;
    (void)pthread_setspecific(Key, c);
  }
  if (!c) {
    c = PQconnectdb("");
    if (c && PQstatus(c) != CONNECTION_OK) {
      PQfinish(c);
      c = NULL;
    }
    if (c)
      (void)pthread_setspecific(Key, c);
  }
  return c;
}

int used(void) {
  PGconn *c = connection();
  if (!c)
    return -1;
  return run(c);
}

static sqlite3 *database(void) {
  sqlite3 *db = (sqlite3 *)pthread_getspecific(Key);
  if (db)
    return db;
  const int rc = sqlite3_open("a.db", &db);
  if (!db || rc != SQLITE_OK) {
    if (db) {
      sqlite3_close(db);
      db = NULL;
    }
  }
  if (db)
    (void)pthread_setspecific(Key, db);
  return db;
}

int query(void) {
  sqlite3 *const db = database();
  return db ? sqlite3_exec(db, "select 1", NULL, NULL, NULL) : -1;
}

static PGconn *forgotten(void) {
  PGconn *c = PQconnectdb("");
  if (PQstatus(c) != CONNECTION_OK) {
    PQfinish(c);
    return NULL;
  }
  return c;
}

int usedForgotten(void) {
  PGconn *c = forgotten();
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'forgotten' is not released on every path [db-session-leak]
  if (!c)
    return -1;
  return run(c);
}
