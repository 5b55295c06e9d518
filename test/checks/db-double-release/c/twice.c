// RUN: %check_dbtidy %s db-double-release %t -std=c11,c17

// A handle that is released, and released again.

#include "libpq-fe.h"
#include "sqlite3.h"
#include <mysql/mysql.h>
#include <stddef.h>

int step(void);

void plain(const char *where) {
  PGconn *c = PQconnectdb(where);
  PQfinish(c);
  PQfinish(c);
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: session 'c' is released twice [db-double-release]
  // CHECK-NOTES: :[[@LINE-3]]:3: note: 'c' is released here
}

void onOneWay(const char *where) {
  PGconn *c = PQconnectdb(where);
  if (PQstatus(c) != CONNECTION_OK)
    PQfinish(c);
  PQfinish(c);
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: session 'c' is released twice [db-double-release]
  // CHECK-NOTES: :[[@LINE-4]]:7: note: taking the true branch
  // CHECK-NOTES: :[[@LINE-4]]:5: note: 'c' is released here
}

void eitherWay(const char *where) {
  PGconn *c = PQconnectdb(where);
  if (PQstatus(c) != CONNECTION_OK)
    PQfinish(c);
  else
    PQfinish(c);
}

void returned(const char *where) {
  PGconn *c = PQconnectdb(where);
  if (PQstatus(c) != CONNECTION_OK) {
    PQfinish(c);
    return;
  }
  PQfinish(c);
}

// The label releases what was released before the jump.
int jump(const char *where) {
  int rc = -1;
  PGconn *c = PQconnectdb(where);
  PGresult *r = PQexec(c, "SELECT 1");
  if (PQresultStatus(r) != PGRES_TUPLES_OK) {
    PQclear(r);
    goto done;
  }
  rc = PQntuples(r);
done:
  PQclear(r);
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: result 'r' is released twice [db-double-release]
  // CHECK-NOTES: :[[@LINE-8]]:7: note: taking the true branch
  // CHECK-NOTES: :[[@LINE-8]]:5: note: 'r' is released here
  PQfinish(c);
  return rc;
}

int jumpNulled(const char *where) {
  int rc = -1;
  PGconn *c = PQconnectdb(where);
  PGresult *r = PQexec(c, "SELECT 1");
  if (PQresultStatus(r) != PGRES_TUPLES_OK) {
    PQclear(r);
    r = NULL;
    goto done;
  }
  rc = PQntuples(r);
done:
  PQclear(r);
  PQfinish(c);
  return rc;
}

// Another name of the same handle.
void alias(const char *where) {
  PGconn *c = PQconnectdb(where), *d = c;
  PQfinish(c);
  PQfinish(d);
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: session 'd' is released twice [db-double-release]
  // CHECK-NOTES: :[[@LINE-3]]:3: note: 'd' is released here
}

void reopened(const char *where) {
  PGconn *c = PQconnectdb(where);
  PQfinish(c);
  c = PQconnectdb(where);
  PQfinish(c);
}

void flagged(const char *where) {
  int closed = 0;
  PGconn *c = PQconnectdb(where);
  if (step()) {
    PQfinish(c);
    closed = 1;
  }
  if (!closed)
    PQfinish(c);
}

// Each turn opens its own.
void turns(const char *where, int n) {
  for (int i = 0; i < n; i++) {
    PGconn *c = PQconnectdb(where);
    PQfinish(c);
  }
}

// The second turn releases what the first did.
void overAndOver(const char *where, int n) {
  PGconn *c = PQconnectdb(where);
  for (int i = 0; i < n; i++)
    PQfinish(c);
    // CHECK-NOTES: :[[@LINE-1]]:5: warning: session 'c' is released twice [db-double-release]
    // CHECK-NOTES: :[[@LINE-3]]:19: note: entering the loop
    // CHECK-NOTES: :[[@LINE-3]]:5: note: 'c' is released here
    // CHECK-NOTES: :[[@LINE-5]]:19: note: entering the loop
}

// By a helper, which releases whatever it is given.
static void shut(PGconn *c) {
  if (c)
    PQfinish(c);
}

void byHelper(const char *where) {
  PGconn *c = PQconnectdb(where);
  shut(c);
  shut(c);
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: session 'c' is released twice [db-double-release]
  // CHECK-NOTES: :[[@LINE-3]]:3: note: 'c' is released here
}

// By a helper that leaves null behind.
static void reset(PGconn **c) {
  PQfinish(*c);
  *c = NULL;
}

void byHelperNulled(const char *where) {
  PGconn *c = PQconnectdb(where);
  reset(&c);
  reset(&c);
}

// A handle that the caller owns.
void parameter(sqlite3_stmt *s) {
  sqlite3_finalize(s);
  if (step())
    sqlite3_finalize(s);
    // CHECK-NOTES: :[[@LINE-1]]:5: warning: statement 's' is released twice [db-double-release]
    // CHECK-NOTES: :[[@LINE-4]]:3: note: 's' is released here
}

struct holder {
  PGconn *c;
};
void field(struct holder *h);

void ofHolder(struct holder *h) {
  PQfinish(h->c);
  PQfinish(h->c);
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: session 'h->c' is released twice [db-double-release]
  // CHECK-NOTES: :[[@LINE-3]]:3: note: 'h->c' is released here
}

// Whoever is given the holder may put a new one into it.
void ofHolderFilled(struct holder *h) {
  PQfinish(h->c);
  field(h);
  PQfinish(h->c);
}

// In place.
void inPlace(void) {
  MYSQL m;
  mysql_init(&m);
  mysql_close(&m);
  mysql_close(&m);
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: session 'm' is released twice [db-double-release]
  // CHECK-NOTES: :[[@LINE-3]]:3: note: 'm' is released here
}

void inPlaceAgain(void) {
  MYSQL m;
  mysql_init(&m);
  mysql_close(&m);
  mysql_init(&m);
  mysql_close(&m);
}

// A connection that could not be closed may be closed again.
int refused(sqlite3 *db) {
  int rc = sqlite3_close(db);
  if (rc != SQLITE_OK)
    rc = sqlite3_close(db);
  return rc;
}

// A release of null does nothing.
void null(void) {
  PGconn *c = NULL;
  PQfinish(c);
  PQfinish(c);
}
