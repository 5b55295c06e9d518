// RUN: %check_dbtidy %s db-use-after-release %t -std=c11,c17

// A handle that is used behind its release.

#include "libpq-fe.h"
#include "sqlite3.h"
#include <stddef.h>
#include <stdio.h>

void audit(PGconn *c);
void note(const void *address);
int step(void);

int status(const char *where) {
  PGconn *c = PQconnectdb(where);
  PQfinish(c);
  return PQstatus(c);
  // CHECK-NOTES: :[[@LINE-1]]:10: warning: session 'c' is used by 'PQstatus' after its release [db-use-after-release]
  // CHECK-NOTES: :[[@LINE-3]]:3: note: 'c' is released here
}

int statusBefore(const char *where) {
  PGconn *c = PQconnectdb(where);
  int status = PQstatus(c);
  PQfinish(c);
  return status;
}

// Only where a step failed.
int onOneWay(const char *where) {
  PGconn *c = PQconnectdb(where);
  if (step())
    PQfinish(c);
  return PQbackendPID(c);
  // CHECK-NOTES: :[[@LINE-1]]:10: warning: session 'c' is used by 'PQbackendPID' after its release [db-use-after-release]
  // CHECK-NOTES: :[[@LINE-4]]:7: note: taking the true branch
  // CHECK-NOTES: :[[@LINE-4]]:5: note: 'c' is released here
}

// The message of a connection that is closed already.
int message(const char *path) {
  sqlite3 *db;
  if (sqlite3_open(path, &db) != SQLITE_OK) {
    sqlite3_close(db);
    fprintf(stderr, "%s\n", sqlite3_errmsg(db));
    // CHECK-NOTES: :[[@LINE-1]]:29: warning: session 'db' is used by 'sqlite3_errmsg' after its release [db-use-after-release]
    // CHECK-NOTES: :[[@LINE-4]]:7: note: taking the true branch
    // CHECK-NOTES: :[[@LINE-4]]:5: note: 'db' is released here
    return 1;
  }
  sqlite3_close(db);
  return 0;
}

int messageBefore(const char *path) {
  sqlite3 *db;
  if (sqlite3_open(path, &db) != SQLITE_OK) {
    fprintf(stderr, "%s\n", sqlite3_errmsg(db));
    sqlite3_close(db);
    return 1;
  }
  sqlite3_close(db);
  return 0;
}

// Given to code that is not visible, as a connection.
void handed(const char *where) {
  PGconn *c = PQconnectdb(where);
  PQfinish(c);
  audit(c);
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: session 'c' is used by 'audit' after its release [db-use-after-release]
  // CHECK-NOTES: :[[@LINE-3]]:3: note: 'c' is released here
}

// As an address, it may be printed.
void address(const char *where) {
  PGconn *c = PQconnectdb(where);
  PQfinish(c);
  note(c);
}

// Its value alone is asked.
int compared(const char *where) {
  PGconn *c = PQconnectdb(where);
  PQfinish(c);
  return c != NULL;
}

// By a helper.
static void shut(PGconn *c) { PQfinish(c); }

int byHelper(const char *where) {
  PGconn *c = PQconnectdb(where);
  shut(c);
  return PQbackendPID(c);
  // CHECK-NOTES: :[[@LINE-1]]:10: warning: session 'c' is used by 'PQbackendPID' after its release [db-use-after-release]
  // CHECK-NOTES: :[[@LINE-3]]:3: note: 'c' is released here
}

// The next turn uses what this one released.
void turns(const char *where, int n) {
  PGconn *c = PQconnectdb(where);
  for (int i = 0; i < n; i++) {
    PQclear(PQexec(c, "SELECT 1"));
    // CHECK-NOTES: :[[@LINE-1]]:13: warning: session 'c' is used by 'PQexec' after its release [db-use-after-release]
    // CHECK-NOTES: :[[@LINE-3]]:19: note: entering the loop
    // CHECK-NOTES: :[[@LINE+3]]:9: note: taking the true branch
    // CHECK-NOTES: :[[@LINE+3]]:7: note: 'c' is released here
    // CHECK-NOTES: :[[@LINE-6]]:19: note: entering the loop
    if (PQstatus(c) != CONNECTION_OK)
      PQfinish(c);
  }
}

void turnsReopened(const char *where, int n) {
  PGconn *c = PQconnectdb(where);
  for (int i = 0; i < n; i++) {
    PQclear(PQexec(c, "SELECT 1"));
    if (PQstatus(c) != CONNECTION_OK) {
      PQfinish(c);
      c = PQconnectdb(where);
    }
  }
  PQfinish(c);
}

struct holder {
  PGconn *c;
};
void reconnect(struct holder *h);

void ofHolder(struct holder *h) {
  PQfinish(h->c);
  PQclear(PQexec(h->c, "SELECT 1"));
  // CHECK-NOTES: :[[@LINE-1]]:11: warning: session 'h->c' is used by 'PQexec' after its release [db-use-after-release]
  // CHECK-NOTES: :[[@LINE-3]]:3: note: 'h->c' is released here
}

void ofHolderReconnected(struct holder *h) {
  PQfinish(h->c);
  reconnect(h);
  PQclear(PQexec(h->c, "SELECT 1"));
}

// A statement that is still there though its connection could not be closed.
int refused(sqlite3 *db) {
  if (sqlite3_close(db) != SQLITE_OK) {
    puts(sqlite3_errmsg(db));
    return 1;
  }
  return 0;
}
